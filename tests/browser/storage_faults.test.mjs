// A browser whose storage misbehaves at one place: never a false "saved", nothing lost, and saved once it behaves again.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, describe, test} from 'node:test';
import {closeChromium} from './support/chromium.mjs';
import {KINDS, SITES, installFaults} from './support/faulty_storage.mjs';
import {projectFolder} from './support/site.mjs';
import {closeProbes, loadProbe, openProbe, probeUrl, waitForProbe} from './support/storage_probe.mjs';

after(async () => {
  await closeChromium();
  await closeProbes();
});

const savingSites = ['transaction', 'objectStore', 'add', 'put', 'delete', 'commit', 'open'];
const loadingSites = ['open', 'transaction', 'objectStore', 'get', 'index', 'openKeyCursor', 'getAllKeys', 'add', 'put', 'commit'];
const laneCount = 4;

/** What could fail in IndexedDB; `close` and `abort` only end things. */
const allCalls = new Set([
  'open', 'deleteDatabase', 'databases', 'cmp', 'transaction', 'createObjectStore', 'deleteObjectStore', 'objectStore', 'commit', 'createIndex', 'deleteIndex', 'index',
  'put', 'add', 'delete', 'clear', 'get', 'getAll', 'getKey', 'getAllKeys', 'getAllRecords', 'count', 'index', 'openCursor', 'openKeyCursor',
]);

/** A page of the same origin that stores nothing. */
const emptyPage = async () => new URL('storage.js', await probeUrl()).href;

/** Does the work for each case, a few at a time, each lane in a page of its own: most of the time they wait. */
async function inLanes(cases, work) {
  const waiting = [...cases];
  await Promise.all(Array.from({length: laneCount}, async () => {
    const {page, close} = await openProbe('chromium', {address: 'about:blank'});
    await page.addInitScript(`(${installFaults})(${JSON.stringify(SITES)})`);
    for (let one = waiting.shift(); one; one = waiting.shift()) await work(page, one);
    await close();
  }));
}

/** Runs in the page. */
async function saveOne(item) {
  await probe.writing();
  probe.add(item);
  probe.flush();
  await probe.saved();
}

/** Runs in the page: the job under the fault, the job again, and what a page that starts anew recalls. */
async function runFolderJobs({site, kind, job}) {
  const {Folders} = await import('/folders.js');
  const jobs = {choose: 0, recall: 1, forget: 6};
  globalThis.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('team', {create: true});
  const outcomeOf = async (folders, name) => (await folders.run(jobs[name], 'team', '', new Uint8Array())).outcome;
  if (site === 'createObjectStore') await new Promise(resolve => { indexedDB.deleteDatabase('fullcircle-folders').onsuccess = resolve; });
  else await outcomeOf(new Folders(), 'choose');
  const folders = new Folders();
  storageFault(site, kind, 'once', 'folders');
  const outcomes = [await outcomeOf(folders, job), await outcomeOf(folders, job)];
  return [...outcomes, await outcomeOf(new Folders(), 'recall')];
}

/**
 * Does the work for each case, a few at a time, each lane in a page and a workspace of its own: most of the time they wait. Each case
 * begins by loading what the ones before have left; `work` returns the items that must be there from then on.
 */
async function forEachCase(lane, cases, work) {
  const waiting = [...cases];
  await Promise.all(Array.from({length: laneCount}, async (_, number) => {
    const {page, close} = await openProbe('chromium', {address: 'about:blank'});
    await page.addInitScript(`(${installFaults})(${JSON.stringify(SITES)})`);
    const workspace = `${lane}${number}`;
    const items = [];
    const check = async after => {
      await load(page, workspace);
      const found = await page.evaluate(items => ({loaded: probe.loaded, missing: items.filter(item => !probe.has(item)), setAside: probe.setAside}), items);
      assert.deepEqual(found, {loaded: 1, missing: [], setAside: 0}, `after ${after}`);
    };
    let last = 'nothing';
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      await check(last);
      last = Object.values(one).join(' ');
      items.push(...await work(page, {workspace, ...one}, last));
    }
    await check(last);
    await close();
  }));
}

async function load(page, workspace, fault = '') {
  await page.goto('about:blank');
  await page.goto(`${await probeUrl(workspace)}#${fault}`);
  return waitForProbe(page);
}

