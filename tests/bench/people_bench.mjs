// A team of 10,000 in the page: opening its file, scrolling, sorting and filtering the people, saving one edit.
// tests/bench/run makes the file first.
import {join} from 'node:path';
import {closeAll, openApp} from '../browser/support/app.mjs';
import {choose} from '../browser/support/files.mjs';
import {projectFolder} from '../browser/support/site.mjs';
import {printPercentiles, printRow} from './support/rows.mjs';

const file = join(projectFolder, 'build/bench_10000.fullcircle');
const app = await openApp('chromium', {width: 1440, height: 900});
const {page} = app;

/** From here on the page notes how long each animation frame's work and each storage transaction takes. */
await page.evaluate(() => {
  globalThis.measured = {frames: [], saves: [], stops: []};
  new PerformanceObserver(list => globalThis.measured.stops.push(...list.getEntries().map(stop => stop.duration))).observe({entryTypes: ['longtask']});
  const request = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = work => request(now => {
    const start = performance.now();
    work(now);
    globalThis.measured.frames.push(performance.now() - start);
  });
  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const transaction = open.call(this, stores, mode, options);
    const start = performance.now();
    if (mode === 'readwrite') transaction.addEventListener('complete', () => globalThis.measured.saves.push(performance.now() - start));
    return transaction;
  };
});

/** Does something, waits until the page is idle, and returns what was measured meanwhile. */
async function during(action) {
  await page.evaluate(() => { for (const list of Object.values(globalThis.measured)) list.length = 0; });
  const start = performance.now();
  await action();
  await app.waitIdle();
  const measured = await page.evaluate(() => structuredClone(globalThis.measured));
  return {...measured, milliseconds: performance.now() - start};
}

const opened = await during(() => choose(app, [file], () => app.find('button', 'Open a file').click()));
printRow('10,000 people: open the file in the page, stored', 'ms', [opened.milliseconds], 0);
printRow('10,000 people: longest stop meanwhile', 'ms', [Math.max(0, ...opened.stops)], 0);
printRow('10,000 people: first store', 'ms', [Math.max(0, ...opened.saves)], 1000);

await page.getByRole('link', {name: 'People', exact: true}).or(page.getByRole('button', {name: 'People', exact: true})).first().click();
await app.waitIdle();
const filtered = await during(() => app.type('searchbox', 'Filter by name or role', 'mar'));
printRow('10,000 people: filter, a letter', 'ms', [Math.max(...filtered.frames)], 20);
await page.keyboard.press('Control+A');
await page.keyboard.press('Delete');
await app.waitIdle();

const sorts = [];
for (const column of ['Role', 'Person', 'Role', 'Person']) {
  sorts.push(Math.max(...(await during(() => page.getByRole('columnheader', {name: column}).getByRole('button').or(page.getByRole('button', {name: column, exact: true})).first().click())).frames));
}
printRow('10,000 people: sort', 'ms', sorts, 30);

await page.mouse.move(800, 600);
const scrolled = await during(async () => {
  for (let step = 0; step < 120; step++) {
    const before = await app.frames();
    await page.mouse.wheel(0, 480);
    await app.waitFor(frames => globalThis.fullcircle.frames > frames, before);
  }
});
printPercentiles('10,000 people: a frame while scrolling', 'ms', scrolled.frames, 4);

await app.close();
await closeAll();
