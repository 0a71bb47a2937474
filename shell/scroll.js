// Scroll areas are real: wheel, inertia, keys and scrolling into view are the browser's, and the drawing follows.

import { ROLE, ROLES } from './roles.js';

export class Scrolling {
  /** @param {import('./mirror.js').Mirror} mirror @param {import('./program.js').Program} program
   *  @param {import('./frames.js').Frames} frames */
  constructor(mirror, program, frames) {
    this.mirror = mirror;
    this.program = program;
    this.frames = frames;
    mirror.root.addEventListener('scroll', (event) => this.#scrolled(event.target), { capture: true, passive: true });
  }

  #scrolled(element) {
    const entry = element.mirrorEntry;
    if (!entry || (entry.record.role !== ROLE.scrollArea && !ROLES[entry.record.role].field)) return;
    this.#report(entry);
    this.frames.wake();
  }

  #report({ element, record }) {
    this.program.module._fc_scroll(record.id, element.scrollLeft, element.scrollTop);
  }

  /** @param {number} id @param {number} x @param {number} y */
  scrollTo(id, x, y) {
    const entry = this.mirror.entry(id);
    if (!entry) return;
    entry.element.scrollTo({ left: x, top: y, behavior: 'instant' });
    this.#report(entry);
  }

  /** @param {number} id */
  reveal(id) {
    const entry = this.mirror.entry(id);
    entry?.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}
