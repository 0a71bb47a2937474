// Named bytes in IndexedDB: one database for each folder, in the form of Emscripten's IDBFS, which can also read it.
//
// Every call of IndexedDB may throw, abort, close or never answer. Each answer the program gets is one of Outcome; only `ok`
// means that the bytes are on the disk. Changes are one transaction of blind requests with an explicit commit, so that
// they also arrive when they are sent while the page goes away.

import { SecondCopy } from './storage_copy.js';
import { Failure, Outcome, PATIENCE_MS, STORE, deleteDatabase, mountOf, openDatabase, patiently } from './storage_database.js';
import { beginNewLog } from './storage_log.js';

/** Kinds of step, as in src/platform/web_blobs.cpp. */
const Step = { create: 0, put: 1, remove: 2, requireAbsent: 3 };

const REGULAR_FILE = 0o100666;
const TURN_MS = 12;
/** More than this is handed to the browser in several turns of the page. */
const TURN_BYTES = 4_000_000;

/** @typedef {{kind: number, name: string, bytes?: Uint8Array, time?: Date}} ChangeStep */

const outcomeOf = (error) => (
  error?.name === 'ConstraintError' ? Outcome.taken
    : error?.name === 'QuotaExceededError' ? Outcome.full
      : error?.name === 'InvalidStateError' ? Outcome.closed
        : Outcome.aborted);

/** Lets the page breathe between two pieces of work; a timer would be slowed down in a page in the background. */
const nextTurn = () => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { port1.close(); resolve(); };
  port2.postMessage(0);
});

export class Storage {
  /** @type {Map<string, IDBDatabase>} connections that are open */
  #open = new Map();
  /** @type {Map<string, Promise<IDBDatabase>>} */
  #opening = new Map();
  #busy = 0;
  /** @type {Set<() => void>} handing over what is left of a large change at once */
  #rests = new Set();
  #copy = new SecondCopy();
  #newLog = null;
  #mayWrite = false;
  #lastTime = 0;

  /** @type {Set<string>} folders of which the browser had lost something, filled from their copies */
  restored = new Set();

