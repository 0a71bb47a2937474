// Text fields. While a field has the focus, the browser's element owns the text: caret, selection, undo, spelling, input
// methods and the screen keyboard are the browser's, and the program hears of the result. Everything odd about it is here.

import { State } from './mirror_records.js';
import { Act } from './program.js';
import { ROLE, ROLES } from './roles.js';

export class Fields {
  #focused;
  #visible = false;
  /** @type {Set<any>} fields left since the last frame */
  #left = new Set();
  /** @type {any[]} elements somebody has typed in, while they are there */
  #typed = [];

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
    root.addEventListener('focusin', () => this.syncFocus());
    root.addEventListener('focusout', () => this.syncFocus());
    addEventListener('pagehide', () => this.#enter());
    document.addEventListener('visibilitychange', () => { if (document.hidden) this.#enter(); });
    addEventListener('beforeunload', (event) => { if (this.#wouldLoseText()) event.preventDefault(); });
  }

  /** A dialog is saved by its button alone: what was typed in one that is open would go with the page, so the browser asks first. */
  #wouldLoseText() {
    return this.#typed.some((element) => element.isConnected && element.value !== '' && element.closest('[role=dialog]'));
  }

  /** The page may be going away: what stands in the focused field counts as entered. The last frame, which follows, sees it. */
  #enter() {
    if (this.#focused && Fields.isEditable(document.activeElement)) this.commit(this.#focused);
  }

  /**
   * Reports where the focus is. Events alone do not tell: none comes when the focused element is removed, nor in a window
   * in the background, and the ring may appear without a move, at the first key after a click.
   */
  syncFocus() {
    const active = document.activeElement;
    const entry = active?.mirrorEntry;
    const left = this.#focused;
    this.#focused = entry;
    if (left && left !== entry) {
      if (this.composing) this.#setComposing(false);
      this.#leave(left);
    }
    const visible = entry !== undefined && active.matches(':focus-visible');
    if (left === entry && visible === this.#visible) return;
    this.#visible = visible;
    this.program.module._fc_focus(entry?.record.id ?? 0, visible ? 1 : 0);
    this.frames.wake();
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

  #leave(entry) {
    const { element, record } = entry;
    if (!ROLES[record.role].field) return;
    entry.scrollTop = element.scrollTop;
    this.program.act(Act.commitText, record.id, { text: element.value });
    this.frames.wake();
    this.#left.add(entry);
  }

  /** After a frame: the program may have settled on another text than was typed. */
  settleTexts() {
    for (const { element, record } of this.#left)
      if (document.activeElement !== element && element.value !== record.value) element.value = record.value;
    this.#left.clear();
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
    if (!this.#typed.includes(target)) this.#typed = [...this.#typed.filter((each) => each.isConnected), target];
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
