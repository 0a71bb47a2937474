// A browser whose storage misbehaves at one place: never a false "saved", nothing lost, and saved once it behaves again.
import assert from 'node:assert/strict';
import {after, describe, test} from 'node:test';
import {closeChromium} from './support/chromium.mjs';
import {closeProbes, loadProbe, openProbe, probeUrl} from './support/storage_probe.mjs';

after(async () => {
  await closeChromium();
  await closeProbes();
});

/** Each returns a function that puts everything right again. They run in the page. */
const faults = {
  'transaction() throws': () => {
    const {transaction} = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = () => { throw new DOMException('no', 'NotFoundError'); };
    return () => { IDBDatabase.prototype.transaction = transaction; };
  },
  'the connection is closed under it, and opening throws': () => {
    const {transaction} = IDBDatabase.prototype;
    const {open} = IDBFactory.prototype;
    IDBDatabase.prototype.transaction = function (...rest) { this.close(); return transaction.apply(this, rest); };
    IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };
    return () => Object.assign(IDBDatabase.prototype, {transaction}) && Object.assign(IDBFactory.prototype, {open});
  },
  'add() throws': () => {
    const {add} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = () => { throw new DOMException('no', 'DataError'); };
    return () => { IDBObjectStore.prototype.add = add; };
  },
  'the transaction is aborted after the last request': () => {
    const {commit} = IDBTransaction.prototype;
    IDBTransaction.prototype.commit = function () { this.abort(); };
    return () => { IDBTransaction.prototype.commit = commit; };
  },
  'commit() throws': () => {
    const {commit} = IDBTransaction.prototype;
    IDBTransaction.prototype.commit = () => { throw new DOMException('no', 'InvalidStateError'); };
    return () => { IDBTransaction.prototype.commit = commit; };
  },
  'the disk is full': () => {
    const {commit} = IDBTransaction.prototype;
    const error = new DOMException('no', 'QuotaExceededError');
    IDBTransaction.prototype.commit = function () {
      Object.defineProperty(this, 'error', {value: error});
      this.abort();
    };
    return () => { IDBTransaction.prototype.commit = commit; };
  },
  'it never answers': () => {
    const {transaction} = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...rest) {
      const made = transaction.apply(this, rest);
      Object.defineProperty(made, 'oncomplete', {set() {}});
      return made;
    };
    return () => { IDBDatabase.prototype.transaction = transaction; };
  },
};

describe('storage that misbehaves', () => {
  for (const [name, breakIt] of Object.entries(faults)) {
    test(name, async () => {
      const {page, close} = await openProbe('chromium');
      await page.evaluate(() => probe.writing());
      await page.evaluate(`globalThis.mend = (${breakIt})()`);
      const seen = await page.evaluate(async () => {
        probe.add('one');
        probe.flush();
        const statuses = [];
        await probe.until(() => statuses.push(probe.status) && probe.status === 'not saved');
        probe.add('two');
        statuses.push(probe.status);
        return {statuses, reason: probe.reason};
      });
      assert.ok(!seen.statuses.includes('saved'), String(seen.statuses));
      assert.match(seen.reason, name.includes('full') ? /^error\.storage\.full/ : /^error\.storage\./);
      await page.evaluate(async () => {
        mend();
        probe.flush();
        await probe.saved();
      });
      await loadProbe(page);
      assert.deepEqual(await page.evaluate(() => [probe.has('one'), probe.has('two'), probe.setAside]), [true, true, 0]);
      await close();
    });
  }

  for (const [name, script] of Object.entries({
    'without IndexedDB': () => { Object.defineProperty(globalThis, 'indexedDB', {get() { throw new DOMException('no', 'SecurityError'); }}); },
    'when it cannot be opened': () => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'UnknownError'); }; },
    'when it never opens': () => { IDBFactory.prototype.open = () => ({}); },
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
