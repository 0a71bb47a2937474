// The keyboard. Tab, Enter, Space and everything inside text fields stay with the browser; a widget gets the keys it asked
// for while it holds the focus, the program gets its shortcuts.

import { Fields } from './fields.js';
import { ROLE, ROLES } from './roles.js';
import { Act } from './program.js';

/** Key in src/ui/frame/mirror_role.h. */
const KEYS = {
  ArrowLeft: 1, ArrowRight: 2, ArrowUp: 3, ArrowDown: 4, Home: 5, End: 6, PageUp: 7, PageDown: 8,
  Enter: 9, ' ': 10, Escape: 11, Tab: 12, Backspace: 13, Delete: 14, F2: 15, ContextMenu: 16,
};
const CHARACTER = 17;

/** @param {KeyboardEvent | PointerEvent} event */
export const modifiersOf = (event) =>
  (event.shiftKey ? 1 : 0) | (event.altKey ? 2 : 0) | (event.ctrlKey || event.metaKey ? 4 : 0);

export class Keys {
  /** @type {Set<number>} */
  #shortcuts = new Set();

  /** @param {import('./mirror.js').Mirror} mirror @param {import('./program.js').Program} program
   *  @param {import('./fields.js').Fields} fields @param {import('./frames.js').Frames} frames */
  constructor(mirror, program, fields, frames) {
    this.mirror = mirror;
    this.program = program;
    this.fields = fields;
    this.frames = frames;
    addEventListener('keydown', (event) => this.#down(event));
    addEventListener('keyup', () => fields.syncFocus());  // any key may bring the focus ring out
  }

  /** @param {number} at @param {number} count codes as web_shell.cpp packs them */
  setShortcuts(at, count) {
    this.#shortcuts = new Set(this.program.module.HEAPU32.slice(at / 4, at / 4 + count));
  }

  #down(event) {
    if (event.isComposing || event.keyCode === 229 || this.fields.composing) return;
    const focused = document.activeElement;
    const single = [...event.key].length === 1;
    const key = KEYS[event.key] ?? (single ? CHARACTER : 0);
    if (key === 0) return;
    const press = {
      key,
      modifiers: modifiersOf(event) & (key === CHARACTER && !/\p{L}/u.test(event.key) ? ~1 : ~0),
      text: key === CHARACTER ? event.key.toLowerCase() : '',
      repeated: event.repeat,
    };
    const editable = Fields.isEditable(focused);
    const owner = this.#owner(focused, press, editable);
    if (owner) this.program.key(owner.record.id, press);
    else if (this.#isShortcut(press, editable)) this.program.key(0, press);
    else if (!this.#pressesByItself(event, focused, key)) return;
    event.preventDefault();
    this.frames.wake();
  }

  /** The widget with the focus, or one around it, that asked for the key. What presses a button is nobody else's. */
  #owner(focused, press, editable) {
    if (press.key === CHARACTER && (editable || press.modifiers & 6)) return undefined;
    const presses = (press.key === KEYS.Enter || press.key === KEYS[' ']) && /^(BUTTON|A)$/.test(focused?.tagName);
    for (let element = focused; element && element !== this.mirror.root; element = presses ? null : element.parentElement) {
      const entry = element.mirrorEntry;
      if (entry && entry.record.keys >>> press.key & 1) return entry;
    }
    return undefined;
  }

  #isShortcut(press, editable) {
    const character = press.key === CHARACTER && press.text.length === 1 ? press.text.charCodeAt(0) & 0xff : 0;
    const code = press.key | character << 8 | press.modifiers << 16;
    return this.#shortcuts.has((code | 1 << 24) >>> 0) || (!editable && this.#shortcuts.has(code >>> 0));
  }

  /** Enter and Space on what is not a button by nature, Enter in a field of one line. True when handled. */
  #pressesByItself(event, focused, key) {
    const entry = focused?.mirrorEntry;
    if (!entry) return false;
    const { role } = entry.record;
    if (key === KEYS.Enter && (role === ROLE.textField || role === ROLE.searchField)) {
      this.fields.commit(entry);
      return true;
    }
    const native = /^(BUTTON|A|INPUT|SELECT|TEXTAREA)$/.test(focused.tagName);
    if (native || (key !== KEYS.Enter && key !== KEYS[' '])) return false;
    if (!ROLES[role].press && !focused.classList.contains('hit')) return false;
    if (!event.repeat) this.program.act(Act.activate, entry.record.id);
    return true;
  }
}
