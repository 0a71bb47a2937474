// Files in the age format: what the page makes opens with the `age` command line and the other way round; whatever is wrong with a
// file or its key is named, and nothing of the file is handed over.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {lockByPassphrase, lockTo, makeKeys, openByPassphrase, openWith} from './support/age.mjs';
import {jobsOf, vectors, wanted} from './support/age_published.mjs';
import {closeAll, openModules} from './support/app.mjs';

const outcomes = ['ok', 'wrongKey', 'wrongPassphrase', 'needsPassphrase', 'damaged', 'notAge', 'notKey', 'unavailable'];
const words = 'amber canoe lentil orbit thistle';
const content = Buffer.from('{"format": "fullcircle.answer", "text": "Schöne Grüße, 你好 😀"}\n');

/** Does a job in the page's worker: {outcome, bytes, identity, recipient}. */
async function run(app, job) {
  const {bytes, ...result} = await app.page.evaluate(async asked => {
    const {Encryption} = await import('/encryption.js');
    globalThis.encryptionUnderTest ??= new Encryption();
    const given = asked.base64 === undefined ? undefined : Uint8Array.from(atob(asked.base64), letter => letter.charCodeAt(0));
    const done = await new Promise(resolve => globalThis.encryptionUnderTest.run(0, {...asked, bytes: given}, resolve));
    return {...done, bytes: done.bytes && btoa(Array.from(done.bytes, byte => String.fromCharCode(byte)).join(''))};
  }, {...job, bytes: undefined, base64: job.bytes?.toString('base64')});
  return {...result, outcome: outcomes[result.outcome], bytes: bytes === undefined ? undefined : Buffer.from(bytes, 'base64')};
}

/** What becomes of the published vectors in the page's worker, a job for each of their passphrases. */
const openPublished = app => app.page.evaluate(async asked => {
  const {Encryption, Outcome} = await import('/encryption.js');
  const encryption = new Encryption();
  const collect = async stream => new Uint8Array(await new Response(stream).arrayBuffer());
  const ended = [];
  for (const {name, job, base64, isPacked} of asked) {
    const packed = new Blob([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))]).stream();
    const bytes = await collect(isPacked ? packed.pipeThrough(new DecompressionStream('deflate')) : packed);
    const done = await new Promise(resolve => encryption.run(0, {kind: 'decrypt', ...job, bytes}, resolve));
    const hash = done.bytes && new Uint8Array(await crypto.subtle.digest('SHA-256', done.bytes));
    const outcome = Object.keys(Outcome).find(key => Outcome[key] === done.outcome);
    ended.push({name, outcome, content: hash ? Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('') : 'none'});
  }
  return ended;
}, vectors.flatMap(({name, packed, isPacked, ...vector}) => jobsOf(vector).map(job => ({name, job, base64: packed.toString('base64'), isPacked}))));

function flipped(bytes, at) {
  const copy = Buffer.from(bytes);
  copy[at] ^= 1;
  return copy;
}

after(closeAll);

