// The page's own modules in a real browser, without the program behind them: a test plays the program. It hands over mirror
// nodes and reads back which of the program's functions were called. So the page is tested apart from every screen.
import {openChromiumPage} from './chromium.mjs';
import {shellUrl} from './site.mjs';

/** Runs in the page: puts a memory where the program would be, and writes nodes into it as src/ui/frame/mirror.h lays them out. */
async function setUp() {
  const {Frames} = await import('/frames.js');
  const {Fields} = await import('/fields.js');
  const {Keys} = await import('/keys.js');
  const {Mirror} = await import('/mirror.js');
  const {PointerInput} = await import('/pointer.js');
  const {Program} = await import('/program.js');
  const {Scrolling} = await import('/scroll.js');

  const memory = new ArrayBuffer(1 << 20), scratchAt = 1 << 19, stringsAt = 1 << 18, nodeBytes = 176;
  const calls = [];
  const encoder = new TextEncoder(), decoder = new TextDecoder();
  let scratchLength = 0, time = 0;
  const scratch = () => decoder.decode(new Uint8Array(memory, scratchAt, scratchLength));
  const own = {
    HEAPU8: new Uint8Array(memory),
    HEAPU32: new Uint32Array(memory),
    HEAPF32: new Float32Array(memory),
    _fc_scratch: size => { scratchLength = size; return scratchAt; },
    _fc_frame: () => { calls.push(['frame']); return -1; },
    _fc_action: (kind, id, number, hasText) =>
      calls.push([['activate', 'text', 'number', 'commit', 'key', 'menu', 'double'][kind], id, hasText ? scratch() : number]),
    _fc_key: (id, key, modifiers, repeated) => calls.push(['key', id, key, modifiers, scratch(), repeated]),
    _fc_hover: count => calls.push(['hover', ...new Uint32Array(memory, scratchAt, count)]),
  };
  const module = new Proxy(own, {get: (target, name) => target[name] ?? ((...values) => { calls.push([name.slice(4), ...values]); })});

  const program = new Program(module);
  document.body.innerHTML = '<div id="app"><canvas id="canvas" aria-hidden="true"></canvas><div id="mirror"></div></div>';
  const app = document.getElementById('app');
  const fields = new Fields(document.getElementById('mirror'), program);
  const mirror = new Mirror(fields.root, program, fields);
  const frames = new Frames(program, () => fields.syncFocus(), () => { mirror.settleChoices(); fields.settleTexts(); });
  fields.frames = frames;
  fields.onChoice = entry => mirror.doubt(entry);
  const keys = new Keys(mirror, program, fields, frames);
  const scrolling = new Scrolling(mirror, program, frames);
  new PointerInput(app, mirror, program, frames);

  const write = nodes => {
    let end = stringsAt;
    const view = new DataView(memory);
    const string = (at, text = '') => {
      const bytes = encoder.encode(text);
      own.HEAPU8.set(bytes, end);
      view.setUint32(at, end - stringsAt, true);
      view.setUint32(at + 4, bytes.length, true);
      end += bytes.length;
    };
    nodes.forEach((node, i) => {
      const at = i * nodeBytes;
      own.HEAPU8.fill(0, at, at + nodeBytes);
      const u = (offset, value = 0) => view.setUint32(at + offset, value, true);
      const f = (offset, value = 0) => view.setFloat32(at + offset, value, true);
      const d = (offset, value = 0) => view.setFloat64(at + offset, value, true);
      u(0, node.id); u(4, node.parent);
      u(8, ++time);  // always another hash: the test decides what changes
      u(16, node.role | (node.level ?? 0) << 8 | (node.layer ?? 0) << 16 | (node.tabIndex ?? 0) + 1 << 24);
      u(20, node.states); u(24, node.keys);
      const [x, y, width, height] = node.rect ?? [10, 10 + 40 * i, 200, 30];
      f(28, x); f(32, y); f(36, width); f(40, height);
      string(at + 44, node.name); string(at + 52, node.value); string(at + 60, node.description); string(at + 68, node.placeholder);
      u(76, node.labelledBy); u(80, node.controls); u(84, node.index); u(88, node.count); u(92, node.columnCount);
      u(96, node.revision); f(100, node.content?.[0]); f(104, node.content?.[1]);
      d(112, node.number); d(120, node.minimum); d(128, node.maximum); d(136, node.step);
      f(144, 14); f(148, 20); u(172, 400);
    });
    return nodes.length;
  };
  globalThis.shell = {
    apply: nodes => { mirror.apply(0, write(nodes), stringsAt); fields.syncFocus(); },
    focus: id => mirror.focus(id),
    scrollTo: (id, x, y) => scrolling.scrollTo(id, x, y),
    shortcuts: codes => { new Uint32Array(memory, scratchAt).set(codes); keys.setShortcuts(scratchAt, codes.length); },
    take: () => calls.splice(0).filter(([name]) => name !== 'frame'),
  };
}

/** Numbers of MirrorRole, bits of mirror_state and key_set, as far as tests use them. */
export const role = {
  button: 1, link: 2, checkbox: 3, radio: 4, text_field: 9, text_area: 10, combo: 12, option: 13, slider: 15, heading: 16, text: 17,
  list: 18, list_item: 19, scroll_area: 25, dialog: 26, main: 31, tree_item: 44, surface: 47,
};
export const state = {checked: 1, disabled: 4, readonly: 1 << 8, modal: 1 << 13, clickable: 1 << 18, drags: 1 << 24};
export const keys = {down: 1 << 4, escape: 1 << 11, enter: 1 << 9};

/** A page with nothing in it but the shell. `apply` hands it nodes, `take` what it has called since. */
export async function openShell(settings = {}) {
  const {page, close} = await openChromiumPage({width: 500, height: 400, theme: 'light', language: 'en', dpr: 1, reducedMotion: true, ...settings});
  await page.goto(await shellUrl() + 'no-such-page');
  await page.evaluate(address => new Promise(resolve => {
    const link = Object.assign(document.createElement('link'), {rel: 'stylesheet', href: address, onload: resolve});
    document.head.append(link);
  }), await shellUrl() + 'fullcircle.css');
  await page.evaluate(setUp);
  return {
    page,
    close,
    apply: nodes => page.evaluate(list => shell.apply(list), nodes),
    focus: id => page.evaluate(which => shell.focus(which), id),
    take: () => page.evaluate(() => shell.take()),
    evaluate: (...all) => page.evaluate(...all),
    /** Which element has the focus, by the name a screen reader would say. */
    focused: () => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent),
  };
}
