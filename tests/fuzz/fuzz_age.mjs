// `node tests/fuzz/fuzz_age.mjs SECONDS [SEED]`: files that pretend to be in the age format, given to the worker that opens them.
// `node tests/fuzz/fuzz_age.mjs FILE...`: these files alone, to see what becomes of each.
//
// Whatever the bytes, the worker answers with one of its outcomes, in time, and hands over nothing but what was once encrypted.
//
// The files are made from the published vectors of which at least the header is whole, and from those that reached something new in
// the worker or in age-encryption. All of them have the key of those vectors inside, so half of the changed headers are given the right
// authentication code again: what lies behind it is reached too.
import {readFileSync, writeFileSync} from 'node:fs';
import {createHash} from 'node:crypto';
import {chacha20poly1305} from '@noble/ciphers/chacha.js';
import {hkdf} from '@noble/hashes/hkdf.js';
import {scrypt} from '@noble/hashes/scrypt.js';
import {sha256} from '@noble/hashes/sha2.js';
import {fileOf, vectors} from '../browser/support/age_published.mjs';
import {Coverage, Exploration, readFolder} from './coverage_guided.mjs';

// V8 counts nothing in what has run before it begins to count: the arithmetic, which is not looked at, stays ten times as fast.
const cipher = () => chacha20poly1305(new Uint8Array(32), new Uint8Array(12));
cipher().decrypt(cipher().encrypt(new Uint8Array(200)));
hkdf(sha256, new Uint8Array(16), new Uint8Array(16), new Uint8Array(7), 32);
scrypt('', new Uint8Array(16), {N: 2, r: 8, p: 1, dkLen: 32});

const coverage = new Coverage(/\/age-encryption\/dist\/(armor|format|index|io|recipients|stream|x25519)\.js$|\/shell\/age_worker\.js$/);
const {authenticate, openHere, toBytes, toText} = await import('../browser/support/age_in_node.mjs');

const SLOWEST_MS = 30_000;
const LARGEST_SEED = 70_000;  // a chunk and a bit
const expected = ['ok', 'wrongKey', 'wrongPassphrase', 'needsPassphrase', 'damaged', 'notAge'];
const fileKey = Buffer.from('YELLOW SUBMARINE');
const keys = ['AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0'];
const passphrase = 'password';
const jobs = [{keys, passphrase}, {keys, passphrase}, {keys, passphrase}, {keys}, {passphrase}, {}];

const isNumber = text => /^\d+$/.test(text);
const given = process.argv.slice(2);
const [seconds = 60, seed = Date.now() % 1e9] = given.filter(isNumber).map(Number);

let state = seed | 0;
function below(end) {  // SplitMix32
  state = (state + 0x9e3779b9) | 0;
  let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % end;
}
const pick = list => list[below(list.length)];
const hash = bytes => createHash('sha256').update(bytes).digest();

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

// Armour is put on and taken off without age-encryption, so that none of it runs but for the worker.
const [begin, end] = ['-----BEGIN AGE ENCRYPTED FILE-----', '-----END AGE ENCRYPTED FILE-----'];
const armored = text => [begin, ...Buffer.from(text, 'latin1').toString('base64').match(/.{1,64}/g) ?? [], end, ''].join('\n');
const unarmored = text => (text.trimStart().startsWith(begin) ? toText(Buffer.from(text.replace(begin, '').replace(end, ''), 'base64')) : text);

/** A file as a text, in its header, the line with the header's authentication code, and what is encrypted. */
function partsOf(input) {
  const text = unarmored(toText(input));
  const mac = text.indexOf('\n--- ') + 1 || text.length;
  const body = text.indexOf('\n', mac) + 1 || text.length;
  return {header: text.slice(0, mac), code: text.slice(mac, body), body: text.slice(body)};
}

/** One made-up file. */
function makeFile(corpus) {
  const [one, other] = [pick(corpus), pick(corpus)];
  const {header, code, body} = partsOf(one.length < other.length ? one : other);
  const ways = [
    () => { const made = changed(header); return made + authenticate(made, fileKey) + body; },
    () => changed(header) + code + body,
    () => header + changed(code + body),
    () => changed(armored(header + code + body)),
    () => header + authenticate(header, fileKey) + partsOf(other).body,
  ];
  return toBytes(ways[[0, 0, 0, 0, 1, 1, 2, 2, 3, 4][below(10)]]());
}

// What is encrypted tells what it opens to, as all files have one key.
const encryptedOf = input => hash(toBytes(partsOf(input).body)).toString('hex');
const contents = new Map(vectors.filter(({expected}) => expected === 'success').map(vector => [encryptedOf(fileOf(vector)), vector.payload]));
// Cut after the first of two final chunks, a file is a whole one; what that opens to, the vectors do not say.
const endedTwice = vectors.filter(({name}) => name.startsWith('stream_two_final_chunks')).map(vector => partsOf(fileOf(vector)).body);
const isCutShort = body => endedTwice.some(whole => whole.length > body.length && whole.startsWith(body));
const isKnown = (input, bytes) => contents.get(encryptedOf(input)) === hash(bytes).toString('hex') || isCutShort(partsOf(input).body);
const seen = {};

/** Opens the file, and ends the program if the answer is not as it must be. */
async function open(input, job) {
  const fail = what => {
    const path = `build/fuzz/found/age-${seed}-${exploration.executed}`;
    writeFileSync(path, input);
    console.log(`${what}\nthe file is ${path}`);
    process.exit(77);
  };
  const began = performance.now();
  const tooLong = setTimeout(() => fail('no answer'), SLOWEST_MS);
  const {outcome, detail, bytes} = await openHere({...job, bytes: Uint8Array.from(input)});
  clearTimeout(tooLong);
  seen[outcome] = (seen[outcome] ?? 0) + 1;
  if (performance.now() - began > SLOWEST_MS) fail('an answer that took too long');
  if (!expected.includes(outcome)) fail(`${outcome}: ${detail}`);
  // The worker calls it damage when the reader trips over its own feet; here it is a fault.
  if (/Cannot read prop|is not (a function|iterable|defined)|call stack/.test(detail)) fail(`${outcome}: ${detail}`);
  if (outcome === 'ok' ? !isKnown(input, bytes) : bytes !== undefined) fail(`${outcome}, with bytes that nobody encrypted`);
  return outcome;
}

/** Which keys are at hand follows from the file, so that it finds the same again when it is run alone. */
const exploration = new Exploration(coverage, input => open(input, jobs[hash(input)[0] % jobs.length]), 'build/fuzz/corpus/age');

const files = given.filter(each => !isNumber(each));
if (files.length > 0) {
  for (const file of files) for (const job of new Set(jobs)) console.log(file, await open(readFileSync(file), job));
  process.exit(0);
}

console.log(`seed ${seed}`);
const published = vectors.filter(vector => !vector.isHybrid && ['success', 'payload failure'].includes(vector.expected));
await exploration.begin([...published.map(fileOf).filter(({length}) => length <= LARGEST_SEED), ...readFolder('tests/fuzz/corpus/age').map(({input}) => input)]);
await exploration.explore(makeFile, seconds);
console.log(JSON.stringify(seen));
console.log(`${coverage.blocks.reached} blocks reached of ${coverage.blocks.seen}, ${exploration.corpus.length} files in the corpus, ${exploration.kept} of them learnt`);
console.log(`stat::number_of_executed_units: ${exploration.executed}`);
