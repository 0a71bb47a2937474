// Writes what a record says onto its element: place, name, value and states, each only where it differs.

import { State } from './mirror_records.js';
import { ENTRY, NAMELESS_IS_GENERIC, ROLE, ROLES } from './roles.js';

/** @param {Element} element @param {string} name @param {string | number | boolean | null} value null removes it */
function attribute(element, name, value) {
  if (value === null || value === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}

/** The element that stands for an id. @param {number} id */
export const domId = (id) => `m${id.toString(36)}`;

function place(element, record) {
  const { style } = element;
  style.left = `${record.x}px`;
  style.top = `${record.y}px`;
  style.width = `${record.width}px`;
  style.height = `${record.height}px`;
  if (record.layer) style.zIndex = String(record.layer);
}

const css = (abgr) => `rgb(${abgr & 255} ${abgr >>> 8 & 255} ${abgr >>> 16 & 255})`;
const ALIGN = ['start', 'center', 'end'];

function setText(element, record) {
  const { style } = element;
  style.fontSize = `${record.fontSize}px`;
  style.lineHeight = `${record.lineHeight}px`;
  style.fontWeight = String(record.weight);
  if (record.align) style.textAlign = ALIGN[record.align];
  // An input centres its line in what the padding leaves, so the padding leaves exactly the line.
  const bottom = element.tagName === 'INPUT' ? record.height - record.paddingTop - record.lineHeight : record.paddingBottom;
  style.padding = `${record.paddingTop}px ${record.paddingRight}px ${Math.max(bottom, 0)}px ${record.paddingLeft}px`;
}

function setName(element, record, role) {
  if (role.titled) {
    attribute(element, 'aria-labelledby', record.labelledBy ? domId(record.labelledBy) : null);
    attribute(element, 'aria-label', record.labelledBy ? null : record.name);
    return;
  }
  // A text node of its own, before any child elements, so that find and translation see it.
  const first = element.firstChild;
  if (first?.nodeType === Node.TEXT_NODE) {
    if (first.nodeValue !== record.name) first.nodeValue = record.name;
  } else if (record.name !== '') {
    element.prepend(record.name);
  }
}

function setField(element, record, fresh) {
  const [type, mode] = record.role === ROLE.textField ? ENTRY[record.entry] : ['', ''];
  if (type && element.type !== type) element.type = type;
  attribute(element, 'inputmode', mode === 'text' ? null : mode);
  attribute(element, 'placeholder', record.placeholder);
  element.readOnly = Boolean(record.states & State.readonly);
  element.style.setProperty('--field-ink', css(record.colour));
  if (fresh) {
    element.autocomplete = 'off';
    if (record.role === ROLE.textArea) attribute(element, 'rows', 1);
  }
  const spell = Boolean(record.states & State.spellCheck);
  if (element.spellcheck !== spell) element.spellcheck = spell;
  if (record.states & State.hasList) {
    attribute(element, 'role', 'combobox');
    attribute(element, 'aria-autocomplete', 'list');
    attribute(element, 'aria-expanded', Boolean(record.states & State.expanded));
  }
}

/** Joins a search field to its suggestions, once both are in the page. */
export function linkSuggestions(element, record) {
  const active = document.getElementById(domId(record.controls));
  attribute(element, 'aria-activedescendant', active ? active.id : null);
  const list = active?.closest('[role=listbox]');
  attribute(element, 'aria-controls', list && list !== element ? list.id : null);
}

function setNumbers(element, record) {
  if (record.role === ROLE.slider) {
    attribute(element, 'min', record.minimum);
    attribute(element, 'max', record.maximum);
    attribute(element, 'step', record.step || 'any');
    if (Number(element.value) !== record.number) element.value = String(record.number);
    attribute(element, 'aria-valuetext', record.value);
  } else if (record.role === ROLE.progress) {
    const known = !(record.states & State.indeterminate);
    attribute(element, 'aria-valuemin', known ? record.minimum : null);
    attribute(element, 'aria-valuemax', known ? record.maximum : null);
    attribute(element, 'aria-valuenow', known ? record.number : null);
    attribute(element, 'aria-valuetext', record.value);
  }
}

function setCounts(element, record, role) {
  const index = record.index || null, count = record.count || null;
  if (record.role === ROLE.table) {
    attribute(element, 'aria-rowcount', count);
    attribute(element, 'aria-colcount', record.columnCount || null);
  } else if (record.role === ROLE.row) {
    attribute(element, 'aria-rowindex', index);
  } else if (record.role >= ROLE.columnHeader && record.role <= ROLE.cell) {
    attribute(element, 'aria-colindex', index);
  } else if (role.set) {
    attribute(element, 'aria-posinset', index);
    attribute(element, 'aria-setsize', count);
  }
  if (record.role === ROLE.treeItem) attribute(element, 'aria-level', record.level || null);
}

/** What a checkbox, radio or combo shows; also called after a click that the program may have refused. */
export function setChoice(element, record) {
  const { states } = record;
  if (element.tagName === 'INPUT') {
    element.checked = Boolean(states & State.checked);
    element.indeterminate = Boolean(states & State.mixed);
  } else if (element.tagName === 'SELECT') {
    if (element.selectedIndex !== record.number) element.selectedIndex = record.number;
  } else {
    attribute(element, 'aria-checked', Boolean(states & State.checked));
  }
}

function setStates(element, record, role) {
  const { states } = record;
  const has = (bit) => Boolean(states & bit);
  const native = 'disabled' in element;
  if (native) element.disabled = has(State.disabled);
  else attribute(element, 'aria-disabled', has(State.disabled) || null);
  if ([ROLE.tab, ROLE.option, ROLE.treeItem].includes(record.role) || has(State.selected))
    attribute(element, 'aria-selected', has(State.selected));
  else attribute(element, 'aria-selected', null);
  if (!has(State.hasList)) attribute(element, 'aria-expanded', has(State.expanded) ? true : has(State.collapsed) ? false : null);
  attribute(element, 'aria-invalid', has(State.invalid) || null);
  attribute(element, 'aria-required', has(State.required) || null);
  attribute(element, 'aria-current', has(State.current) ? 'page' : null);
  attribute(element, 'aria-pressed', has(State.toggle) ? has(State.pressed) : null);
  attribute(element, 'aria-modal', has(State.modal) || null);
  attribute(element, 'aria-busy', has(State.busy) || null);
  attribute(element, 'aria-haspopup', has(State.hasMenu) ? 'menu' : has(State.hasList) ? 'listbox' : null);
  attribute(element, 'aria-sort', has(State.ascending) ? 'ascending' : has(State.descending) ? 'descending' : null);
  if (!has(State.hasList))
    attribute(element, 'aria-controls', record.controls && has(State.expanded) ? domId(record.controls) : null);
  if ([ROLE.checkbox, ROLE.switch, ROLE.radio, ROLE.menuItemRadio].includes(record.role)) setChoice(element, record);
  element.classList.toggle('unseen', has(State.unseen));
  element.classList.toggle('drags', has(State.drags));
  element.classList.toggle('hit', !has(State.unseen) && Boolean(role.press || role.hit || role.field || has(State.clickable)
    || has(State.focusable) || record.role === ROLE.combo || record.role === ROLE.slider));
}

/** @param {HTMLElement} element @param {import('./mirror_records.js').MirrorRecord} record @param {boolean} fresh just created */
export function writeElement(element, record, fresh) {
  const role = ROLES[record.role];
  if (fresh) {
    element.className = 'm';
    element.id = domId(record.id);
    if (role.type) element.type = role.type;
    if (element.tagName === 'BUTTON') element.type = 'button';
    if (role.field) element.classList.add('field');
    if (record.role === ROLE.scrollArea) element.classList.add('scroll');
    if (record.role === ROLE.radio) element.name = domId(record.parent);
    if (record.role === ROLE.surface) element.setAttribute('aria-hidden', 'true');
  }
  if (element.tagName === 'OPTION') {
    if (element.textContent !== record.name) element.textContent = record.name;
    element.disabled = Boolean(record.states & State.disabled);
    return;
  }
  place(element, record);
  const generic = NAMELESS_IS_GENERIC.has(record.role) && record.name === '' && !record.labelledBy;
  if (role.role && !(role.field && record.states & State.hasList)) attribute(element, 'role', generic ? null : role.role);
  setName(element, record, role);
  if (!role.titled || role.field || record.role === ROLE.combo) setText(element, record);
  if (role.field) setField(element, record, fresh);
  if (record.role === ROLE.link) attribute(element, 'href', record.value || null);
  setNumbers(element, record);
  setCounts(element, record, role);
  setStates(element, record, role);
  attribute(element, 'aria-description', record.description);
  const focusable = record.role !== ROLE.surface && (role.focus || record.states & (State.focusable | State.clickable));
  if (focusable && !role.field) attribute(element, 'tabindex', record.tabIndex);
  else attribute(element, 'tabindex', record.tabIndex === 0 || record.role === ROLE.surface ? null : record.tabIndex);
}
