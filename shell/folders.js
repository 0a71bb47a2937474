// Folders of the person's file system, one for each team. Their handles are kept in a database of their own, for only
// IndexedDB can hold them.

/** As in src/platform/web_folders.cpp. */
export const Outcome = { ok: 0, cancelled: 1, none: 2, notAllowed: 3, gone: 4, full: 5, failed: 6 };

const DATABASE = 'fullcircle-folders';
const STORE = 'handles';
const COPY = /\.fullcircle(\.age)?$/i;
const PATIENCE_MS = 15_000;
const WRITE = { mode: 'readwrite' };

class Ended extends Error {
  constructor(outcome, detail = '') {
    super(detail);
    this.outcome = outcome;
  }
}

const outcomeOf = ({ name }) => (
  name === 'NotAllowedError' || name === 'SecurityError' ? Outcome.notAllowed
    : name === 'NotFoundError' ? Outcome.gone
      : name === 'QuotaExceededError' ? Outcome.full
        : Outcome.failed);

const answerOf = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** Does one thing with the stored handles. An answer that never comes must not keep the page from an update. @param {(store: IDBObjectStore) => IDBRequest} act */
const withHandles = (act) => Promise.race([
  doWithHandles(act),
  new Promise((_, reject) => { setTimeout(() => reject(new Ended(Outcome.failed, 'no answer')), PATIENCE_MS); }),
]);

async function doWithHandles(act) {
  const opening = indexedDB.open(DATABASE);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await answerOf(opening);
  try {
    const transaction = database.transaction(STORE, 'readwrite');
    const result = await answerOf(act(transaction.objectStore(STORE)));
    await new Promise((resolve, reject) => {  // only then it is on the disk
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new Ended(Outcome.failed));
    });
    return result;
  } finally {
    database.close();
  }
}

const lineOf = ({ name, size, lastModified }) => `${size} ${lastModified} ${name}`;

export class Folders {
  static areAvailable() { return 'showDirectoryPicker' in globalThis; }

  /** @type {Map<string, FileSystemDirectoryHandle>} */
  #folders = new Map();
  #busy = 0;
  get idle() { return this.#busy === 0; }

  /** By their numbers in src/platform/web_folders.cpp. */
  #jobs = [this.#choose, this.#recall, this.#ask, this.#list, this.#read, this.#write, this.#forget];

  /** @returns {Promise<{outcome: number, result: string | Uint8Array}>} */
  async run(kind, key, name, bytes) {
    this.#busy += 1;
    try {
      return { outcome: Outcome.ok, result: await this.#jobs[kind].call(this, key, name, bytes) ?? '' };
    } catch (error) {
      return { outcome: error.outcome ?? outcomeOf(error), result: error.message };
    } finally {
      this.#busy -= 1;
    }
  }

  /** The program tells us of the click at once, so the browser still takes this for an answer to it. */
  async #choose(key) {
    const folder = await showDirectoryPicker({ id: 'fullcircle', ...WRITE }).catch((error) => {
      throw error.name === 'AbortError' ? new Ended(Outcome.cancelled) : error;
    });
    this.#folders.set(key, folder);
    await withHandles((handles) => handles.put(folder, key));
    return folder.name;
  }

  async #recall(key) { return this.#allowed(key, 'queryPermission'); }
  async #ask(key) { return this.#allowed(key, 'requestPermission'); }

  async #allowed(key, how) {
    const folder = this.#folders.get(key) ?? await withHandles((handles) => handles.get(key));
    if (!folder) throw new Ended(Outcome.none);
    this.#folders.set(key, folder);
    if (await folder[how]?.(WRITE) === 'granted' || !folder[how]) return folder.name;
    throw new Ended(Outcome.notAllowed, folder.name);
  }

  #of(key) {
    const folder = this.#folders.get(key);
    if (!folder) throw new Ended(Outcome.none);
    return folder;
  }

  async #list(key) {
    const files = [];
    for await (const handle of this.#of(key).values()) {
      if (handle.kind !== 'file' || !COPY.test(handle.name)) continue;
      const file = await handle.getFile().catch(() => null);  // another program is just moving it
      if (file) files.push(file);
    }
    return files.sort((left, right) => (left.name < right.name ? -1 : 1)).map(lineOf).join('\n');
  }

  async #read(key, name) {
    const handle = await this.#of(key).getFileHandle(name);
    return new Uint8Array(await (await handle.getFile()).arrayBuffer());
  }

  /** The browser writes into a file beside it, which takes its place as a whole when the stream is closed. */
  async #write(key, name, bytes) {
    const handle = await this.#of(key).getFileHandle(name, { create: true });
    const stream = await handle.createWritable();
    try {
      await stream.write(bytes);
      await stream.close();
    } catch (error) {
      await stream.abort().catch(() => {});
      throw error;
    }
    return lineOf(await handle.getFile());
  }

  async #forget(key) {
    this.#folders.delete(key);
    await withHandles((handles) => handles.delete(key));
  }
}
