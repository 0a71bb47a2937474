// Draws when something happened, once per browser frame, and otherwise not at all.

export class Frames {
  #program;
  #before;
  #after;
  #scheduled = false;
  #drawing = false;
  #timer = 0;
  #handle = 0;
  #lastMs = 0;

  /** Frames so far. */
  count = 0;

  /** No frame is on its way, though a timer may be. */
  get idle() { return !this.#scheduled && !this.#drawing; }

  /** @param {import('./program.js').Program} program @param {() => void} before each frame @param {() => void} after each */
  constructor(program, before, after) {
    this.#program = program;
    this.#before = before;
    this.#after = after;
    document.addEventListener('visibilitychange', () => this.#reschedule());
  }

  /** Something changed: draw in the next browser frame. */
  wake() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#schedule();
  }

  /** A hidden page gets no browser frames, yet an import or a save must go on. */
  #schedule() {
    if (document.hidden) this.#handle = setTimeout(() => this.#draw(performance.now()), 50);
    else this.#handle = requestAnimationFrame((now) => this.#draw(now));
  }

  #reschedule() {
    if (!this.#scheduled) return;
    if (document.hidden) cancelAnimationFrame(this.#handle);
    else clearTimeout(this.#handle);
    this.#schedule();
  }

  /** Draws at once: for a new window size, and before the page goes away. */
  drawNow() {
    if (!this.#drawing) this.#draw(performance.now(), true);
  }

  #draw(time, extra = false) {
    if (!extra) this.#scheduled = false;
    clearTimeout(this.#timer);
    const now = this.#lastMs = Math.max(time, this.#lastMs);  // a frame's time is older than the clock
    this.count += 1;
    this.#drawing = true;
    this.#before();
    const next = this.#program.module._fc_frame(now);
    this.#drawing = false;
    this.#after();
    if (next < 0) return;
    if (next <= now) this.wake();
    else this.#timer = setTimeout(() => this.wake(), next - now);
  }
}
