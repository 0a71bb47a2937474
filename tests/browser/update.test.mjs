// Two versions of the site, one after the other on the same address: the newer one is offered when it is whole, nothing of one meets
// the other, what was being written is saved before the page is loaded again, and other tabs go on with the files they came with.
import assert from 'node:assert/strict';
import {cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {createHash} from 'node:crypto';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {findViolations} from './support/accessibility.mjs';
import {closeAll, openApp} from './support/app.mjs';
import {projectFolder} from './support/site.mjs';
import {serveSite} from '../../web/serve.mjs';

const sha256 = bytes => createHash('sha256').update(bytes).digest('hex');

/** Makes the folder a newer version: the page says so, the worker that encrypts has another name, the list knows both. */
function makeNewer(folder) {
  for (const packed of readdirSync(folder).filter(name => /\.(br|gz)$/.test(name))) rmSync(join(folder, packed));
  const old = readdirSync(folder).find(name => name.startsWith('age_worker-'));
  const changed = `${readFileSync(join(folder, old))}\n//`;
  const named = `age_worker-${sha256(changed).slice(0, 10)}.js`;
  writeFileSync(join(folder, old), changed);
  renameSync(join(folder, old), join(folder, named));
  const page = readFileSync(join(folder, 'index.html'), 'utf8').replace(old, named).replace('<html lang="en">', '<html lang="en" data-version="newer">');
  writeFileSync(join(folder, 'index.html'), page);
  const list = join(folder, 'service_worker.js');
  const files = JSON.parse(/const files = (\{.*\});/.exec(readFileSync(list, 'utf8'))[1]);
  const {[old]: gone, ...rest} = files;
  const next = {...rest, [named]: sha256(changed), './': sha256(page)};
  writeFileSync(list, readFileSync(list, 'utf8').replace(/const files = .*;/, `const files = ${JSON.stringify(next)};`).replace(/const version = '.*';/, "const version = 'newer';"));
  return {old, named};
}

/** Where the program ends and the offer begins and ends, from the top of the window. */
const edgesOf = app => app.page.evaluate(() => {
  const [program, offer] = ['app', 'offer'].map(id => document.getElementById(id)?.getBoundingClientRect());
  return {program: program.bottom, offer: offer && [offer.top, offer.bottom], window: innerHeight};
});

const offersOf = app => app.page.evaluate(() => document.querySelectorAll('#offer').length);
const versionOf = app => app.page.evaluate(() => document.documentElement.dataset.version ?? 'first');
const cachesOf = app => app.page.evaluate(async () => (await caches.keys()).filter(name => name.startsWith('site-')));

after(closeAll);

for (const browser of ['chromium', 'firefox']) {
  describe(`a newer version of the site, in ${browser}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'fullcircle-site-'));
    let server, app, other, names;

    before(async () => {
      cpSync(join(projectFolder, 'build/site'), folder, {recursive: true});
      server = await serveSite(folder);
      app = await openApp(browser, {address: server.url});
      await app.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
      await app.click('button', 'Create a team');
      await app.type('textbox', 'Name of the team', 'North');
      await app.type('textbox', 'Your name', 'Aisha');
      await app.click('button', 'Create the team');
    });
    after(async () => {
      await app.close();
      await server.close();
      rmSync(folder, {recursive: true});
    });

    test('a version that is only half there is neither offered nor kept', async () => {
      names = makeNewer(folder);
      const page = readFileSync(join(folder, 'index.html'), 'utf8');
      writeFileSync(join(folder, 'index.html'), page + '<!-- of yet another version -->');
      await app.page.reload();
      await app.waitIdle();
      const state = await app.page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update().catch(() => {});
        const coming = registration.installing;
        if (coming) await new Promise(done => coming.addEventListener('statechange', done, {once: true}));
        return {waiting: Boolean(registration.waiting), state: coming?.state};
      });
      assert.equal(state.waiting, false);
      assert.equal(await versionOf(app), 'first');
      assert.equal(await offersOf(app), 0);
      writeFileSync(join(folder, 'index.html'), page);
    });

    test('it is offered when it is whole, and until then and after that the old one goes on', async () => {
      await app.page.reload();
      await app.waitIdle();
      assert.equal(await versionOf(app), 'first');
      await app.waitFor(() => document.getElementById('offer'));
      assert.match(await app.pageText(), /A new version is ready/);
      assert.deepEqual(await findViolations(app), []);
      await app.screenshot(`update-offer-${browser}`);
      assert.equal((await cachesOf(app)).length, 2);
      other = await openApp(browser, {address: server.url, context: app.context});  // it only reads
      assert.equal(await versionOf(other), 'first');
    });

    test('it covers nothing of the program, however narrow the window is', async () => {
      for (const [width, height] of [[390, 844], [320, 640], [1440, 900]]) {
        await app.resize(width, height);
        const edges = await edgesOf(app);
        assert.deepEqual(edges, {program: edges.offer[0], offer: [edges.program, height], window: height});
        await app.screenshot(`update-offer-${browser}-${width}`);
      }
    });

    test('what was being written is saved first, and then the newer one is there', async () => {
      await app.click('button', 'Add person');
      await app.type('textbox', 'Name', 'Finn Dahl');
      await app.click('button', 'Add');
      await app.page.evaluate(() => { location.hash = 'settings'; });
      await app.waitIdle();
      await app.find('textbox', 'Name of the team').fill('North and West');
      await app.page.evaluate(() => { globalThis.isLeaving = true; });
      await app.find('button', 'Reload').click();
      await app.waitFor(() => !globalThis.isLeaving && globalThis.fullcircle?.frames > 0);
      await app.waitIdle();
      assert.equal(await versionOf(app), 'newer');
      assert.match(await app.pageText(), /North and West/);
      assert.equal(await offersOf(app), 0);
      assert.deepEqual(app.errors, []);
    });

    test('another tab still has all its own files, and they go with it', async () => {
      assert.equal(await versionOf(other), 'first');
      const worker = name => other.page.evaluate(async address => (await fetch(address)).status, name);
      assert.equal(await worker(names.old), 200);
      assert.equal((await cachesOf(app)).length, 2);
      assert.equal(await offersOf(other), 1);
      await other.find('button', 'Close').click();
      await other.waitIdle();
      const edges = await edgesOf(other);
      assert.deepEqual(edges, {program: edges.window, offer: undefined, window: edges.window});
      await other.page.close();
      await app.page.reload();
      await app.waitIdle();
      while (await app.page.evaluate(async () => (await caches.keys()).filter(name => name.startsWith('site-')).length) !== 1) await delay(50);
      assert.equal(await versionOf(app), 'newer');
    });

    test('the newer one opens without a network', async () => {
      await server.close();
      await app.page.reload();
      await app.waitIdle();
      assert.equal(await versionOf(app), 'newer');
      assert.match(await app.pageText(), /North and West/);
      server = await serveSite(folder);
    });
  });
}
