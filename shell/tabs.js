// Which tab may write: an exclusive Web Lock for each name. The other tabs wait in line for it and hear of what is saved.

/** What the program hears, as in src/platform/web_tabs.cpp. */
export const TabEvent = { granted: 0, elsewhere: 1, asked: 2, lost: 3, news: 4 };

const STEAL_AFTER_MS = 3000;

export class Tabs {
  #tell;
  /** @type {Map<string, {release?: () => void, waiting?: AbortController}>} names this tab has joined */
  #joined = new Map();
  #self = Math.random();
  #channel = null;

  /** @param {(name: string, event: number) => void} tell never called from inside a method */
  constructor(tell) {
    this.#tell = tell;
    try {
      this.#channel = new BroadcastChannel('fullcircle');
      this.#channel.onmessage = ({ data }) => this.#hear(data);
    } catch { /* without it a tab takes over by stealing alone */ }
  }

  /** @param {string} name */
  join(name) {
    const entry = {};
    this.#joined.set(name, entry);
    this.#request(name, entry, { ifAvailable: true });
  }

  /** @param {string} name */
  leave(name) {
    const entry = this.#joined.get(name);
    this.#joined.delete(name);
    entry?.waiting?.abort();
    entry?.release?.();
  }

  /** Asks the holder to let go, and steals the lock when it does not. @param {string} name */
  takeOver(name) {
    this.#post({ ask: name });
    setTimeout(() => {
      const entry = this.#joined.get(name);
      if (!entry || entry.release) return;
      entry.waiting?.abort();
      this.#request(name, entry, { steal: true });
    }, STEAL_AFTER_MS);
  }

  /** Lets go, and waits in line again. @param {string} name */
  release(name) {
    const entry = this.#joined.get(name);
    entry?.release?.();
    if (entry) this.#wait(name, entry);
  }

  /** @param {string} name */
  announce(name) {
    this.#post({ news: name });
  }

  #wait(name, entry) {
    entry.waiting?.abort();
    entry.waiting = new AbortController();
    this.#request(name, entry, { signal: entry.waiting.signal });
  }

  async #request(name, entry, options) {
    const isCurrent = () => this.#joined.get(name) === entry;
    let isHolder = false;
    try {
      await navigator.locks.request(`fullcircle/${name}`, options, (lock) => {
        if (!isCurrent()) return undefined;
        if (!lock) {
          this.#tell(name, TabEvent.elsewhere);
          this.#wait(name, entry);
          return undefined;
        }
        isHolder = true;
        entry.waiting = undefined;
        return new Promise((resolve) => {
          entry.release = () => { entry.release = undefined; resolve(); };
          this.#tell(name, TabEvent.granted);
        });
      });
    } catch (error) {
      if (!isCurrent()) return;
      if (isHolder) {
        entry.release = undefined;
        this.#tell(name, TabEvent.lost);
        this.#wait(name, entry);
      } else if (error?.name !== 'AbortError') {
        setTimeout(() => isCurrent() && this.#tell(name, TabEvent.granted));  // no locks here: the epoch still protects what is stored
      }
    }
  }

  #post(message) {
    try { this.#channel?.postMessage({ ...message, from: this.#self }); } catch { /* see the constructor */ }
  }

  #hear({ ask, news }) {
    const entry = this.#joined.get(ask ?? news);
    if (!entry) return;
    if (news !== undefined) this.#tell(news, TabEvent.news);
    else if (entry.release) this.#tell(ask, TabEvent.asked);
    else if (entry.waiting) this.#wait(ask, entry);  // behind the tab that asks
  }
}
