// A second copy of every folder, in a storage bucket: Chromium keeps it apart from the first, so that what makes it lose one leaves
// the other. See src/decisions/storage_second_copy.md.

import { STORE, answerOf, completionOf, deleteDatabase, listTimes, openDatabase, patiently } from './storage_database.js';

/** @typedef {import('./storage.js').ChangeStep} ChangeStep */
/** @typedef {{time: number, names: number[]}} Change names as by `codeOf` */
/**
 * The last change of a folder. In the folder itself: which changes came after `base`, when its copy was known to have everything.
 * @typedef {{time: number, base?: number, since?: Change[]}} Last
 */
/**
 * @typedef {{database: IDBDatabase | null, isInStep: boolean, isLate: boolean, isOff: boolean, failures: number, last: Promise<void>,
 *   base?: number, since: Change[]}} Following
 */

const BUCKET = 'second-copy';
/** A longer change is not kept in memory for the copy but read again. */
const SMALL_BYTES = 256_000;
const BATCH_BYTES = 8_000_000;
/** A change is not called saved before it is in the copy too, unless that takes longer. */
const WAIT_MS = 5000;
const MOST_FAILURES = 3;
/** Where `Last` is kept: without a time, so that it is no part of the folder. */
const LAST = 'last';

const nameOf = (folder) => `/fullcircle-copy/${folder}`;
const storeOf = (database, durability) => database.transaction(STORE, durability ? 'readwrite' : 'readonly', { durability }).objectStore(STORE);

/** @returns {Promise<IDBFactory | null>} null when the browser gives no bucket */
const bucketDatabases = () => patiently(() => navigator.storageBuckets.open(BUCKET)).then(({ indexedDB }) => indexedDB, () => null);

/** What a folder or a copy holds, as of one moment. @param {IDBObjectStore} store @returns {Promise<{last?: Last, times: Map<string, number>}>} */
const survey = async (store) => ({ last: await answerOf(store.get(LAST)), times: await listTimes(store) });

/** One transaction of blind requests. */
function write(database, durability, change) {
  const store = storeOf(database, durability);
  const completion = completionOf(store.transaction);
  change(store);
  store.transaction.commit();
  return completion;
}

/** Stands for a name in `Last`, which must not tell the names of a device that is locked: 32-bit FNV-1a. @param {string} name */
const codeOf = (name) => [...name].reduce((code, letter) => Math.imul(code ^ letter.codePointAt(0), 16_777_619), 2_166_136_261);
const laterThan = (time, changes) => changes.filter((change) => change.time > time);

/** Whether the browser has lost something of a folder: it lacks what its copy has, or has what was removed from both. */
function isHarmed(folder, copy) {
  if (!copy.last) return false;  // it was never finished
  if (!folder.last || folder.last.time < copy.last.time) return true;
  if (!(folder.last.base <= copy.last.time)) return false;  // the copy itself has lost something, or was not followed
  const since = new Set(laterThan(copy.last.time, folder.last.since).flatMap(({ names }) => names));
  const names = new Set([...folder.times.keys(), ...copy.times.keys()]);
  return [...names].some((name) => !since.has(codeOf(name)) && folder.times.get(name) !== copy.times.get(name));
}

export class SecondCopy {
  static isAvailable = 'storageBuckets' in navigator;

  /** @type {Map<string, Following>} */
  #following = new Map();

  /** The latest change that was seen of any folder, in ms. */
  latest = 0;

  /**
   * Fills a folder from its copy when the browser has lost something of it. Call it before the folder is used. Fails with
   * Outcome.unavailable when that cannot be found out and the folder looks empty, or when it could not be filled to the end.
   * @param {string} folder @param {IDBDatabase} database @returns {Promise<boolean>} whether it was filled
   */
  async mend(folder, database) {
    if (!SecondCopy.isAvailable) return false;
    let copy = null;
    try {
      copy = await this.#open(folder);
      if (!copy || !await this.#isHarmed(folder, database, copy)) return false;
      return await navigator.locks.request(nameOf(folder), async () => {
        if (!await this.#isHarmed(folder, database, copy)) return false;  // another tab has filled it
        const endBatch = (store, last) => (last ? store.put({ time: last.time, base: last.time, since: [] }, LAST) : store.delete(LAST));
        while (!await patiently(() => takeOver(copy, database, 'strict', endBatch))) { /* the next batch */ }
        return true;
      });
    } catch (error) {
      const { last } = await patiently(() => survey(storeOf(database)));
      if (!last) throw error;
      return false;
    } finally {
      copy?.close();
    }
  }

  async #isHarmed(folder, database, copy) {
    const theirs = await patiently(() => survey(storeOf(copy)));  // first: it never has what the folder does not have yet
    const ours = await patiently(() => survey(storeOf(database)));
    this.latest = Math.max(this.latest, theirs.last?.time ?? 0, ours.last?.time ?? 0);
    if (isHarmed(ours, theirs)) return true;
    const state = this.#stateOf(folder);
    if (state.base === undefined && ours.last?.base <= theirs.last?.time) {
      state.base = theirs.last.time;
      state.since.unshift(...laterThan(state.base, ours.last.since));
    }
    return false;
  }

  /** What is needed to make a change once more; null when that is too much to keep. @param {ChangeStep[]} steps @returns {ChangeStep[] | null} */
  static keep(steps) {
    const byteCount = steps.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
    return SecondCopy.isAvailable && byteCount < SMALL_BYTES ? steps.map((step) => ({ ...step })) : null;
  }

  /** What must be part of the transaction that makes a change. @param {string} folder @param {number} time @param {string[]} names */
  announce(folder, time, names) {
    if (!SecondCopy.isAvailable) return () => {};
    const { base, since, isOff } = this.#stateOf(folder);
    if (!isOff) since.push({ time, names: names.map(codeOf) });
    const last = { time, base, since: [...since] };
    return (store) => { store.put(last, LAST); };
  }

  /**
   * Takes over a change that is on the disk. Never fails, and keeps nobody waiting for longer than WAIT_MS.
   * @param {string} folder @param {IDBDatabase} database the folder's @param {number} time of the change
   * @param {((store: IDBObjectStore) => void) | null} apply makes the same change; null when it must be read
   */
  async follow(folder, database, time, apply) {
    if (!SecondCopy.isAvailable) return;
    const state = this.#stateOf(folder);
    if (state.isOff) return;
    const done = this.#enqueue(folder, state, database, time, apply).then(() => { state.isLate = false; });
    if (state.isLate) return;
    let timer;
    const tooLong = new Promise((resolve) => { timer = setTimeout(() => { state.isLate = true; resolve(); }, WAIT_MS); });
    await Promise.race([done, tooLong]);
    clearTimeout(timer);
  }

  #stateOf(folder) {
    const state = this.#following.get(folder)
      ?? { database: null, isInStep: false, isLate: false, isOff: false, failures: 0, last: Promise.resolve(), since: [] };
    this.#following.set(folder, state);
    return state;
  }

