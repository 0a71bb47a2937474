// Files as a person handles them: chosen in the browser's dialog, dropped on the page, found in the downloads. Chromium only.
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'fullcircle-files-'));
process.on('exit', () => rmSync(folder, {recursive: true, force: true}));

/** A file made for a test; returns its path. */
export function makeFile(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** An empty folder for the downloads of a Firefox. */
export function makeFolder() {
  return mkdtempSync(join(folder, 'downloads-'));
}

/** Waits until Firefox has saved a file of this name in its folder of downloads; returns its path. */
export async function savedFile(downloads, name, mostMs = 60_000) {
  const isWhole = file => name.test(file) && statSync(join(downloads, file)).size > 0;
  for (const until = Date.now() + mostMs; Date.now() < until; await new Promise(resolve => setTimeout(resolve, 50))) {
    const found = readdirSync(downloads);
    if (!found.some(file => file.endsWith('.part')) && found.some(isWhole)) return join(downloads, found.find(isWhole));
  }
  throw new Error(`no file ${name} among ${readdirSync(downloads)}`);
}

/** Does `action` (which starts a download) and returns the file: {path, name, text, bytes}. */
export async function download(app, action) {
  const started = app.page.waitForEvent('download', {timeout: 30_000});
  await action();
  const file = await started;
  const path = join(folder, `${Date.now()}-${file.suggestedFilename()}`);
  await file.saveAs(path);
  await app.waitIdle();
  const bytes = readFileSync(path);
  return {path, name: file.suggestedFilename(), bytes, text: bytes.toString('utf8')};
}

/** Does `action` (which offers a file with what it holds) and saves the file as it is offered. */
export async function saveOffered(app, action, save = 'Save file') {
  await action();
  await app.waitIdle();
  return download(app, () => app.find('button', save).click());
}

/** Presses the button that offers a file, and saves it as it is offered. */
export const exportFile = (app, button) => saveOffered(app, () => app.find('button', button).click());

/** Does `action` (which starts `count` downloads at once) and returns the files by name. */
export async function downloadAll(app, count, action) {
  const started = [];
  const enough = new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => reject(new Error(`${started.length} of ${count} files were saved`)), 60_000);
    const take = file => {
      started.push(file);
      if (started.length < count) return;
      clearTimeout(tooLate);
      app.page.off('download', take);
      resolve();
    };
    app.page.on('download', take);
  });
  await action();
  await enough;
  const files = new Map();
  for (const file of started) {
    const path = join(folder, file.suggestedFilename());
    await file.saveAs(path);
    files.set(file.suggestedFilename(), path);
  }
  await app.waitIdle();
  return files;
}

/** Does `action` (which opens the browser's file dialog) and chooses these paths. */
export async function choose(app, paths, action) {
  const opened = app.page.waitForEvent('filechooser', {timeout: 30_000});
  await action();
  await (await opened).setFiles(paths);
  await app.waitIdle();
}

/** Drops files on the middle of the page; each is a path or {name, text}. */
export async function drop(app, files) {
  const contents = files.map(file => (typeof file === 'string'
    ? {name: basename(file), base64: readFileSync(file).toString('base64')}
    : {name: file.name, base64: Buffer.from(file.text).toString('base64')}));
  await app.page.evaluate(dropped => {
    const transfer = new DataTransfer();
    for (const {name, base64} of dropped) {
      transfer.items.add(new File([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))], name));
    }
    const [clientX, clientY] = [innerWidth / 2, innerHeight / 2];
    const target = document.elementFromPoint(clientX, clientY) ?? document.body;
    for (const type of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(type, {bubbles: true, cancelable: true, composed: true, clientX, clientY, dataTransfer: transfer}));
    }
  }, contents);
  await app.waitIdle();
}
