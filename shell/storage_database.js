// What the databases of shell/storage.js and their second copies have in common: the form of Emscripten's IDBFS.

/** As in src/platform/web_blobs.cpp. */
export const Outcome = { ok: 0, taken: 1, full: 2, closed: 3, unavailable: 4, aborted: 5 };

export const STORE = 'FILE_DATA';
const VERSION = 21;
const BY_TIME = 'timestamp';

/** An answer that takes longer is taken for none. */
export const PATIENCE_MS = 15_000;

export class Failure extends Error {
  constructor(outcome, cause) {
    super(String(cause?.message ?? cause ?? ''), { cause });
    this.outcome = outcome;
  }
}

/** Where a folder's names begin. */
export const mountOf = (folder) => `/fullcircle/${folder}`;

/** @param {IDBRequest} request */
export const answerOf = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** @param {IDBTransaction} transaction */
export const completionOf = (transaction) => new Promise((resolve, reject) => {
  transaction.oncomplete = () => resolve();
  transaction.onabort = () => reject(transaction.error);
});

/** Fails with Outcome.unavailable when `work` fails or nothing comes of it. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
export function patiently(work) {
  let timer;
  const tooLong = new Promise((_, reject) => { timer = setTimeout(() => reject(new Failure(Outcome.unavailable, 'no answer')), PATIENCE_MS); });
  const done = work().catch((error) => { throw new Failure(Outcome.unavailable, error); });
  return Promise.race([done, tooLong]).finally(() => clearTimeout(timer));
}

/** @param {() => IDBFactory} factory which may throw @param {string} name @param {() => void} onNew called while it is made @returns {Promise<IDBDatabase>} */
export const openDatabase = (factory, name, onNew = () => {}) => patiently(async () => {
  const request = factory().open(name, VERSION);
  request.onupgradeneeded = () => {
    const database = request.result;
    const isNew = !database.objectStoreNames.contains(STORE);
    const store = isNew ? database.createObjectStore(STORE) : request.transaction.objectStore(STORE);
    if (isNew) onNew();
    if (!store.indexNames.contains(BY_TIME)) store.createIndex(BY_TIME, BY_TIME, { unique: false });
  };
  return answerOf(request);
});

/** @param {IDBFactory} factory @param {string} name */
export const deleteDatabase = (factory, name) => patiently(async () => answerOf(factory.deleteDatabase(name)));

/** What is stored, and when it was, in ms; what has no time is none of it. @param {IDBObjectStore} store @returns {Promise<Map<string, number>>} */
export const listTimes = (store) => new Promise((resolve, reject) => {
  const times = new Map();
  const request = store.index(BY_TIME).openKeyCursor();
  request.onsuccess = () => {
    const cursor = request.result;
    if (!cursor) return resolve(times);
    times.set(cursor.primaryKey, Number(cursor.key));
    cursor.continue();
  };
  request.onerror = () => reject(request.error);
});
