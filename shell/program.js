// The WebAssembly program behind functions that take and give JavaScript values.

/** Kinds of action, as in src/ui/frame/frame_input.h. */
export const Act = { activate: 0, setText: 1, setNumber: 2, commitText: 3, key: 4, contextMenu: 5, doubleClick: 6 };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Program {
  /** @param {any} module what createFullcircle resolved to */
  constructor(module) {
    this.module = module;
  }

  /** Text that lies in the program's memory. @param {number} at @param {number} length */
  text(at, length) {
    return length === 0 ? '' : decoder.decode(this.module.HEAPU8.subarray(at, at + length));
  }

  /** A copy of bytes that lie in the program's memory. @param {number} at @param {number} length */
  bytes(at, length) {
    return this.module.HEAPU8.slice(at, at + length);
  }

  /** Puts bytes where the program looks for them in the next call. @param {string | Uint8Array} part */
  #hand(part) {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    const at = this.module._fc_scratch(bytes.length);  // may move the memory, so the view comes after
    this.module.HEAPU8.set(bytes, at);
  }

  /** @param {number} file 0 regular, 1 medium, 2 semibold, 3 icons @param {Uint8Array} bytes */
  addFont(file, bytes) {
    const at = this.module._malloc(bytes.length);
    this.module.HEAPU8.set(bytes, at);
    this.module._fc_font(file, at, bytes.length);
  }

  /** @param {number} kind one of Act @param {number} id @param {{text?: string, number?: number}} [what] */
  act(kind, id, { text, number = 0 } = {}) {
    if (text !== undefined) this.#hand(text);
    this.module._fc_action(kind, id, number, text === undefined ? 0 : 1);
  }

  /** @param {number} id @param {{key: number, modifiers: number, text: string, repeated: boolean}} press */
  key(id, press) {
    this.#hand(press.text);
    this.module._fc_key(id, press.key, press.modifiers, press.repeated ? 1 : 0);
  }

  /** @param {number[]} path innermost first */
  hover(path) {
    this.#hand(new Uint8Array(Uint32Array.from(path).buffer));
    this.module._fc_hover(path.length);
  }

  /**
   * @param {number} request 0 when dropped @param {string} name @param {ArrayBuffer} buffer
   * @param {number} kept the number of a large file, of which the buffer is the beginning @param {number} size of the whole
   */
  file(request, name, buffer, kept, size) {
    this.#hand(name);
    this.module._fc_file_name();
    this.#hand(new Uint8Array(buffer));
    this.module._fc_file(request, kept, size);
  }

  /** A text of the screens, in the language of the screens. @param {string} key */
  words(key) {
    this.#hand(key);
    const length = this.module._fc_words();
    return this.text(this.module._fc_scratch(length), length);
  }

  /** @param {string} place */
  location(place) {
    this.#hand(place);
    this.module._fc_location();
  }

  /** @param {string} tag BCP 47 */
  language(tag) {
    this.#hand(tag);
    this.module._fc_language();
  }
}
