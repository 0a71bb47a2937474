// `globalThis.probe`: what a test can do with the storage layer. The workspace is the part of the address after "?".
import createProbe from './storage_probe.js';
import { Ports } from './ports.js';

const STATUS = ['saved', 'saving', 'not saved'];
const MODE = ['closed', 'opening', 'writing', 'reading', 'too new'];

const ports = new Ports();
const waiting = new Set();
const module = await createProbe({ ports, onChange: () => waiting.forEach((check) => check()) });
ports.connect(module);
ports.watchPageEnd();

const text = (value) => {
  const length = value.length * 3 + 1;
  const at = module._malloc(length);
  module.stringToUTF8(value, at, length);
  return at;
};
const withText = (run, value) => {
  const at = text(value);
  const result = run(at);
  module._free(at);
  return result;
};

/** Resolves as soon as `condition` holds, at the latest when something changes. */
const until = (condition) => new Promise((resolve) => {
  const check = () => {
    if (!condition()) return;
    waiting.delete(check);
    resolve();
  };
  waiting.add(check);
  check();
});

const probe = {
  module,
  get loaded() { return module._probe_loaded(); },
  get status() { return STATUS[module._probe_status()]; },
  get mode() { return MODE[module._probe_mode()]; },
  get reason() { return module.UTF8ToString(module._probe_reason()); },
  get count() { return module._probe_count(); },
  get setAside() { return module._probe_set_aside_count(); },
  add: (item) => withText(module._probe_add, item),
  has: (item) => withText(module._probe_has, item) === 1,
  fill: (count, bytes) => module._probe_fill(count, bytes),
  flush: () => module._probe_flush(),
  takeOver: () => module._probe_take_over(),
  until,
  saved: () => until(() => probe.status === 'saved' && probe.mode === 'writing'),
  writing: () => until(() => probe.mode === 'writing'),
  /** Adds, saves without the usual delay, and says how long it took until "saved". */
  async measureSave(item) {
    const began = performance.now();
    probe.add(item);
    probe.flush();
    await probe.saved();
    return performance.now() - began;
  },
};

const began = performance.now();
withText(module._probe_open, location.search.slice(1) || 'w1');
await until(() => probe.loaded !== 0);
probe.loadMs = performance.now() - began;
globalThis.probe = probe;
