// Which element stands for which widget. The numbers are MirrorRole in src/ui/frame/mirror_role.h.

/**
 * @typedef {object} Role
 * @property {string} tag
 * @property {string} [role] ARIA role, where the element has not got it by itself
 * @property {string} [type] of an input
 * @property {boolean} [press] a click on it is an action
 * @property {boolean} [hit] the pointer notices it although it is not pressed
 * @property {boolean} [field] its text is edited in place
 * @property {boolean} [titled] named by an attribute, because it holds other elements or cannot hold text
 * @property {boolean} [focus] takes the focus although its tag does not
 * @property {boolean} [set] its place in a set is said: 2 of 5
 */

/** @type {Record<number, Role>} */
export const ROLES = {
  0: { tag: 'div', role: 'group', titled: true },
  1: { tag: 'button', press: true },
  2: { tag: 'a', press: true },
  3: { tag: 'input', type: 'checkbox', press: true, titled: true },
  4: { tag: 'input', type: 'radio', press: true, titled: true },
  5: { tag: 'input', type: 'checkbox', role: 'switch', press: true, titled: true },
  6: { tag: 'button', role: 'tab', press: true, set: true },
  7: { tag: 'div', role: 'tablist', titled: true },
  8: { tag: 'div', role: 'tabpanel', titled: true },
  9: { tag: 'input', type: 'text', field: true, titled: true },
  10: { tag: 'textarea', field: true, titled: true },
  11: { tag: 'input', type: 'search', field: true, titled: true },
  12: { tag: 'select', titled: true },
  13: { tag: 'div', role: 'option', press: true, set: true },
  14: { tag: 'div', role: 'listbox', titled: true },
  15: { tag: 'input', type: 'range', titled: true },
  16: { tag: 'h1' },
  17: { tag: 'span' },
  18: { tag: 'div', role: 'list', titled: true },
  19: { tag: 'div', role: 'listitem', hit: true, set: true },
  20: { tag: 'div', role: 'table', titled: true },
  21: { tag: 'div', role: 'row', hit: true, titled: true },
  22: { tag: 'div', role: 'columnheader' },
  23: { tag: 'div', role: 'rowheader' },
  24: { tag: 'div', role: 'cell' },
  25: { tag: 'div', role: 'group', hit: true, titled: true },
  26: { tag: 'div', role: 'dialog', hit: true, titled: true },
  27: { tag: 'div', role: 'menu', hit: true, titled: true },
  28: { tag: 'button', role: 'menuitem', press: true, set: true },
  29: { tag: 'button', role: 'menuitemradio', press: true, set: true },
  30: { tag: 'nav', titled: true },
  31: { tag: 'main', titled: true },
  32: { tag: 'section', role: 'region', titled: true },
  33: { tag: 'header', role: 'banner', titled: true },
  34: { tag: 'aside', titled: true },
  35: { tag: 'div', role: 'form', titled: true },
  36: { tag: 'div', role: 'search', titled: true },
  37: { tag: 'div', role: 'status' },
  38: { tag: 'div', role: 'alert' },
  39: { tag: 'div', role: 'progressbar', titled: true },
  40: { tag: 'figure', hit: true, titled: true },
  41: { tag: 'div', role: 'img', titled: true },
  42: { tag: 'div', role: 'radiogroup', titled: true },
  43: { tag: 'div', role: 'tree', titled: true },
  44: { tag: 'div', role: 'treeitem', press: true, focus: true, set: true },
  45: { tag: 'div', role: 'tooltip' },
  46: { tag: 'div', role: 'separator' },
  47: { tag: 'div', press: true },
};

export const ROLE = {
  link: 2, checkbox: 3, radio: 4, switch: 5, tab: 6, textField: 9, textArea: 10, searchField: 11, combo: 12, option: 13, listBox: 14,
  slider: 15, heading: 16, text: 17, table: 20, row: 21, columnHeader: 22, rowHeader: 23, cell: 24, scrollArea: 25, dialog: 26,
  menuItemRadio: 29, group: 0, progress: 39, treeItem: 44, surface: 47,
};

/** Roles whose containers mean nothing to a screen reader without a name. */
export const NAMELESS_IS_GENERIC = new Set([ROLE.group, ROLE.scrollArea]);

/** `type` and `inputmode` of a field by TextEntry. */
export const ENTRY = [
  ['text', 'text'], ['password', 'text'], ['text', 'numeric'], ['text', 'decimal'], ['email', 'email'], ['date', ''],
];

/**
 * The element for a record. Another role, heading level or parent kind needs another element.
 * @param {import('./mirror_records.js').MirrorRecord} record @param {HTMLElement | null} parent
 */
export function tagOf(record, parent) {
  if (record.role === ROLE.heading) return `h${record.level || 2}`;
  if (record.role === ROLE.option && parent?.tagName === 'SELECT') return 'option';
  return ROLES[record.role].tag;
}