/** Runs in the page: saves under the fault, and tells of every moment at which "saved" was shown without being true. */
async function saveUnderFault({workspace, site, kind, items}) {
  const falselySaved = [];
  await probe.writing();
  probe.add(items[0]);
  probe.flush();
  await probe.saved();
  const {transaction} = IDBDatabase.prototype;
  const save = (item, lasts) => {
    storageFault(site, kind, lasts);
    let isClosed = false;
    if (site === 'open') {  // is called again only when the connection is gone
      IDBDatabase.prototype.transaction = function (...rest) {
        if (!isClosed) this.close();
        isClosed = true;
        return transaction.apply(this, rest);
      };
    }
    probe.add(item);
    if (site === 'put' || site === 'delete') probe.fill(2, 100);  // a snapshot: replaces the manifest, removes what is old
    else probe.flush();
  };
  const watch = async (item, ends) => {
    await probe.until(ends);
    if (probe.status === 'saved' && !(await isStored(workspace, item))) falselySaved.push(item);
    return probe.status;
  };
  save(items[1], 'once');
  await watch(items[1], () => probe.status !== 'saving');
  await watch(items[1], () => probe.status === 'saved');  // it tries again by itself
  save(items[2], 'always');
  const shown = await watch(items[2], () => probe.status !== 'saving');
  mendStorage();
  IDBDatabase.prototype.transaction = transaction;
  if (kind !== 'abort') probe.flush();  // the others need not wait
  await watch(items[2], () => probe.status === 'saved' && probe.mode === 'writing');
  return {falselySaved, shown, faults: countFaults()};
}