  /** Nothing is under way. */
  get idle() { return this.#busy === 0; }

  /**
   * Opens a folder before it is asked for; a new one will also be written to. What goes wrong is told to who asks.
   * @param {string} folder
   */
  expect(folder) {
    this.#connect(folder, () => this.#beforeFirstChange()).catch(() => {});
  }

  /**
   * @param {string} folder @param {ChangeStep[]} steps @param {(outcome: number, detail: string) => void} answer called once, later
   */
  async change(folder, steps, answer) {
    this.#busy += 1;
    const time = this.#date(steps);
    const kept = SecondCopy.keep(steps);
    const announce = this.#copy.announce(folder, time, steps.map(({ name }) => keyOf(folder, name)));
    const finish = async (outcome, detail, database) => {
      if (outcome === Outcome.ok) await this.#copy.follow(folder, database, time, kept && ((store) => kept.forEach((step) => repeat(store, folder, step))));
      if (outcome === Outcome.full) await this.#copy.giveWay(folder);
      this.#busy -= 1;
      answer(outcome, detail);
    };
    if (!this.#mayWrite) await this.#beforeFirstChange();
    const ready = this.#open.get(folder);  // then nothing is awaited: the page may be going away
    if (ready && this.#tryChange(ready, folder, steps, announce, finish)) return;
    try {
      const database = await this.#connect(folder);
      if (!this.#tryChange(database, folder, steps, announce, finish)) finish(Outcome.closed, 'closed again');
    } catch (error) {
      finish(error.outcome ?? Outcome.unavailable, error.message);
    }
  }

  /** No two changes have the same time: by it a copy knows what it lacks. @param {ChangeStep[]} steps @returns {number} ms */
  #date(steps) {
    this.#lastTime = Math.max(Date.now(), this.#lastTime + 1, this.#copy.latest + 1);
    for (const step of steps) step.time = new Date(this.#lastTime);
    return this.#lastTime;
  }

  /** Nothing is appended to what a crash may have left unfinished: see storage_log.js. */
  async #beforeFirstChange() {
    this.#newLog ??= patiently(beginNewLog).catch(() => {});
    await this.#newLog;
    this.#mayWrite = true;
  }

  /** False when the connection turned out to be closed: nothing has happened then, and it is forgotten. */
  #tryChange(database, folder, steps, announce, finish) {
    let transaction;
    try {
      transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
    } catch {
      this.#forget(folder, database);
      return false;
    }
    const renew = this.#watch(transaction, database, folder, (outcome, detail) => {
      this.#rests.delete(handOver);
      finish(outcome, detail, database);
    });
    let at = 0;
    /** A transaction lives as long as it has requests: the first one of a turn, when done, brings the next turn. */
    const handOver = (mostBytes = Infinity) => {
      try {
        const store = transaction.objectStore(STORE);
        let first;
        for (let sent = 0; at < steps.length && sent < mostBytes; ++at) {
          const request = issue(store, folder, steps[at]);
          first ??= request;
          sent += steps[at].bytes?.length ?? 0;
          steps[at].bytes = undefined;  // the browser has its own copy
        }
        if (at === steps.length) {
          this.#rests.delete(handOver);
          announce(store);
          transaction.commit?.();
        } else {
          first.onsuccess = () => {
            renew();
            if (this.#rests.has(handOver)) handOver(TURN_BYTES);
          };
        }
      } catch {
        this.#rests.delete(handOver);
        try { transaction.abort(); } catch { /* it is over already */ }
      }
    };
    this.#rests.add(handOver);
    handOver(document.hidden ? Infinity : TURN_BYTES);
    return true;
  }

  /** The page may be going away: everything is handed over now. */
  hurry() {
    for (const handOver of [...this.#rests]) handOver();
  }

  /** Reports the end of a transaction once, also when the browser never does. Call the result while it goes on. */
  #watch(transaction, database, folder, finish) {
    let isOver = false;
    const end = (outcome, detail = '') => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      database.removeEventListener('close', onClose);
      finish(outcome, detail);
    };
    const onClose = () => end(Outcome.closed, 'connection closed');
    let timer;
    const renew = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        this.#forget(folder, database);
        end(Outcome.closed, 'no answer');
      }, PATIENCE_MS);
    };
    renew();
    transaction.oncomplete = () => end(Outcome.ok);
    let cause = null;  // Firefox names in transaction.error the requests that fell with the one that failed
    transaction.onerror = ({ target }) => { if (target.error?.name !== 'AbortError') cause ??= target.error; };
    transaction.onabort = () => {
      const error = cause ?? transaction.error;
      end(outcomeOf(error), error?.message ?? '');
    };
    database.addEventListener('close', onClose);
    return renew;
  }

  /**
   * Hands over the wanted blobs, a few in each turn of the page.
   * @param {string} folder @param {(name: string) => boolean} wanted @param {(name: string, bytes: Uint8Array) => void} each
   * @param {(outcome: number, detail: string) => void} answer
   */
  async read(folder, wanted, each, answer) {
    this.#busy += 1;
    const finish = (outcome, detail = '') => {
      this.#busy -= 1;
      answer(outcome, detail);
    };
    try {
      const found = await this.#readOnce(folder, wanted).catch((error) => {
        if (error.outcome !== Outcome.closed) throw error;
        return this.#readOnce(folder, wanted);  // over a new connection
      });
      let turnBegan = performance.now();
      for (const [name, bytes] of found) {
        each(name, bytes);
        if (performance.now() - turnBegan < TURN_MS) continue;
        await nextTurn();
        turnBegan = performance.now();
      }
      finish(Outcome.ok);
    } catch (error) {
      finish(error.outcome ?? Outcome.aborted, error.message);
    }
  }

  async #readOnce(folder, wanted) {
    const database = await this.#connect(folder);
    return new Promise((resolve, reject) => {
      const found = [];
      let transaction;
      try {
        transaction = database.transaction(STORE, 'readonly');
      } catch (error) {
        this.#forget(folder, database);
        return reject(new Failure(Outcome.closed, error));
      }
      this.#watch(transaction, database, folder, (outcome, detail) => (
        outcome === Outcome.ok ? resolve(found) : reject(new Failure(outcome, detail))));
      const store = transaction.objectStore(STORE);
      const prefix = `${mountOf(folder)}/`;
      store.getAllKeys().onsuccess = ({ target }) => {
        for (const key of target.result) {
          if (typeof key !== 'string' || !key.startsWith(prefix) || !wanted(key.slice(prefix.length))) continue;
          store.get(key).onsuccess = (event) => {
            const contents = event.target.result?.contents;
            if (contents) found.push([key.slice(prefix.length), new Uint8Array(contents)]);
          };
        }
      };
    });
  }

  /** @param {string} folder @param {(outcome: number, detail: string) => void} answer */
  async remove(folder, answer) {
    this.#busy += 1;
    const database = this.#open.get(folder);
    if (database) this.#forget(folder, database);
    let outcome = Outcome.ok;
    let detail = '';
    try {
      await this.#copy.remove(folder);  // first: what is left of it would bring the folder back
      await deleteDatabase(indexedDB, mountOf(folder));
    } catch (error) {
      outcome = Outcome.unavailable;
      detail = error.message;
    }
    this.#busy -= 1;
    answer(outcome, detail);
  }

  #connect(folder, onNew = () => {}) {
    const ready = this.#open.get(folder);
    if (ready) return Promise.resolve(ready);
    const known = this.#opening.get(folder);
    if (known) return known;
    const opening = this.#openFolder(folder, onNew).finally(() => this.#opening.delete(folder));
    this.#opening.set(folder, opening);
    return opening;
  }

  async #openFolder(folder, onNew) {
    const database = await openDatabase(() => indexedDB, mountOf(folder), onNew);
    try {
      if (await this.#copy.mend(folder, database)) this.restored.add(folder);
    } catch (error) {
      database.close();
      throw error;
    }
    database.onclose = () => this.#forget(folder, database);
    database.onversionchange = () => this.#forget(folder, database);  // another tab removes it: never stand in the way
    this.#open.set(folder, database);
    return database;
  }

  #forget(folder, database) {
    if (this.#open.get(folder) === database) this.#open.delete(folder);
    database.close();
  }
}

