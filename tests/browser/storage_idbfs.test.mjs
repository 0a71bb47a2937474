// What is stored can be read by Emscripten's own IDBFS: same names, same bytes.
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {closeChromium} from './support/chromium.mjs';
import {closeProbes, loadProbe, openProbe} from './support/storage_probe.mjs';

after(async () => {
  await closeChromium();
  await closeProbes();
});

for (const browser of ['chromium', 'firefox']) {
  test(`IDBFS reads every stored part in ${browser}`, async () => {
    const {page, close} = await openProbe(browser);
    await page.evaluate(async () => {
      await probe.writing();
      probe.fill(400, 2000);
      await probe.saved();
      probe.add('one more');
      await probe.saved();
    });
    await loadProbe(page);
    const files = await page.evaluate(async () => {
      const {FS, IDBFS} = probe.module;
      const mount = '/fullcircle/w1';
      await probe.writing();  // from here on nothing is written
      FS.mkdirTree(mount);
      FS.mount(IDBFS, {}, mount);
      await new Promise((resolve, reject) => FS.syncfs(true, error => (error ? reject(error) : resolve())));
      const {Storage} = await import('./storage.js');
      const found = [];
      await new Promise(resolve => new Storage().read('w1', () => true, (name, bytes) => {
        const file = FS.readFile(`${mount}/${name}`);
        found.push([name, file.length === bytes.length && file.every((byte, at) => byte === bytes[at])]);
      }, resolve));
      return {found, names: FS.readdir(mount).filter(name => !name.startsWith('.')), manifest: FS.readFile(`${mount}/m`, {encoding: 'utf8'})};
    });
    assert.ok(files.found.every(([, same]) => same));
    assert.deepEqual(files.found.map(([name]) => name).sort(), files.names.sort());
    assert.match(files.manifest, /^fullcircle-manifest 1\nepoch \d+\ngeneration 2\n/);
    assert.ok(files.names.some(name => name.startsWith('c.')) && files.names.includes('j.2.1'));
    await close();
  });
}
