// Keeps the elements over the canvas in line with the program's records, touching only what changed and never taking the
// focused element out of the page.

import { linkSuggestions, setChoice, writeElement } from './elements.js';
import { MirrorRecords, State } from './mirror_records.js';
import { ROLE, ROLES, tagOf } from './roles.js';

/**
 * @typedef {object} Entry
 * @property {HTMLElement} element
 * @property {import('./mirror_records.js').MirrorRecord} record
 * @property {number} hashLow @property {number} hashHigh
 * @property {number} turn the last update that mentioned it
 * @property {string} tag
 */

export class Mirror {
  /** @type {Map<number, Entry>} */
  #entries = new Map();
  #turn = 0;
  /** @type {Map<number, Element | null>} what had the focus before a modal layer opened */
  #openers = new Map();
  /** @type {Set<Entry>} */
  #doubtful = new Set();
  /** What is to have the focus once the next update has brought it. */
  #awaited = 0;
  /** What had the focus went away, and nothing was there yet to take it. */
  #placeless = false;
  /** @type {Set<Entry>} search fields with suggestions */
  #searching = new Set();

  /** @param {HTMLElement} root @param {import('./program.js').Program} program @param {import('./fields.js').Fields} fields */
  constructor(root, program, fields) {
    this.root = root;
    this.program = program;
    this.fields = fields;
  }

