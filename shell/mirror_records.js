// Reads the program's mirror nodes: the layout of MirrorNode in src/ui/frame/mirror.h, checked there by static_assert.

export const NODE_BYTES = 176;

/** Bits of a node's states, as in src/ui/frame/mirror_role.h. */
export const State = {
  checked: 1 << 0, mixed: 1 << 1, disabled: 1 << 2, selected: 1 << 3, expanded: 1 << 4, collapsed: 1 << 5,
  invalid: 1 << 6, required: 1 << 7, readonly: 1 << 8, current: 1 << 9, pressed: 1 << 10, toggle: 1 << 11,
  unseen: 1 << 12, modal: 1 << 13, ascending: 1 << 14, descending: 1 << 15, hasMenu: 1 << 16, hasList: 1 << 17,
  clickable: 1 << 18, busy: 1 << 19, spellCheck: 1 << 20, indeterminate: 1 << 21,
  focusable: 1 << 22, drags: 1 << 23,
};

/**
 * One node. Valid only until the program runs again.
 * @typedef {ReturnType<MirrorRecords['read']>} MirrorRecord
 */
export class MirrorRecords {
  #program;

  /** @param {import('./program.js').Program} program @param {number} nodes @param {number} count @param {number} strings */
  constructor(program, nodes, count, strings) {
    const { buffer } = program.module.HEAPU8;
    this.#program = program;
    this.count = count;
    this.integers = new Uint32Array(buffer, nodes, count * NODE_BYTES / 4);
    this.floats = new Float32Array(buffer, nodes, count * NODE_BYTES / 4);
    this.doubles = new Float64Array(buffer, nodes, count * NODE_BYTES / 8);
    this.strings = strings;
  }

  id(i) { return this.integers[i * 44]; }
  parent(i) { return this.integers[i * 44 + 1]; }
  hashLow(i) { return this.integers[i * 44 + 2]; }
  hashHigh(i) { return this.integers[i * 44 + 3]; }

  #text(i, at) {
    const u = this.integers;
    return this.#program.text(this.strings + u[i * 44 + at], u[i * 44 + at + 1]);
  }

  /** @param {number} i */
  read(i) {
    const u = this.integers, f = this.floats, d = this.doubles, at = i * 44;
    const roleLevel = u[at + 4], kind = u[at + 43];
    return {
      id: u[at],
      parent: u[at + 1],
      role: roleLevel & 0xff,
      level: roleLevel >>> 8 & 0xff,
      layer: roleLevel >>> 16 & 0xff,
      tabIndex: (roleLevel >>> 24) - 1,
      states: u[at + 5],
      keys: u[at + 6],
      x: f[at + 7], y: f[at + 8], width: f[at + 9], height: f[at + 10],
      name: this.#text(i, 11),
      value: this.#text(i, 13),
      description: this.#text(i, 15),
      placeholder: this.#text(i, 17),
      labelledBy: u[at + 19],
      controls: u[at + 20],
      index: u[at + 21] | 0,
      count: u[at + 22] | 0,
      columnCount: u[at + 23] | 0,
      textRevision: u[at + 24],
      contentWidth: f[at + 25], contentHeight: f[at + 26],
      number: d[i * 22 + 14], minimum: d[i * 22 + 15], maximum: d[i * 22 + 16], step: d[i * 22 + 17],
      fontSize: f[at + 36], lineHeight: f[at + 37],
      paddingLeft: f[at + 38], paddingTop: f[at + 39], paddingRight: f[at + 40], paddingBottom: f[at + 41],
      colour: u[at + 42],
      weight: kind & 0xffff,
      entry: kind >>> 16 & 0xff,
      align: kind >>> 24,
    };
  }
}
