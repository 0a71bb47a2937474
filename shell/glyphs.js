// Characters Inter lacks, drawn with the device's own fonts into a small canvas and handed to the program as pixels.

const MISSING = 0, INK = 1, COLOURED = 2;
const EMOJI = /\p{Emoji_Presentation}|\uFE0F/u;
const UNASSIGNED = /^[\p{Cn}\p{Co}\p{Cs}]$/u;
const KNOWN_MISSING = '\u{10FFFE}';

export class Glyphs {
  #canvas = document.createElement('canvas');
  #context = this.#canvas.getContext('2d', { willReadFrequently: true });
  #bitmap = { left: 0, top: 0, width: 0, height: 0 };
  /** @type {Map<string, Uint8ClampedArray>} the box shown for what no font has, by font */
  #missing = new Map();

  /** @param {import('./program.js').Program} program */
  constructor(program) {
    this.program = program;
    this.#canvas.className = 'glyphs';  // in the page, so that its language chooses among the Chinese and Japanese forms
    document.body.append(this.#canvas);
  }

  /**
   * Measures a character, or a stretch of letters that belong together, and keeps its bitmap for `draw`.
   * @param {string} character @param {number} size in device pixels @param {number} weight @param {number} metrics where
   *   advance, left, top, width and height go, as floats
   * @returns {number} kind
   */
  measure(character, size, weight, metrics) {
    if (UNASSIGNED.test(character)) return MISSING;
    const font = EMOJI.test(character)
      ? `${weight} ${size}px "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", Inter, system-ui, sans-serif`
      : `${weight} ${size}px Inter, system-ui, sans-serif`;
    const advance = this.#render(character, font);
    const blank = this.#bitmap.width === 0;
    if (blank ? !/\s|\p{Cf}|\p{M}/u.test(character) : this.#isMissingBox(font, size)) return MISSING;
    const { left, top, width, height } = this.#bitmap;
    this.program.module.HEAPF32.set([advance, left, top, width, height], metrics / 4);
    return blank || !this.#isColoured() ? INK : COLOURED;
  }

  /** @param {number} at room for width × height pixels, red green blue alpha */
  draw(at) {
    this.program.module.HEAPU8.set(this.#pixels, at);
  }

  /** @type {Uint8ClampedArray} */
  #pixels = new Uint8ClampedArray();

  /** Draws white on nothing, with two pixels around what the font says it covers. @returns {number} the advance */
  #render(character, font) {
    const context = this.#context;
    context.font = font;
    const measured = context.measureText(character);
    const left = Math.floor(-measured.actualBoundingBoxLeft) - 2;
    const right = Math.ceil(measured.actualBoundingBoxRight) + 2;
    const top = Math.floor(-measured.actualBoundingBoxAscent) - 2;
    const bottom = Math.ceil(measured.actualBoundingBoxDescent) + 2;
    const width = right - left, height = bottom - top;
    if (this.#canvas.width < width || this.#canvas.height < height) {
      this.#canvas.width = Math.max(this.#canvas.width, width);
      this.#canvas.height = Math.max(this.#canvas.height, height);
      context.font = font;
    }
    context.clearRect(0, 0, width, height);
    context.fillStyle = '#fff';
    context.fillText(character, -left, -top);
    const { data } = context.getImageData(0, 0, width, height);
    const inked = data.some((value, i) => i % 4 === 3 && value > 0);
    this.#bitmap = inked ? { left, top, width, height } : { left: 0, top: 0, width: 0, height: 0 };
    this.#pixels = inked ? data : new Uint8ClampedArray();
    return measured.width;
  }

  /** The last bitmap is the box or the question mark that stands for a character no font has. */
  #isMissingBox(font) {
    const seen = this.#pixels, seenBox = this.#bitmap;
    let missing = this.#missing.get(font);
    if (!missing) {
      this.#render(KNOWN_MISSING, font);
      missing = this.#pixels;
      this.#missing.set(font, missing);
    }
    this.#pixels = seen;
    this.#bitmap = seenBox;
    return missing.length === seen.length && missing.every((value, i) => value === seen[i]);
  }

  #isColoured() {
    const pixels = this.#pixels;
    for (let i = 0; i < pixels.length; i += 4)
      if (pixels[i + 3] > 32 && (pixels[i] < 200 || pixels[i + 1] < 200 || pixels[i + 2] < 200)) return true;
    return false;
  }
}
