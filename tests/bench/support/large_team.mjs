// A team of 10,000 open in the page, and what the page does while something is done with it. tests/bench/run makes the file first.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {openApp} from '../../browser/support/app.mjs';
import {choose} from '../../browser/support/files.mjs';
import {projectFolder} from '../../browser/support/site.mjs';

const file = join(projectFolder, 'build/bench_10000.fullcircle');

/** Runs in the page: from here on it notes how long each animation frame's work, each storage transaction and each stop takes. */
function takeNotes() {
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
}

const pageProcesses = () => readdirSync('/proc').filter(name => {
  try { return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('--type=renderer'); } catch { return false; }
});

/** The most memory the process of the page held since the last call, in MB. */
function takePeakMb() {
  let peak = 0;
  for (const process of pageProcesses()) {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1] ?? 0) / 1024);
      writeFileSync(`/proc/${process}/clear_refs`, '5');
    } catch { /* it has just ended */ }
  }
  return peak;
}

/** The app that takes notes. */
export async function openNotedApp() {
  const app = await openApp('chromium', {width: 1440, height: 900});
  await app.page.addInitScript(takeNotes);
  await app.page.evaluate(takeNotes);
  return app;
}

export const openLargeTeam = app => choose(app, [file], () => app.find('button', 'Open a file').click());

/** Does something, waits until the page is idle, and returns what was noted meanwhile; of a page that was loaded again, what it noted. */
export async function during(app, action) {
  await app.page.evaluate(() => { for (const list of Object.values(globalThis.measured)) list.length = 0; });
  takePeakMb();
  const start = performance.now();
  await action();
  await app.waitIdle();
  const measured = await app.page.evaluate(() => structuredClone(globalThis.measured));
  return {...measured, milliseconds: performance.now() - start, peakMb: takePeakMb(), longestStop: Math.max(0, ...measured.stops)};
}