for (const browser of ['chromium', 'firefox']) {
  describe(`encryption in ${browser}`, () => {
    let app, own;
    before(async () => { app = await openModules(browser); });
    after(() => app.close());

    test('nothing of it is loaded before the first job', async () => {
      const isLoaded = () => app.requests.some(address => /age_worker/.test(address));
      assert.equal(isLoaded(), false);
      own = await run(app, {kind: 'make'});
      assert.equal(own.outcome, 'ok');
      assert.match(own.identity, /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
      assert.match(own.recipient, /^age1[0-9a-z]{58}$/);
    });

    test('a recovery text gives the same pair again, however it was typed', async () => {
      const again = await run(app, {kind: 'read', keys: [`  ${own.identity.toLowerCase().replace(/(.{6})/g, '$1 ')} `]});
      assert.deepEqual([again.identity, again.recipient], [own.identity, own.recipient]);
      const swapped = own.identity.replace(/.$/, last => (last === 'Q' ? 'P' : 'Q'));
      for (const wrong of ['', 'age1abc', own.recipient, swapped]) {
        assert.equal((await run(app, {kind: 'read', keys: [wrong]})).outcome, 'notKey', wrong);
      }
    });

    test('what is encrypted to keys opens with the command line, by each of them', async () => {
      const other = makeKeys();
      const {bytes} = await run(app, {kind: 'encrypt', keys: [own.recipient, other.recipient], bytes: content});
      assert.ok(bytes.toString('latin1').startsWith('age-encryption.org/v1\n'));
      assert.deepEqual(openWith(own.identity, bytes), content);
      assert.deepEqual(openWith(other.identity, bytes), content);
    });

    test('what is encrypted with a passphrase opens with the command line', async () => {
      const {bytes} = await run(app, {kind: 'encrypt', passphrase: words, bytes: content});
      assert.match(bytes.toString('latin1'), /^-> scrypt \S+ 16$/m);
      assert.deepEqual(openByPassphrase(words, bytes), content);
    });

    test('files of the command line open: binary and armoured, by key and by passphrase, empty and of many parts', async () => {
      for (const options of [[], ['-a']]) {
        const opened = await run(app, {kind: 'decrypt', keys: [makeKeys().identity, own.identity], bytes: lockTo(own.recipient, content, options)});
        assert.deepEqual(opened.bytes, content);
      }
      for (const size of [0, 65_536, 200_000]) {
        const large = Buffer.alloc(size, 'fullcircle');
        assert.deepEqual((await run(app, {kind: 'decrypt', keys: [own.identity], bytes: lockTo(own.recipient, large)})).bytes, large);
      }
      assert.deepEqual((await run(app, {kind: 'decrypt', passphrase: words, bytes: lockByPassphrase(words, content)})).bytes, content);
    });

    test('the wrong key, a mistyped one, the wrong passphrase, a passphrase where a key was given: each is named', async () => {
      const toOther = lockTo(makeKeys().recipient, content);
      const {bytes: byWords} = await run(app, {kind: 'encrypt', passphrase: words, bytes: content});
      const tried = [
        [{keys: [own.identity], bytes: toOther}, 'wrongKey'],
        [{passphrase: words, bytes: toOther}, 'wrongKey'],
        [{passphrase: 'amber canoe lentil orbit', bytes: byWords}, 'wrongPassphrase'],
        [{keys: [own.identity], bytes: byWords}, 'needsPassphrase'],
        [{bytes: byWords}, 'needsPassphrase'],
        [{bytes: toOther}, 'wrongKey'],
        [{keys: [own.identity.replace(/.$/, last => (last === 'Q' ? 'P' : 'Q'))], bytes: toOther}, 'notKey'],
        [{keys: [own.identity], bytes: content}, 'notAge'],
        [{keys: [own.identity], bytes: Buffer.alloc(0)}, 'notAge'],
      ];
      for (const [job, outcome] of tried) {
        const result = await run(app, {kind: 'decrypt', ...job});
        assert.deepEqual([result.outcome, result.bytes], [outcome, undefined]);
      }
      assert.equal((await run(app, {kind: 'encrypt', keys: ['age1pq1nothing'], bytes: content})).outcome, 'notKey');
    });

    test('the published vectors of the format open to what they hold, or are refused', async () => {
      assert.deepEqual(await openPublished(app), vectors.flatMap(vector => jobsOf(vector).map(() => wanted(vector))));
    });

    test('a byte changed or a file cut short is noticed wherever it is', async () => {
      const whole = lockTo(own.recipient, Buffer.alloc(70_000, 'x'));
      const armored = lockTo(own.recipient, content, ['-a']);
      const header = whole.indexOf('\n--- ');
      const open = async bytes => (await run(app, {kind: 'decrypt', keys: [own.identity], bytes})).outcome;
      for (const cut of [30, header, header + 40, header + 60, 65_536, whole.length - 16, whole.length - 1]) {
        assert.equal(await open(whole.subarray(0, cut)), 'damaged', `cut to ${cut}`);
      }
      for (const at of [header + 8, header + 50, header + 70, 40_000, whole.length - 1]) {
        assert.equal(await open(flipped(whole, at)), 'damaged', `flipped ${at}`);
      }
      // Inside the part that holds the key nothing tells a changed byte from a key that does not fit.
      for (const at of [40, header - 4]) {
        const other = Buffer.from(whole);
        other[at] = other[at] === 65 ? 66 : 65;  // still a letter of Base64
        assert.equal(await open(other), 'wrongKey', `other letter ${at}`);
      }
      assert.equal(await open(armored.subarray(0, armored.length - 40)), 'damaged');
    });
  });
}

test('a long job tells how far it is, ends when cancelled, and leaves the next one alone', async () => {
  const app = await openModules('chromium');
  const {told, cancelled, next, isIdle} = await app.page.evaluate(async () => {
    const {Encryption} = await import('/encryption.js');
    const encryption = new Encryption();
    const {recipient} = await new Promise(resolve => encryption.run(1, {kind: 'make'}, resolve));
    const large = {kind: 'encrypt', keys: [recipient], bytes: new Uint8Array(60 << 20)};
    let cancelled = 0;
    const told = await new Promise(resolve => encryption.run(2, large, () => { cancelled = -1; }, resolve));
    const after = new Promise(resolve => encryption.run(3, {kind: 'make'}, resolve));
    encryption.run(4, {kind: 'make'}, () => { cancelled = -2; });
    encryption.cancel(4);
    encryption.cancel(2);
    return {told, cancelled, next: (await after).outcome, isIdle: encryption.idle};
  });
  assert.ok(told > 0 && told < 1, `${told}`);
  assert.deepEqual([cancelled, next, isIdle], [0, 0, true]);
  assert.deepEqual(app.errors, []);
  await app.close();
});
