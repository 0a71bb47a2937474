// Mouse, pen and finger. The browser decides what is under the pointer and what counts as a click; the program hears the
// answer. Listeners sit on the common ancestor of canvas and mirror.

import { modifiersOf } from './keys.js';
import { State } from './mirror_records.js';
import { ROLE, ROLES } from './roles.js';
import { Act } from './program.js';

export class PointerInput {
  #path = '';
  #lastMove = null;

  /** @param {HTMLElement} app @param {import('./mirror.js').Mirror} mirror
   *  @param {import('./program.js').Program} program @param {import('./frames.js').Frames} frames */
  constructor(app, mirror, program, frames) {
    this.mirror = mirror;
    this.program = program;
    this.frames = frames;
    app.addEventListener('pointermove', (event) => this.#move(event));
    app.addEventListener('pointerover', (event) => this.#move(event));
    app.addEventListener('pointerdown', (event) => this.#down(event));
    app.addEventListener('pointerup', (event) => this.#up(event));
    app.addEventListener('pointercancel', (event) => this.#up(event));
    app.addEventListener('click', (event) => this.#click(event));
    app.addEventListener('dblclick', (event) => this.#act(event, Act.doubleClick));
    app.addEventListener('contextmenu', (event) => this.#contextMenu(event));
    document.documentElement.addEventListener('pointerleave', () => this.#leave());
  }

  #path_of(target) {
    const path = [];
    for (let entry = this.mirror.entryOf(target); entry; entry = this.mirror.entryOf(entry.element.parentElement))
      path.push(entry.record.id);
    return path;
  }

  #hover(path) {
    const text = path.join();
    if (text === this.#path) return;
    this.#path = text;
    this.program.hover(path);
    this.frames.wake();
  }

  #report(event, inside) {
    const touch = event.pointerType !== 'mouse';
    this.program.module._fc_pointer(event.clientX, event.clientY, inside ? 1 : 0, touch ? 1 : 0, modifiersOf(event));
    this.#hover(touch ? [] : this.#path_of(event.target));
  }

  #move(event) {
    if (!event.isPrimary) return;
    if (event.pointerType !== 'mouse' && event.buttons === 0) return;
    const at = `${event.clientX},${event.clientY},${event.buttons}`;
    if (at === this.#lastMove && event.type === 'pointermove') return;
    this.#lastMove = at;
    this.#report(event, true);
    this.frames.wake();
  }

  #down(event) {
    if (!event.isPrimary || event.button !== 0) return;
    this.#report(event, true);
    const entry = this.mirror.entryOf(event.target);
    this.program.module._fc_press(entry?.record.id ?? 0);
    if (entry && entry.record.states & State.drags) entry.element.setPointerCapture(event.pointerId);
    this.frames.wake();
  }

  #up(event) {
    if (!event.isPrimary) return;
    this.#report(event, event.pointerType === 'mouse');
    this.program.module._fc_release();
    this.frames.wake();
  }

  #leave() {
    this.program.module._fc_pointer(-1, -1, 0, 0, 0);
    this.#hover([]);
    this.frames.wake();
  }

  #click(event) {
    const entry = this.mirror.entryOf(event.target);
    if (!entry) return;
    const { role, states } = entry.record;
    if (role === ROLE.link) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;  // another tab or window
      event.preventDefault();
    }
    if (!ROLES[role].press && !(states & State.clickable)) return;
    if (entry.element.getAttribute('aria-disabled') === 'true') return;
    if ([ROLE.checkbox, ROLE.radio, ROLE.switch].includes(role)) this.mirror.doubt(entry);
    this.#act(event, Act.activate);
  }

  #act(event, kind) {
    const entry = this.mirror.entryOf(event.target);
    if (!entry) return;
    this.program.act(kind, entry.record.id);
    this.frames.wake();
  }

  #contextMenu(event) {
    for (let entry = this.mirror.entryOf(event.target); entry; entry = this.mirror.entryOf(entry.element.parentElement)) {
      if (ROLES[entry.record.role].field) return;
      if (!(entry.record.states & State.hasMenu)) continue;
      event.preventDefault();
      this.program.act(Act.contextMenu, entry.record.id);
      this.frames.wake();
      return;
    }
  }
}
