// Starts the program and connects it with the page. Everything is fetched at once and meets here.

import createFullcircle from './fullcircle.js';
import { bringFonts, bringProgram } from './delivery.js';
import { beginDrawing, watchDisplay } from './display.js';
import * as effects from './effects.js';
import { Environment } from './environment.js';
import { Fields } from './fields.js';
import { Files } from './files.js';
import { installFonts } from './fonts.js';
import { Frames } from './frames.js';
import { Glyphs } from './glyphs.js';
import { Keys } from './keys.js';
import { Mirror } from './mirror.js';
import { keepSite } from './offline.js';
import { PointerInput } from './pointer.js';
import { Ports } from './ports.js';
import { Program } from './program.js';
import { Scrolling } from './scroll.js';
import { isGerman, showTrouble } from './trouble.js';

/** What the program calls, named in src/platform/web_shell.cpp and web_glyphs.cpp. @param {Program} program */
function connect(program, parts) {
  const { mirror, keys, scrolling, files, glyphs, frames, app } = parts;
  const text = (at, length) => program.text(at, length);
  return {
    applyMirror: (nodes, count, strings) => mirror.apply(nodes, count, strings),
    focus: (id) => mirror.focus(id),
    scrollTo: (id, x, y) => scrolling.scrollTo(id, x, y),
    reveal: (id) => scrolling.reveal(id),
    setShortcuts: (at, count) => keys.setShortcuts(at, count),
    announce: (at, length) => effects.announce(text(at, length)),
    copy: (at, length) => effects.copy(text(at, length)),
    openFiles: (id, at, length, several) => files.open(id, text(at, length), Boolean(several)),
    saveFile: (name, nameLength, type, typeLength, at, length) =>
      files.save(text(name, nameLength), text(type, typeLength), program.bytes(at, length)),
    print: (at, length) => effects.print(text(at, length)),
    setLocation: (at, length) => effects.setLocation(text(at, length)),
    openAddress: (at, length) => effects.openAddress(text(at, length)),
    setTitle: (at, length) => effects.setTitle(text(at, length)),
    setLanguage: (at, length) => effects.setLanguage(text(at, length)),
    setDark: (dark) => effects.setDark(Boolean(dark)),
    setCursor: (cursor) => effects.setCursor(app, cursor),
    wake: () => frames.wake(),
    measureGlyph: (at, length, size, weight, metrics) => glyphs.measure(text(at, length), size, weight, metrics),
    drawGlyph: (at) => glyphs.draw(at),
  };
}

/** Nothing more is to be drawn, saved or loaded. */
async function quiet(frames, ports) {
  do await new Promise((resolve) => setTimeout(resolve, 20)); while (!ports.idle || !frames.idle);
}

/** Everything that was entered is in the storage; false when it could not be stored. */
async function saveAll(module, frames, ports) {
  frames.drawNow();
  module._fc_page_end();
  await quiet(frames, ports);
  return module._fc_is_saved() !== 0;
}

async function start() {
  const page = {};
  const arriving = [bringProgram(), bringFonts()];
  const ports = new Ports();
  ports.storage.expect('device');
  const canvas = document.getElementById('canvas');
  beginDrawing(canvas);  // the browser prepares it and the storage while the program arrives
  const [compiled, fonts] = await Promise.all(arriving);
  const instantiateWasm = (imports, receive) => receive(new WebAssembly.Instance(compiled, imports));
  const module = await createFullcircle({ page, ports, instantiateWasm });
  const program = new Program(module);
  ports.connect(module);
  const app = document.getElementById('app');
  const fields = new Fields(document.getElementById('mirror'), program);
  const mirror = new Mirror(fields.root, program, fields);
  const frames = new Frames(program, () => fields.syncFocus(), () => {
    mirror.settleChoices();
    fields.settleTexts();
  });
  fields.frames = frames;
  fields.onChoice = (entry) => mirror.doubt(entry);
  const keys = new Keys(mirror, program, fields, frames);
  const scrolling = new Scrolling(mirror, program, frames);
  const glyphs = new Glyphs(program);
  new PointerInput(app, mirror, program, frames);
  const environment = new Environment(program, frames);
  ports.watchPageEnd();
  const files = new Files(program, frames, (file) => ports.keepFile(file), (over) => environment.setFilesOver(over));
  Object.assign(page, connect(program, { mirror, keys, scrolling, files, glyphs, frames, app }));

  installFonts(program, fonts);
  const wantsParts = new URLSearchParams(location.search).has('parts');
  const canDraw = module._fc_start(wantsParts ? 1 : 0) !== 0;
  const words = (key) => program.words(key);
  // Fetching the site once more would only be in the way of the first screen.
  quiet(frames, ports).then(() => keepSite(words, () => saveAll(module, frames, ports)));
  if (!canDraw) {
    showTrouble(words('page.cannot_draw'), ['page.no_webgl', 'page.no_webgl_why', 'page.untouched'].map(words), {
      label: words('page.download'), run: () => module._fc_save_copy() !== 0, nothing: words('page.no_team'),
    });
    return;
  }
  watchDisplay(canvas, program, frames);
  frames.drawNow();
  // For tests and measurements: frames so far, and whether anything is still to come.
  globalThis.fullcircle = {
    get frames() { return frames.count; },
    get idle() { return frames.idle && files.idle && ports.idle; },
    get drawnFrames() { return module._fc_drawn_frames(); },
    get lastFrameMs() { return module._fc_last_frame_ms(); },
  };
}

start().catch((error) => {
  console.error(error);
  const [title, what] = isGerman()  // the program, which has the words, did not come
    ? ['Fullcircle konnte nicht starten', 'Laden Sie die Seite neu, um es noch einmal zu versuchen. Ihre Daten auf diesem Gerät sind unberührt.']
    : ['Fullcircle could not start', 'Reload the page to try again. Your data on this device is untouched.'];
  showTrouble(title, [String(error?.message ?? error), what]);
});
