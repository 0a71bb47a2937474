// A page that edits until its browser is killed. It says what it found, then which items it was shown as saved.
const say = (what, body) => fetch(`say/${what}`, { method: 'POST', body: JSON.stringify(body), keepalive: true });

const { work, expected } = await (await say('began')).json();
await import('./probe.mjs');
const { probe } = globalThis;
await say('found', { missing: expected.filter((item) => !probe.has(item)), setAside: probe.setAside, loaded: probe.loaded });

await probe.writing();
if (work === 'import') {
  probe.fill(200, 3000);
  await probe.saved();
}
const id = Date.now();
for (let number = 0; ; ++number) {
  const items = [];
  for (let i = 0; i <= number % 3; ++i) items.push(`${id} ${number}.${i}`);
  items.forEach(probe.add);
  if (work === 'compaction') probe.fill(number % 40, 20_000);
  probe.flush();
  await probe.saved();
  say('saved', items);
}
