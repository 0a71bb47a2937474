// Connects storage, encryption, the other tabs, time and language with the program: what src/platform/web_*.cpp call, and the answers.

import { Encryption } from './encryption.js';
import { Folders } from './folders.js';
import { Storage, askToPersist, estimate } from './storage.js';
import { Tabs } from './tabs.js';
import { TextServices } from './text_services.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const SOON_MS = 500;
/** By their numbers in src/platform/web_encryption.cpp. */
const ENCRYPTION_JOBS = ['make', 'read', 'encrypt', 'decrypt', 'sign', 'verify'];

export class Ports {
  storage = new Storage();
  text = new TextServices();
  encryption = new Encryption();
  folders = new Folders();
  /** @type {Map<number, import('./storage.js').ChangeStep[]>} transactions that are being put together */
  #transactions = new Map();
  /** @type {Map<number, File>} that are read in pieces */
  #files = new Map();
  #lastFile = 0;
  #turns = [];
  #turn = new MessageChannel();
  #module;
  #soon = 0;

  /** @param {any} module what createFullcircle resolves to */
  connect(module) {
    this.#module = module;
    this.#turn.port1.onmessage = () => this.#turns.shift()();
    this.tabs = new Tabs((name, event) => {
      this.#hand(name);
      module._fc_tab_event(event);
    });
  }

  /** Call it after everything else that listens for the end of the page has been set up: the last frame comes first. */
  watchPageEnd() {
    const end = () => {
      this.#module._fc_page_end();
      this.storage.hurry();
    };
    document.addEventListener('visibilitychange', () => { if (document.hidden) end(); });
    document.addEventListener('freeze', end);
    addEventListener('pagehide', end);
  }

