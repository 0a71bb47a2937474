// What surrounds the page: colour scheme, motion, pointer, visibility, language, address and the edges of a phone.

/** Bits as fc_environment in src/platform/web_main.cpp reads them. */
const BIT = { dark: 1, reducedMotion: 2, coarsePointer: 4, windowFocused: 8, pageHidden: 16, filesOver: 32 };

/** What the page itself offers (offer.js) lies between the program and the foot of the window. */
const offeredHeight = () => document.getElementById('offer')?.offsetHeight ?? 0;

export class Environment {
  #filesOver = false;
  #offered = 0;

  /** @param {import('./program.js').Program} program @param {import('./frames.js').Frames} frames */
  constructor(program, frames) {
    this.program = program;
    this.frames = frames;
    this.queries = {
      dark: matchMedia('(prefers-color-scheme: dark)'),
      reducedMotion: matchMedia('(prefers-reduced-motion: reduce)'),
      coarsePointer: matchMedia('(pointer: coarse)'),
    };
    for (const query of Object.values(this.queries)) query.addEventListener('change', () => this.#report());
    addEventListener('focus', () => this.#report());
    addEventListener('blur', () => this.#report());
    document.addEventListener('visibilitychange', () => {
      this.#report();
      if (document.hidden) frames.drawNow();  // no frame comes any more: the last edits must reach the program now
    });
    addEventListener('pagehide', () => frames.drawNow());
    addEventListener('hashchange', () => this.#reportLocation());
    addEventListener('languagechange', () => program.language(navigator.language));
    visualViewport?.addEventListener('resize', () => this.#reportInsets());
    new ResizeObserver(() => { if (offeredHeight() !== this.#offered) this.#reportInsets(); }).observe(document.getElementById('app'));
    program.language(navigator.language);
    this.#report();
    this.#reportInsets();
    this.#reportLocation();
  }

  /** @param {boolean} over */
  setFilesOver(over) {
    this.#filesOver = over;
    this.#report();
  }

  #report() {
    const { dark, reducedMotion, coarsePointer } = this.queries;
    const bits = (dark.matches ? BIT.dark : 0) | (reducedMotion.matches ? BIT.reducedMotion : 0)
      | (coarsePointer.matches ? BIT.coarsePointer : 0) | (document.hasFocus() ? BIT.windowFocused : 0)
      | (document.hidden ? BIT.pageHidden : 0) | (this.#filesOver ? BIT.filesOver : 0);
    this.program.module._fc_environment(bits);
    this.frames.wake();
  }

  /** The safe area is known to CSS only, so a probe is laid out and measured. */
  #reportInsets() {
    const probe = document.createElement('div');
    probe.className = 'unseen';
    for (const side of ['top', 'right', 'bottom', 'left']) probe.style.setProperty(`padding-${side}`, `env(safe-area-inset-${side}, 0px)`);
    document.body.append(probe);
    const sides = getComputedStyle(probe);
    const [top, right, bottom, left] = [sides.paddingTop, sides.paddingRight, sides.paddingBottom, sides.paddingLeft].map(parseFloat);
    probe.remove();
    const keyboard = visualViewport && visualViewport.scale === 1 ? Math.max(0, innerHeight - visualViewport.height) : 0;
    const offered = this.#offered = offeredHeight();
    this.program.module._fc_insets(top, right, Math.max(0, bottom - offered), left, Math.max(0, keyboard - offered));
    this.frames.wake();
  }

  #reportLocation() {
    this.program.location(decodeURIComponent(location.hash.slice(1)));
    this.frames.wake();
  }
}
