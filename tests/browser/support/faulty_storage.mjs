// A wrapper round `indexedDB`, for a page's init script: any call can be made to throw, to lose its transaction for no reason or for
// want of space, to lose its connection, or never to be answered. `storageFault(site, kind, lasts, database)` sets it up,
// `mendStorage()` ends it, `countFaults()` tells how many there were, and `isStored(workspace, text)` looks at the disk past the
// wrapper. The database is 'workspace' (unless said otherwise), 'copy', 'log' or 'folders'.
//
// The address of a page can ask for a fault from its first call on: "#get.abort.once" or "#clear.abort.once.log".

export const KINDS = ['throw', 'abort', 'full', 'close', 'never'];

/** Every method of IndexedDB that the page calls; a test compares it with shell/. */
export const SITES = {
  open: 'IDBFactory', deleteDatabase: 'IDBFactory', transaction: 'IDBDatabase', createObjectStore: 'IDBDatabase',
  objectStore: 'IDBTransaction', commit: 'IDBTransaction', createIndex: 'IDBObjectStore', put: 'IDBObjectStore', add: 'IDBObjectStore',
  delete: 'IDBObjectStore', clear: 'IDBObjectStore', get: 'IDBObjectStore', getAllKeys: 'IDBObjectStore',
  index: 'IDBObjectStore', openKeyCursor: 'IDBIndex',
};

export function installFaults(sites) {
  const original = Object.fromEntries(Object.entries(sites).map(([site, type]) => [site, globalThis[type].prototype[site]]));
  const STORE = 'FILE_DATA';
  const databaseOf = name => /^\/?fullcircle-(copy|log|folders)/.exec(name)?.[1] ?? 'workspace';
  let fault, count = 0;

  const refuse = name => new DOMException('made to fail', name);
  const transactionOf = (target, result) => {
    const store = target instanceof IDBIndex ? target.objectStore : target;
    return [store, result].find(one => one instanceof IDBTransaction) ?? [store, result].find(one => one instanceof IDBObjectStore).transaction;
  };
  const nameOf = (target, args) => (target instanceof IDBFactory ? args[0] : target instanceof IDBDatabase ? target.name : transactionOf(target).db.name);
  /** The openings that wait for the making of a database. */
  const openings = new WeakMap();

  /** Those of which nothing is told any more. */
  const silent = new WeakSet();
  const hush = event => { if (silent.has(event.target)) event.stopImmediatePropagation(); };

  function fail(kind, site, target, args) {
    if (kind === 'throw') throw refuse('UnknownError');
    if (target instanceof IDBFactory) return failRequest(kind, site, target, args);
    if (kind === 'close' && target instanceof IDBDatabase) {
      target.close();
      target.dispatchEvent(new Event('close'));
      return original[site].apply(target, args);  // which throws, as it does on a closed connection
    }
    if (site === 'commit' && kind !== 'never') return end(kind, target);
    const result = original[site].apply(target, args);
    if (kind !== 'never') {
      end(kind, transactionOf(target, result));
      return result;
    }
    const transaction = transactionOf(target, result);
    silent.add(transaction);
    if (openings.has(transaction)) silent.add(openings.get(transaction));
    if (result instanceof IDBRequest) silent.add(result);
    return result;
  }

  function end(kind, transaction) {
    if (kind === 'full') Object.defineProperty(transaction, 'error', {value: refuse('QuotaExceededError')});
    transaction.abort();
    if (kind !== 'close') return;
    transaction.db.close();
    transaction.db.dispatchEvent(new Event('close'));
  }

  /** A request that ends in an error without having done anything, or does not end. */
  function failRequest(kind) {
    const request = {result: undefined, error: refuse(kind === 'full' ? 'QuotaExceededError' : kind === 'close' ? 'InvalidStateError' : 'AbortError')};
    if (kind !== 'never') setTimeout(() => request.onerror?.({target: request}));
    return request;
  }

  for (const [site, type] of Object.entries(sites)) {
    globalThis[type].prototype[site] = function (...args) {
      if (!fault || fault.site !== site || fault.database !== databaseOf(nameOf(this, args))) return listening(original[site].apply(this, args));
      const {kind, lasts} = fault;
      if (lasts === 'once') fault = undefined;
      ++count;
      return listening(fail(kind, site, this, args));
    };
  }

  /** Heard before whatever the page listens to. */
  function listening(made) {
    if (made instanceof IDBTransaction) for (const event of ['complete', 'abort']) made.addEventListener(event, hush);
    if (made instanceof IDBRequest) made.addEventListener('success', hush);
    if (made instanceof IDBOpenDBRequest) made.addEventListener('upgradeneeded', () => openings.set(made.transaction, made));
    return made;
  }

  const settled = request => new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });

  Object.assign(globalThis, {
    storageFault: (site, kind, lasts, database = 'workspace') => { fault = {site, kind, lasts, database}; },
    mendStorage: () => { fault = undefined; },
    countFaults: () => count,
    async isStored(workspace, text, isInCopy = false) {
      const factory = isInCopy ? (await navigator.storageBuckets.open('second-copy')).indexedDB : indexedDB;
      const database = await settled(original.open.call(factory, `/fullcircle${isInCopy ? '-copy' : ''}/${workspace}`));
      const store = original.objectStore.call(original.transaction.call(database, STORE, 'readonly'), STORE);
      const entries = await settled(store.getAll());
      database.close();
      return entries.some(({contents}) => new TextDecoder().decode(contents).includes(`${text}\n`));
    },
  });

  // The layer waits 15 s for an answer that does not come, and 5 s for the copy; a test need not.
  const {setTimeout: wait} = globalThis;
  const shorter = {15_000: 3000, 5000: 1000};
  globalThis.setTimeout = (run, delay, ...rest) => wait(run, shorter[delay] ?? delay, ...rest);
  const asked = location.hash.slice(1).split('.');
  if (asked.length >= 3) storageFault(...asked);
}