describe('storage that misbehaves', () => {
  test('saving: every call fails in every way, once and until it is mended', {timeout: 280_000}, async context => {
    const cases = savingSites.flatMap(site => KINDS.map(kind => ({site, kind})));
    await forEachCase('saving', cases, async (page, one, name) => {
      const items = ['before', 'once', 'always'].map(when => `${name} ${when}`);
      const {falselySaved, shown, faults} = await page.evaluate(saveUnderFault, {...one, items});
      assert.deepEqual(falselySaved, [], name);
      assert.ok(faults > 1, `${name}: it never came to the fault`);
      assert.equal(shown, 'not saved', name);
      return items;
    });
    context.diagnostic(`${2 * cases.length} cases`);
  });

  test('loading: every call fails in every way; it says so or recovers, and nothing stored is harmed', {timeout: 280_000}, async context => {
    const cases = loadingSites.flatMap(site => KINDS.map(kind => ({site, kind})));
    await forEachCase('loading', cases, async (page, {workspace, site, kind}, name) => {
      await load(page, workspace, `${site}.${kind}.once`);
      const {loaded, reason, faults} = await page.evaluate(async item => {
        if (probe.loaded === 1) {  // then it can be used
          await probe.writing();
          probe.add(item);
          probe.flush();
          await probe.saved();
        }
        return {loaded: probe.loaded, reason: probe.reason, faults: countFaults()};
      }, name);
      assert.ok(faults > 0, `${name}: it never came to the fault`);
      if (loaded === -1) assert.match(reason, /^error\.storage\./, name);
      return loaded === 1 ? [name] : [];
    });
    context.diagnostic(`${cases.length} cases`);
  });

  test('making a database: every call fails in every way; it says so, and the next start makes it', {timeout: 280_000}, async context => {
    const cases = ['open', 'createObjectStore', 'createIndex'].flatMap(site => KINDS.map(kind => ({site, kind})));
    await inLanes(cases, async (page, {site, kind}) => {
      const name = `${site} ${kind}`;
      const workspace = `new-${site}-${kind}`;
      await load(page, workspace, `${site}.${kind}.once`);
      const {loaded, reason, faults} = await page.evaluate(() => ({loaded: probe.loaded, reason: probe.reason, faults: countFaults()}));
      assert.equal(faults, 1, `${name}: it never came to the fault`);
      assert.equal(loaded, -1, name);
      assert.match(reason, /^error\.storage\./, name);
      await load(page, workspace);
      await page.evaluate(saveOne, name);
      await load(page, workspace);
      assert.deepEqual(await page.evaluate(item => [probe.has(item), probe.setAside], name), [true, 0], name);
    });
    context.diagnostic(`${cases.length} cases`);
  });

  test('beginning a new log: nothing depends on it, however each of its calls fails', {timeout: 280_000}, async context => {
    const sites = ['open', 'createObjectStore', 'transaction', 'objectStore', 'put', 'clear'];
    const cases = sites.flatMap(site => KINDS.map(kind => ({site, kind})));
    await inLanes(cases, async (page, {site, kind}) => {
      const name = `${site} ${kind}`;
      const workspace = `log-${site}-${kind}`;
      await page.goto(await emptyPage());
      await page.evaluate(() => new Promise(resolve => { indexedDB.deleteDatabase('fullcircle-log').onsuccess = resolve; }));
      await load(page, workspace, `${site}.${kind}.always.log`);
      await page.evaluate(saveOne, name);
      assert.ok(await page.evaluate(() => countFaults()) > 0, `${name}: it never came to the fault`);
      assert.ok(await page.evaluate(([workspace, name]) => isStored(workspace, name), [workspace, name]), name);
    });
    context.diagnostic(`${cases.length} cases`);
  });

  const copySites = ['open', 'transaction', 'objectStore', 'put', 'delete', 'commit', 'createObjectStore', 'createIndex', 'index', 'openKeyCursor'];

  test('the second copy: nothing depends on it, however each of its calls fails, and the next start completes it', {timeout: 280_000}, async context => {
    const cases = copySites.flatMap(site => KINDS.map(kind => ({site, kind})));
    await inLanes(cases, async (page, {site, kind}) => {
      const name = `${site} ${kind}`;
      const workspace = `copied-${site}-${kind}`;
      const isStored = isInCopy => page.evaluate(([...rest]) => globalThis.isStored(...rest), [workspace, name, isInCopy]);
      await load(page, workspace);
      await page.evaluate(async ([site, kind]) => {
        await probe.writing();
        storageFault(site, kind, 'always', 'copy');
      }, [site, kind]);
      await page.evaluate(saveOne, name);
      assert.ok(await isStored(false), name);
      await page.evaluate(() => probe.fill(2, 100));  // a snapshot: also removes
      await page.evaluate(() => probe.saved());
      await load(page, workspace);
      await page.evaluate(saveOne, 'later');
      assert.ok(await isStored(true), name);
    });
    context.diagnostic(`${cases.length} cases`);
  });

  test('coming back from the second copy: every call fails in every way; it says so, and the next start has everything', {timeout: 280_000}, async context => {
    const sites = ['open', 'transaction', 'objectStore', 'get', 'put', 'delete', 'commit', 'index', 'openKeyCursor'];
    const cases = sites.flatMap(site => KINDS.flatMap(kind => ['workspace', 'copy'].map(database => ({site, kind, database}))));
    let count = 0;
    await inLanes(cases, async (page, {site, kind, database}) => {
      const name = `${site} ${kind} ${database}`;
      const workspace = `back-${site}-${kind}-${database}`;
      await load(page, workspace);
      await page.evaluate(saveOne, 'kept');
      await page.goto(await emptyPage());
      await page.evaluate(workspace => new Promise(resolve => { indexedDB.deleteDatabase(`/fullcircle/${workspace}`).onsuccess = resolve; }), workspace);
      await load(page, workspace, `${site}.${kind}.once.${database}`);
      const {loaded, reason, has, faults} = await page.evaluate(() => ({loaded: probe.loaded, reason: probe.reason, has: probe.has('kept'), faults: countFaults()}));
      count += faults;
      if (loaded === -1) assert.match(reason, /^error\.storage\./, name);
      else assert.ok(has, `${name}: an empty team`);
      await load(page, workspace);
      assert.deepEqual(await page.evaluate(() => [probe.loaded, probe.has('kept'), probe.setAside]), [1, true, 0], name);
    });
    assert.ok(count > cases.length / 2, `${count} faults in ${cases.length} cases`);
    context.diagnostic(`${cases.length} cases, ${count} faults`);
  });

  test('the shared folders: every call fails in every way, each failure is told, and the next attempt works', {timeout: 280_000}, async context => {
    const sites = {open: 'choose', createObjectStore: 'choose', transaction: 'choose', objectStore: 'choose', put: 'choose', get: 'recall', delete: 'forget'};
    const cases = Object.entries(sites).flatMap(([site, job]) => KINDS.map(kind => ({site, kind, job})));
    await inLanes(cases, async (page, {site, kind, job}) => {
      await page.goto(await emptyPage());
      const outcomes = await page.evaluate(runFolderJobs, {site, kind, job});
      // choosing and forgetting, for the same device started anew: none left; Outcome.failed or full, then ok
      const told = site !== 'open' && kind === 'full' ? [5, 6] : [6, 5];
      assert.ok(told.includes(outcomes[0]), `${site} ${kind}: ${outcomes}`);
      assert.deepEqual(outcomes.slice(1), [0, job === 'forget' ? 2 : 0], `${site} ${kind}`);
    });
    context.diagnostic(`${cases.length} cases`);
  });

  test('the list of calls is the one in shell/', () => {
    const named = new Set();
    for (const name of ['storage.js', 'storage_copy.js', 'storage_database.js', 'storage_log.js', 'folders.js']) {
      const text = readFileSync(join(projectFolder, 'shell', name), 'utf8');
      for (const [, call] of text.matchAll(/\.(\w+)\??\.?\(/g)) if (allCalls.has(call)) named.add(call);
    }
    assert.deepEqual([...named].filter(call => !(call in SITES)), []);
    assert.deepEqual(Object.keys(SITES).filter(call => !named.has(call)), []);
  });

  test('removing: every way of failing is told', async () => {
    const {page, close} = await openProbe('chromium', {address: 'about:blank'});
    await page.addInitScript(`(${installFaults})(${JSON.stringify(SITES)})`);
    await load(page, 'w1');
    for (const kind of KINDS) {
      const outcomes = await page.evaluate(async kind => {
        const {Storage} = await import('./storage.js');
        const remove = () => new Promise(resolve => { new Storage().remove('elsewhere', resolve); });
        storageFault('deleteDatabase', kind, 'once');
        return [await remove(), await remove()];
      }, kind);
      assert.deepEqual(outcomes, [4, 0], kind);  // Outcome.unavailable, then ok
    }
    await close();
  });

  test('the connection is closed under it, and opening throws', async () => {
    const {page, close} = await openProbe('chromium');
    await page.evaluate(async () => {
      await probe.writing();
      const {transaction} = IDBDatabase.prototype;
      const {open} = IDBFactory.prototype;
      IDBDatabase.prototype.transaction = function (...rest) { this.close(); return transaction.apply(this, rest); };
      IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };
      globalThis.mend = () => { Object.assign(IDBDatabase.prototype, {transaction}); Object.assign(IDBFactory.prototype, {open}); };
      probe.add('one');
      probe.flush();
      await probe.until(() => probe.status === 'not saved');
    });
    assert.match(await page.evaluate(() => probe.reason), /^error\.storage\./);
    await page.evaluate(async () => {
      mend();
      probe.flush();
      await probe.saved();
    });
    await loadProbe(page);
    assert.ok(await page.evaluate(() => probe.has('one')));
    await close();
  });

  for (const [name, script] of Object.entries({
    'without IndexedDB': () => { Object.defineProperty(globalThis, 'indexedDB', {get() { throw new DOMException('no', 'SecurityError'); }}); },
    'when it cannot be opened': () => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'UnknownError'); }; },
  })) {
    test(`${name}, loading says so`, async () => {
      const {page, close} = await openProbe('chromium');
      await page.addInitScript(script);
      await loadProbe(page);
      assert.equal(await page.evaluate(() => probe.loaded), -1);
      assert.match(await page.evaluate(() => probe.reason), /^error\.storage\.unavailable/);
      await close();
    });
  }

  test('a connection that the browser closes is opened again', async () => {
    const {page, close} = await openProbe('chromium');
    await page.evaluate(async () => {
      const {transaction} = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = function (...rest) { globalThis.connection = this; return transaction.apply(this, rest); };
      await probe.writing();
      probe.add('before');
      probe.flush();
      await probe.saved();
      connection.close();
      probe.add('after');
      probe.flush();
      await probe.saved();
    });
    await loadProbe(page);
    assert.deepEqual(await page.evaluate(() => [probe.has('before'), probe.has('after')]), [true, true]);
    await close();
  });

  test('a real quota: says that it is full, keeps everything, saves when there is room', async () => {
    const {page, close} = await openProbe('chromium', {address: 'about:blank'});  // the quota counts only before the first use
    const session = await page.context().newCDPSession(page);
    const {origin} = new URL(await probeUrl());
    const setQuota = quotaSize => session.send('Storage.overrideQuotaForOrigin', {origin, quotaSize});
    await setQuota(3_000_000);
    await loadProbe(page, 'full');
    await page.evaluate(async () => {
      await probe.writing();
      probe.add('before');
      probe.flush();
      await probe.saved();
      probe.fill(1000, 5000);
      await probe.until(() => probe.status === 'not saved');
    });
    assert.match(await page.evaluate(() => probe.reason), /^error\.storage\.full/);
    await setQuota(100_000_000);
    await page.evaluate(async () => {
      probe.flush();
      await probe.saved();
    });
    await loadProbe(page, 'full');
    assert.deepEqual(await page.evaluate(() => [probe.count, probe.has('before')]), [1001, true]);
    await close();
  });
});