  /** Nothing is being saved, loaded or encrypted, or will be in a moment. */
  get idle() { return this.storage.idle && this.encryption.idle && this.folders.idle && this.#soon === 0; }

  #view(at, length) { return this.#module.HEAPU8.subarray(at, at + length); }
  #string(at, length) { return decoder.decode(this.#view(at, length)); }

  /** Puts strings and bytes one after the other where the program finds them in the next call. */
  #hand(...parts) {
    const encoded = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part));
    let at = this.#module._fc_port_buffer(encoded.reduce((sum, part) => sum + part.length, 0));
    for (const part of encoded) {
      this.#module.HEAPU8.set(part, at);
      at += part.length;
    }
    return encoded;
  }

  #answer(call) {
    return (outcome, detail) => {
      this.#hand(detail);
      this.#module._fc_stored(call, outcome);
    };
  }

  // ---- storage ----

  stage(transaction, kind, name, nameLength, at, length) {
    const steps = this.#transactions.get(transaction) ?? [];
    this.#transactions.set(transaction, steps);
    steps.push({ kind, name: this.#string(name, nameLength), bytes: this.#view(at, length).slice() });
  }

  commit(transaction, folder, length, call) {
    const steps = this.#transactions.get(transaction) ?? [];
    this.#transactions.delete(transaction);
    this.storage.change(this.#string(folder, length), steps, this.#answer(call));
  }

  /** What was never committed. */
  drop(transaction) { this.#transactions.delete(transaction); }

  read(folder, length, call) {
    const wanted = (name) => {
      this.#hand(name);
      return this.#module._fc_blob_wanted(call) !== 0;
    };
    const each = (name, bytes) => {
      const [encoded] = this.#hand(name, bytes);
      this.#module._fc_blob(call, encoded.length);
    };
    this.storage.read(this.#string(folder, length), wanted, each, this.#answer(call));
  }

  takeRestored(folder, length) { return this.storage.restored.delete(this.#string(folder, length)) ? 1 : 0; }

  removeFolder(folder, length, call) {
    this.storage.remove(this.#string(folder, length), this.#answer(call));
  }

  async askToPersist(call) {
    this.#module._fc_persisted(call, (await askToPersist()) ? 1 : 0);
  }

  async estimate(call) {
    const found = await estimate();
    this.#module._fc_estimated(call, found ? found.usage : -1, found ? found.quota : -1);
  }

  // ---- large files ----

  /** @param {File} file @returns {number} to ask for its pieces by */
  keepFile(file) {
    this.#files.set(++this.#lastFile, file);
    return this.#lastFile;
  }

  async readFile(number, at, count, call) {
    this.#soon += 1;
    const piece = await this.#files.get(number).slice(at, at + count).arrayBuffer().catch(() => null);
    this.#soon -= 1;
    this.#hand(piece ? new Uint8Array(piece) : '');
    this.#module._fc_file_piece(call, piece ? 1 : 0);
  }

  forgetFile(number) { this.#files.delete(number); }

  // ---- encryption ----

  encryptionJob(call, kind, keys, keysLength, passphrase, passphraseLength, at, length) {
    const job = {
      kind: ENCRYPTION_JOBS[kind],
      keys: this.#string(keys, keysLength).split('\n').filter((key) => key !== ''),
      passphrase: this.#string(passphrase, passphraseLength),
      bytes: this.#view(at, length).slice(),
    };
    const answer = ({ outcome, bytes, identity, recipient, detail }) => {
      this.#hand(bytes ?? (identity ? `${identity}\n${recipient}` : detail ?? ''));
      this.#module._fc_encryption_done(call, outcome);
    };
    this.encryption.run(call, job, answer, (fraction) => this.#module._fc_encryption_progress(call, fraction));
  }

  cancelEncryption(call) { this.encryption.cancel(call); }

  // ---- folders ----

  hasFolders() { return Folders.areAvailable() ? 1 : 0; }

  async folderJob(call, kind, key, keyLength, name, nameLength, at, length) {
    const bytes = this.#view(at, length).slice();
    const { outcome, result } = await this.folders.run(kind, this.#string(key, keyLength), this.#string(name, nameLength), bytes);
    this.#hand(result);
    this.#module._fc_folder_done(call, outcome);
  }

  // ---- tabs and time ----

  joinTabs(at, length) { this.tabs.join(this.#string(at, length)); }
  leaveTabs(at, length) { this.tabs.leave(this.#string(at, length)); }
  takeOver(at, length) { this.tabs.takeOver(this.#string(at, length)); }
  releaseTab(at, length) { this.tabs.release(this.#string(at, length)); }
  announce(at, length) { this.tabs.announce(this.#string(at, length)); }

  note(at, length) {
    try { sessionStorage.setItem('fullcircle', this.#string(at, length)); } catch { /* then a tab forgets it when it is loaded anew */ }
  }

  noted() {
    let text = '';
    try { text = sessionStorage.getItem('fullcircle') ?? ''; } catch { /* see note */ }
    this.#hand(text);
  }

  callAfter(delay, call) {
    const isSoon = delay <= SOON_MS;
    if (isSoon) this.#soon += 1;
    const isUp = () => {
      if (isSoon) this.#soon -= 1;
      this.#module._fc_time_is_up(call);
    };
    if (delay > 0) return void setTimeout(isUp, delay);
    this.#turns.push(isUp);  // timers come late when one sets the next, and hardly at all in a page in the background
    this.#turn.port2.postMessage(0);
  }

  random(at, length) { crypto.getRandomValues(this.#view(at, length)); }

  // ---- language ----

  setLanguage(at, length) { this.text.setLanguage(this.#string(at, length)); }
  /** Leaves the text in the buffer. */
  say(text) { this.#hand(text); }
  formatList(at, length) { this.say(this.text.list(this.#string(at, length))); }
  searchKey(at, length) { this.say(this.text.searchKey(this.#string(at, length))); }
  /** The texts are separated by zero bytes; the order goes to `order` as 32-bit numbers. */
  sortedOrder(at, length, order, count) {
    const sorted = this.text.sortedOrder(this.#string(at, length), count);
    this.#module.HEAPU32.set(sorted, order / 4);
  }
}
