// `node tests/fuzz/fuzz_age.mjs SECONDS [SEED]`: files that pretend to be in the age format, given to the worker that opens them.
//
// Whatever the bytes, the worker answers with one of its outcomes, in time, and hands over nothing but what was once encrypted.
// Not guided by coverage, as no such tool is at hand for JavaScript; instead half of the headers are changed and given the right
// authentication code again, so that what lies behind it is reached.
import {Encrypter, armor, generateX25519Identity, identityToRecipient} from 'age-encryption';
import {writeFileSync} from 'node:fs';
import {authenticate, openHere, toBytes, toText} from '../browser/support/age_in_node.mjs';

const [seconds = 60, seed = Date.now() % 1e9] = process.argv.slice(2).map(Number);
const SLOWEST_MS = 30_000;
const expected = ['ok', 'wrongKey', 'wrongPassphrase', 'needsPassphrase', 'damaged', 'notAge'];

let state = seed | 0;
function below(end) {  // SplitMix32
  state = (state + 0x9e3779b9) | 0;
  let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % end;
}
const pick = list => list[below(list.length)];

const words = 'amber canoe lentil';
const identity = await generateX25519Identity();
const recipient = await identityToRecipient(identity);

/** What a test knows of a file beyond its bytes: the key inside, so that a changed header can be authenticated again. */
async function makeSeed(size, {passphrase, others = 0}) {
  const content = new Uint8Array(size).map((_, at) => at * 31);
  const encrypter = new Encrypter();
  let fileKey;
  if (passphrase) {
    encrypter.setPassphrase(words);
    encrypter.setScryptWorkFactor(2);
  } else {
    for (let i = 0; i < others; ++i) encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()));
    encrypter.addRecipient(recipient);
    encrypter.addRecipient({wrapFileKey(key) { fileKey = key; return []; }});
  }
  const text = toText(await encrypter.encrypt(content));
  const mac = text.indexOf('\n--- ') + 1;
  return {content, fileKey, header: text.slice(0, mac), rest: text.slice(mac)};
}

const seeds = [];
for (const size of [0, 100, 65_536, 70_000]) {
  seeds.push(await makeSeed(size, {}), await makeSeed(size, {others: 3}));
  if (size < 200) seeds.push(await makeSeed(size, {passphrase: true}));
}
const contents = seeds.map(({content}) => toText(content));

const tokens = ['-> ', '--- ', '\n', ' ', '=', '-> X25519 ', '-> scrypt ', 'age-encryption.org/v1\n', 'age-encryption.org/v2\n', '\r\n', '\0', '\u00ff',
  '-> grease 1 2\n\n', '-> X25519 AAAA\nAAAA\n', '-> scrypt AAAAAAAAAAAAAAAAAAAAAA 18\n', ' 99', ' 020', ' 0', ' -1', ' 1e1', 'A'.repeat(64), 'A'.repeat(65) + '\n'];
const changes = [
  text => { const at = below(text.length + 1); return text.slice(0, at) + String.fromCharCode(below(256)) + text.slice(at + 1); },
  text => { const at = below(text.length + 1); return text.slice(0, at) + pick(tokens) + text.slice(at); },
  text => { const at = below(text.length + 1); return text.slice(0, at) + text.slice(at + 1 + below(40)); },
  text => { const lines = text.split('\n'); lines.splice(below(lines.length), 0, pick(lines)); return lines.join('\n'); },
  text => { const lines = text.split('\n'); lines.splice(below(lines.length), 1); return lines.join('\n'); },
  text => text.replace(/^(-> scrypt \S+) \d+$/m, (_, start) => `${start} ${pick(['1', '2', '3', '10', '21', '22', '63', '64', '99999999999999999999'])}`),
  text => text.slice(0, below(text.length + 1)),
];
function changed(text) {
  for (let i = 1 + below(3); i > 0; --i) text = pick(changes)(text);
  return text;
}

/** One made-up file. */
function makeFile() {
  const one = pick(seeds);
  const where = below(10);
  const header = changed(one.header);
  if (where < 4 && one.fileKey) return header + authenticate(header, one.fileKey) + one.rest.slice(one.rest.indexOf('\n') + 1);
  if (where < 7) return header + one.rest;
  if (where < 8) return one.header + changed(one.rest);
  if (where < 9) return changed(armor.encode(toBytes(one.header + one.rest)));
  return one.header + pick(seeds).rest;
}

function fail(what, text) {
  const path = `build/fuzz/found/age-${seed}-${count}`;
  writeFileSync(path, text, 'latin1');
  console.log(`${what}\nthe file is ${path}`);
  process.exit(77);
}

console.log(`seed ${seed}`);
const ends = performance.now() + seconds * 1000;
const seen = {};
let count = 0;
for (; performance.now() < ends; ++count) {
  const text = makeFile();
  const began = performance.now();
  const tooLong = setTimeout(() => fail('no answer', text), SLOWEST_MS);
  const job = pick([{keys: [identity]}, {keys: [identity]}, {passphrase: words}, {keys: [identity], passphrase: words}, {}]);
  const {outcome: name, detail, bytes} = await openHere({...job, bytes: toBytes(text)});
  clearTimeout(tooLong);
  seen[name] = (seen[name] ?? 0) + 1;
  if (performance.now() - began > SLOWEST_MS) fail('an answer that took too long', text);
  if (!expected.includes(name)) fail(`${name}: ${detail}`, text);
  if (name === 'ok' ? !contents.includes(toText(bytes)) : bytes !== undefined) fail(`${name}, with bytes that nobody encrypted`, text);
}
console.log(JSON.stringify(seen));
console.log(`stat::number_of_executed_units: ${count}`);
