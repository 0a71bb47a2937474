// How long saving and loading take by the size of the workspace, in Chromium, and how loading through IDBFS compares.
import {mkdtempSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {projectFolder} from '../browser/support/site.mjs';
import {closeProbes, loadProbe, openProbe} from '../browser/support/storage_probe.mjs';
import {printRow} from './support/rows.mjs';

const sizes = [['0.2 MB', 100], ['1.5 MB', 750], ['15 MB', 7500], ['73 MB', 36_500]];
const itemBytes = 2000;

/** All files of the workspace into the memory file system, as a program without shell/storage.js would load them. */
const loadThroughIdbfs = async () => {
  const {FS, IDBFS} = probe.module;
  const mount = `/fullcircle/${location.search.slice(1)}`;
  FS.mkdirTree(mount);
  FS.mount(IDBFS, {}, mount);
  const began = performance.now();
  await new Promise((resolve, reject) => FS.syncfs(true, error => (error ? reject(error) : resolve())));
  return performance.now() - began;
};

/** The same files through shell/storage.js, not checked or merged either. */
const loadDirectly = async () => {
  const {Storage} = await import('./storage.js');
  const began = performance.now();
  await new Promise(resolve => new Storage().read(location.search.slice(1), () => true, () => {}, resolve));
  return performance.now() - began;
};

const profile = mkdtempSync(join(projectFolder, 'build/bench-profile-'));  // on a disk: a profile in memory saves in no time
const {page, close} = await openProbe('chromium', {profile, workspace: 'first'});
for (const [size, count] of sizes) {
  await loadProbe(page, size);
  const firstStore = await page.evaluate(async ([count, bytes]) => {
    await probe.writing();
    probe.fill(count, bytes);
    const began = performance.now();
    await probe.saved();
    return performance.now() - began;
  }, [count, itemBytes]);
  printRow(`first store of ${size}`, 'ms', [firstStore], 1000);
  const saves = await page.evaluate(async () => {
    const times = [];
    for (let i = 0; i < 60; ++i) times.push(await probe.measureSave(`edit ${i}`));
    return times;
  });
  printRow(`one edit saved, workspace of ${size}`, 'ms', saves, 10);
  const whole = [], direct = [], through = [];
  for (let run = 0; run < 5; ++run) {
    await loadProbe(page, size);
    whole.push(await page.evaluate(() => probe.loadMs));
    direct.push(await page.evaluate(loadDirectly));
    through.push(await page.evaluate(loadThroughIdbfs));
  }
  printRow(`load, check and merge ${size}`, 'ms', whole, 0);
  printRow(`only read ${size}, shell/storage.js`, 'ms', direct, 0);
  printRow(`only read ${size}, IDBFS`, 'ms', through, 0);
}
await close();
rmSync(profile, {recursive: true, force: true});
await closeProbes();