  /** @param {number} id */
  entry(id) { return this.#entries.get(id); }

  /** The nearest mirrored element at or above a node. @param {EventTarget | null} node @returns {Entry | undefined} */
  entryOf(node) {
    for (let element = node; element instanceof Element && element !== this.root; element = element.parentElement)
      if (element.mirrorEntry) return element.mirrorEntry;
    return undefined;
  }

  /** @param {number} nodes @param {number} count @param {number} strings addresses in the program's memory */
  apply(nodes, count, strings) {
    const records = new MirrorRecords(this.program, nodes, count, strings);
    const before = document.activeElement;
    const around = this.#around(before);
    this.#turn += 1;
    const elements = new Array(count);
    for (let i = 0; i < count; ++i) elements[i] = this.#update(records, i);
    this.#removeStale();
    this.#arrange(records, elements);
    for (const { element, record } of this.#searching) linkSuggestions(element, record);
    this.#guardModals(before);
    const awaited = this.#awaited;
    this.#awaited = 0;
    if (this.#entries.has(awaited)) this.focus(awaited);
    else if (this.#placeless || (before && !before.isConnected)) this.#keepPlace(around);
  }

  /** The elements around one, from the inside out. @param {Element | null} element */
  #around(element) {
    const found = [];
    for (let outer = element?.parentElement; outer && this.root.contains(outer) && outer !== this.root; outer = outer.parentElement) found.push(outer);
    return found;
  }

  /** What had the focus is gone: whoever has only the keyboard goes on nearby, or at the head of the new page. @param {Element[]} around */
  #keepPlace(around) {
    this.#placeless = !document.activeElement || document.activeElement === document.body;
    if (!this.#placeless) return;
    const rest = around.find((element) => element.isConnected);
    const near = rest && rest.tagName !== 'MAIN' ? firstFocusable(rest) : null;
    const isText = near?.matches('input, textarea');  // a phone would bring its keyboard up
    const place = isText ? rest : near ?? this.root.querySelector('h1');
    if (!place) return;  // between two pages: tried again with what comes next
    this.#placeless = false;
    if (place !== near) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }

  #update(records, i) {
    const id = records.id(i);
    let entry = this.#entries.get(id);
    if (entry && entry.hashLow === records.hashLow(i) && entry.hashHigh === records.hashHigh(i)) {
      entry.turn = this.#turn;
      return entry;
    }
    if (entry?.turn === this.#turn) return null;  // a second node with the same id
    const record = records.read(i);
    const parent = record.parent ? this.#entries.get(record.parent)?.element ?? null : this.root;
    const tag = tagOf(record, parent);
    const fresh = entry?.tag !== tag || entry.record.role !== record.role;
    if (fresh) {
      entry?.element.remove();
      const element = document.createElement(tag);
      entry = { element, record, tag, hashLow: 0, hashHigh: 0, turn: 0 };
      element.mirrorEntry = entry;
      this.#entries.set(id, entry);
    }
    const earlier = fresh ? null : entry.record;
    entry.record = record;
    entry.turn = this.#turn;
    entry.hashLow = records.hashLow(i);
    entry.hashHigh = records.hashHigh(i);
    writeElement(entry.element, record, fresh);
    if (ROLES[record.role].field) this.fields.update(entry, earlier);
    if (record.states & State.hasList || record.role === ROLE.listBox) this.#searching.add(entry);
    if (record.role === ROLE.scrollArea) setExtent(entry.element, record);
    if (record.role === ROLE.combo) this.#doubtful.add(entry);  // its options come after it
    return entry;
  }

  #removeStale() {
    for (const [id, entry] of this.#entries) {
      if (entry.turn === this.#turn) continue;
      entry.element.remove();
      this.#entries.delete(id);
      this.#doubtful.delete(entry);
      this.#searching.delete(entry);
      if (entry.record.role === ROLE.scrollArea || ROLES[entry.record.role].field) this.program.module._fc_forget_scroll(id);
    }
  }

  /** Puts every element under its parent, in the order of the records. */
  #arrange(records, entries) {
    const cursors = new Map();
    for (let i = 0; i < entries.length; ++i) {
      const entry = entries[i];
      if (!entry) continue;
      const parentId = records.parent(i);
      const parent = parentId ? this.#entries.get(parentId)?.element : this.root;
      if (!parent) continue;
      const previous = cursors.get(parent);
      const next = previous ? previous.nextSibling : firstSlot(parent);
      if (next !== entry.element) putBefore(parent, entry.element, next);
      cursors.set(parent, entry.element);
    }
  }

  /** What lies below a modal layer is out of reach; closing it gives the focus back. */
  #guardModals(before) {
    let top = 0;
    const open = new Set();
    for (const child of this.root.children) {
      const { record } = child.mirrorEntry;
      if (!(record.states & State.modal)) continue;
      top = Math.max(top, record.layer);
      open.add(record.id);
      if (!this.#openers.has(record.id)) this.#openers.set(record.id, before);
    }
    for (const child of this.root.children) child.inert = child.mirrorEntry.record.layer < top;
    for (const [id, opener] of this.#openers) {
      if (open.has(id)) continue;
      this.#openers.delete(id);
      const lost = document.activeElement === document.body || document.activeElement === null;
      if (lost && opener?.isConnected) opener.focus({ preventScroll: true });
    }
    if (top === 0) return;
    const within = [...this.root.children].findLast((child) => child.contains(document.activeElement));
    if (within && !within.inert) return;  // also in a list that lies over the modal layer
    const modal = [...this.root.children].findLast((child) => child.mirrorEntry.record.layer === top);
    if (modal) firstFocusable(modal)?.focus({ preventScroll: true });
  }

  /** The browser changed a choice by itself; after the next frame it shows what the program says. @param {Entry} entry */
  doubt(entry) { this.#doubtful.add(entry); }

  settleChoices() {
    for (const { element, record } of this.#doubtful) {
      if (record.role === ROLE.slider) {
        if (Number(element.value) !== record.number) element.value = String(record.number);
      } else {
        setChoice(element, record);
      }
    }
    this.#doubtful.clear();
  }

  /** @param {number} id 0 takes the focus away */
  focus(id) {
    const element = this.#entries.get(id)?.element;
    this.#awaited = element ? 0 : id;
    if (!element) {
      if (id === 0) document.activeElement?.blur?.();
      return;
    }
    if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

function setExtent(element, record) {
  let extent = element.querySelector(':scope > .extent');
  if (!extent) {
    extent = document.createElement('i');
    extent.className = 'extent';
    extent.ariaHidden = 'true';
    element.append(extent);
  }
  extent.style.left = `${Math.max(record.contentWidth - 1, 0)}px`;
  extent.style.top = `${Math.max(record.contentHeight - 1, 0)}px`;
}

/** The first child that is an element of the mirror or the place for one: after the name's text. */
function firstSlot(parent) {
  let child = parent.firstChild;
  while (child && child.nodeType === Node.TEXT_NODE) child = child.nextSibling;
  return child;
}

function putBefore(parent, element, next) {
  if (element.isConnected && element.contains(document.activeElement)) {
    if (typeof parent.moveBefore === 'function') {
      parent.moveBefore(element, next);
      return;
    }
    if (element.parentNode === parent && next) {  // move the others instead
      const after = element.nextSibling;
      for (let other = next; other && other !== element;) {
        const following = other.nextSibling;
        parent.insertBefore(other, after);
        other = following;
      }
      return;
    }
  }
  parent.insertBefore(element, next);
}

const FOCUSABLE = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex="0"]';

function firstFocusable(container) {
  if (container.matches(FOCUSABLE)) return container;
  const inside = container.querySelector(FOCUSABLE);
  if (inside) return inside;
  container.tabIndex = -1;
  return container;
}