const keyOf = (folder, name) => `${mountOf(folder)}/${name}`;
const entryOf = ({ time, bytes }) => ({ timestamp: time, mode: REGULAR_FILE, contents: bytes ?? new Uint8Array() });

/** One request that waits for no other. A name that must be absent is created and removed again: that fails if it is there. */
function issue(store, folder, step) {
  const key = keyOf(folder, step.name);
  if (step.kind === Step.put) return store.put(entryOf(step), key);
  if (step.kind === Step.remove) return store.delete(key);
  const request = store.add(entryOf(step), key);
  return step.kind === Step.requireAbsent ? store.delete(key) : request;
}

/** The same for a copy, which need not be asked what is there. */
function repeat(store, folder, step) {
  const key = keyOf(folder, step.name);
  if (step.kind === Step.put || step.kind === Step.create) store.put(entryOf(step), key);
  else store.delete(key);
}

/** Whether the browser promises to keep what is stored when space is short. */
export async function askToPersist() {
  try {
    return await navigator.storage.persisted() || await navigator.storage.persist();
  } catch {
    return false;
  }
}

/** @returns {Promise<{usage: number, quota: number} | null>} */
export async function estimate() {
  try {
    const { usage = 0, quota = 0 } = await navigator.storage.estimate();
    return { usage, quota };
  } catch {
    return null;
  }
}
