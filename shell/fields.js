// Text fields. While a field has the focus, the browser's element owns the text: caret, selection, undo, spelling, input
// methods and the screen keyboard are the browser's, and the program hears of the result. Everything odd about it is here.

import { State } from './mirror_records.js';
import { Act } from './program.js';
import { ROLE, ROLES } from './roles.js';

export class Fields {
  /** @param {HTMLElement} root @param {import('./program.js').Program} program */
  constructor(root, program) {
    this.program = program;
    this.root = root;
    this.composing = false;
    /** @type {import('./frames.js').Frames | null} */
    this.frames = null;
    root.addEventListener('input', (event) => this.#input(event));
    root.addEventListener('change', (event) => this.#change(event));
    root.addEventListener('compositionstart', () => this.#setComposing(true));
    root.addEventListener('compositionend', (event) => {
      this.#setComposing(false);
      this.#send(event.target);
    });
    root.addEventListener('focusin', (event) => this.#focus(event.target));
    root.addEventListener('focusout', (event) => {
      if (this.composing) this.#setComposing(false);
      this.#leave(event.target);
      if (!event.relatedTarget) this.#focus(null);
    });
  }

  /** A field's record is new or changed. @param {any} entry @param {any} earlier the record before, or null */
  update(entry, earlier) {
    const { element, record } = entry;
    const replaced = earlier !== null && earlier.textRevision !== record.textRevision;
    // Assigning to a focused field would clear its undo history and break a composition.
    if (document.activeElement === element && !replaced) return;
    if (element.value !== record.value) element.value = record.value;
    if (entry.scrollTop) element.scrollTop = entry.scrollTop;
  }

  #focus(target) {
    const entry = target?.mirrorEntry;
    this.program.module._fc_focus(entry?.record.id ?? 0, entry && target.matches(':focus-visible') ? 1 : 0);
    this.frames.wake();
  }

  /** The focus may be shown or hidden without moving: a key after a click. */
  refreshFocus() { this.#focus(document.activeElement); }

  #leave(target) {
    const entry = target?.mirrorEntry;
    if (!entry || !ROLES[entry.record.role].field) return;
    entry.scrollTop = target.scrollTop;
    this.program.act(Act.commitText, entry.record.id, { text: target.value });
    // The program may have settled on another text while it was being typed.
    queueMicrotask(() => {
      this.frames.drawNow();
      if (document.activeElement !== target && target.value !== entry.record.value) target.value = entry.record.value;
    });
  }

  #input(event) {
    const entry = event.target.mirrorEntry;
    if (!entry) return;
    if (entry.record.role === ROLE.slider) {
      this.program.act(Act.setNumber, entry.record.id, { number: Number(event.target.value) });
      this.onChoice(entry);
      this.frames.wake();
    } else if (ROLES[entry.record.role].field && !event.isComposing) {
      this.#send(event.target);
    }
  }

  #send(target) {
    const entry = target.mirrorEntry;
    if (!entry || !ROLES[entry.record.role].field) return;
    this.program.act(Act.setText, entry.record.id, { text: target.value });
    this.frames.wake();
  }

  #change(event) {
    const entry = event.target.mirrorEntry;
    if (entry?.record.role !== ROLE.combo) return;
    this.program.act(Act.setNumber, entry.record.id, { number: event.target.selectedIndex });
    this.onChoice(entry);
    this.frames.wake();
  }

  #setComposing(composing) {
    this.composing = composing;
    this.program.module._fc_composing(composing ? 1 : 0);
    this.frames.wake();
  }

  /** A choice the program may yet refuse. Set by main.js. @type {(entry: any) => void} */
  onChoice = () => {};

  /** Enter in a field of one line ends the entry. @param {any} entry */
  commit(entry) {
    this.program.act(Act.commitText, entry.record.id, { text: entry.element.value });
    this.frames.wake();
  }

  /** @param {Element | null} element */
  static isEditable(element) {
    const entry = element?.mirrorEntry;
    return Boolean(entry && ROLES[entry.record.role].field && !(entry.record.states & State.readonly));
  }
}
