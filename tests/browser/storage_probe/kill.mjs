// A page that edits until its browser is killed. It says in which phase it is, what it found, and then which items it was shown as saved.
const say = (what, body) => fetch(`say/${what}`, { method: 'POST', body: JSON.stringify(body), keepalive: true });

/** Waits until it was heard: from then on a kill meets this phase. */
let began;
function enter(phase) {
  const request = new XMLHttpRequest();
  request.open('POST', 'say/phase', false);
  request.send(JSON.stringify({ phase, previousMs: performance.now() - began }));
  began = performance.now();
}

const { work, expected } = await (await say('began')).json();
const { open } = IDBFactory.prototype;
IDBFactory.prototype.open = function (...rest) {
  IDBFactory.prototype.open = open;
  enter('loading');
  return open.apply(this, rest);
};
await import('./probe.mjs');
const { probe } = globalThis;
enter('claiming');
const found = { missing: expected.filter((item) => !probe.has(item)), count: probe.count, setAside: probe.setAside, loaded: probe.loaded };
await probe.writing();
enter('editing');
await say('found', found);

const id = Date.now();
for (let number = 0; ; ++number) {
  const items = [];
  for (let i = 0; i <= number % 3; ++i) items.push(`${id} ${number}.${i}`);
  items.forEach(probe.add);
  if (work === 'compacting') {
    enter('compacting');
    probe.fill(20 + (number * 20) % 180, 3000);  // as an import does: all is written anew
  }
  probe.flush();
  await probe.saved();
  if (work === 'compacting') enter('editing');
  say('saved', { items, count: probe.count });
}