  #enqueue(folder, state, database, time, apply) {
    const work = () => patiently(() => this.#take(folder, state, database, time, apply));
    state.last = state.last.then(work).then(() => { state.failures = 0; }, async ({ cause }) => {
      state.failures += 1;
      this.#lose(state, state.failures >= MOST_FAILURES);
      state.database?.close();
      state.database = null;
      if (cause?.name === 'QuotaExceededError') await this.giveWay(folder);
    });
    return state.last;
  }

  /** From here on nothing is known of the copy. */
  #lose(state, isOff) {
    state.isOff ||= isOff;
    state.isInStep = false;
    state.base = undefined;
    state.since = [];
  }

  async #take(folder, state, database, time, apply) {
    if (state.isOff) return;
    state.database ??= await this.#open(folder, () => {
      state.database = null;
      this.#lose(state, false);
    });
    if (!state.database) return this.#lose(state, true);
    if (state.isInStep && apply) {
      await write(state.database, 'relaxed', (store) => {
        apply(store);
        store.put({ time }, LAST);
      });
    } else {
      const endBatch = (store, last) => (last ? store.put({ time: last.time }, LAST) : store.delete(LAST));
      state.isInStep = await takeOver(database, state.database, 'relaxed', endBatch);
      if (!state.isInStep) return void this.#enqueue(folder, state, database, time, null);
    }
    state.base = time;
    state.since = laterThan(time, state.since);
  }

  /** The folder itself needs the room: it is not kept twice until the page is loaded anew. @param {string} folder */
  async giveWay(folder) {
    if (!SecondCopy.isAvailable) return;
    const state = this.#stateOf(folder);
    this.#lose(state, true);
    await this.#delete(folder, state).catch(() => {});
  }

  /** Fails with Outcome.unavailable. @param {string} folder */
  async remove(folder) {
    if (!SecondCopy.isAvailable) return;
    const state = this.#stateOf(folder);
    this.#lose(state, true);
    await state.last;
    await this.#delete(folder, state);
    this.#following.delete(folder);
  }

  async #delete(folder, state) {
    state.database?.close();
    const databases = await bucketDatabases();
    if (databases) await deleteDatabase(databases, nameOf(folder));
  }

  /** @returns {Promise<IDBDatabase | null>} */
  async #open(folder, onGone = () => {}) {
    const databases = await bucketDatabases();
    if (!databases) return null;
    const database = await openDatabase(() => databases, nameOf(folder));
    database.onclose = onGone;
    database.onversionchange = () => { database.close(); onGone(); };
    return database;
  }
}

/**
 * Makes one database what the other is, or the next batch of it, after which it holds nothing that is outdated.
 * @param {IDBDatabase} from @param {IDBDatabase} to @param {IDBTransactionDurability} durability
 * @param {(store: IDBObjectStore, last: Last | null) => void} endBatch called in the same transaction; null: there is more
 * @returns {Promise<boolean>} whether that was all
 */
async function takeOver(from, to, durability, endBatch) {
  const there = await listTimes(storeOf(to));
  const source = storeOf(from);
  const { last, times: here } = await survey(source);
  const missing = [...here.keys()].filter((name) => here.get(name) !== there.get(name));
  const entries = [];
  let byteCount = 0;
  while (entries.length < missing.length && byteCount < BATCH_BYTES) {
    const name = missing[entries.length];
    const entry = await answerOf(source.get(name));
    byteCount += entry.contents.length;
    entries.push([name, entry]);
  }
  const isAll = entries.length === missing.length;
  await write(to, durability, (store) => {
    for (const [name, time] of there) if (here.get(name) !== time) store.delete(name);
    for (const [name, entry] of entries) store.put(entry, name);
    endBatch(store, isAll ? last : null);
  });
  return isAll;
}
