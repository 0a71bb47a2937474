// What may and may not stand in a file of the age format, line by line. The `age` command line judges every file too: both open it
// to the same bytes, or both refuse it.
import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {Encrypter} from 'age-encryption';
import {lockByPassphrase, lockTo, makeKeys, openByPassphrase, openWith} from './support/age.mjs';
import {authenticate, base64, openHere, toBytes, toText} from './support/age_in_node.mjs';

const own = makeKeys();
const other = makeKeys();
const content = Buffer.from('{"format": "fullcircle.answer", "text": "Schöne Grüße"}\n');

/** A file to our key, in its parts, with the key inside. */
async function makeParts(bytes = content) {
  let fileKey;
  const encrypter = new Encrypter();
  encrypter.addRecipient(own.recipient);
  encrypter.addRecipient({wrapFileKey(key) { fileKey = key; return []; }});
  const text = toText(await encrypter.encrypt(new Uint8Array(bytes)));
  const mac = text.indexOf('\n--- ') + 1;
  const body = text.indexOf('\n', mac) + 1;
  const [version, stanza, share] = text.slice(0, mac).split('\n');
  return {fileKey, version, stanza, share, mac: text.slice(mac, body), body: text.slice(body)};
}
const parts = await makeParts();
const long = await makeParts(Buffer.alloc(3 * 65_536, 'x'));

/** With these lines as the header, authenticated by whoever holds the file's key. */
const withHeader = (...lines) => {
  const header = lines.map(line => `${line}\n`).join('');
  return header + authenticate(header, parts.fileKey) + parts.body;
};
const {version, stanza, share, mac, body} = parts;
const start = `${version}\n${stanza}\n${share}\n`;
const chunk = 65_536 + 16;
const longStart = `${long.version}\n${long.stanza}\n${long.share}\n${long.mac}`;
const chunks = [0, 1, 2].map(at => long.body.slice(16 + at * chunk, 16 + (at + 1) * chunk));
const armored = toText(lockTo(own.recipient, content, ['-a']));
const zeros = count => base64(new Uint8Array(count));

const opened = {
  'as it is': start + mac + body,
  'with a stanza of an unknown kind before': withHeader(version, '-> grease a b', 'AAAA', stanza, share),
  'with a stanza of an unknown kind after, without a body': withHeader(version, stanza, share, '-> grease', ''),
  'with a stanza of two full lines': withHeader(version, '-> grease', zeros(48), zeros(48), '', stanza, share),
  'with somebody else before us': toText(lockTo(other.recipient, content, ['-r', own.recipient])),
  'armoured': armored,
  'armoured, with the line ends of Windows': armored.replaceAll('\n', '\r\n'),
  'armoured, with space before and after': `\n \n${armored} \n\n`,
};

const refused = {
  'empty': '',
  'the first line alone': `${version}\n`,
  'another version': withHeader('age-encryption.org/v2', stanza, share),
  'the line ends of Windows': start.replaceAll('\n', '\r\n') + mac + body,
  'no stanza': withHeader(version),
  'a stanza without a kind': withHeader(version, '->', '', stanza, share),
  'two spaces in a stanza': withHeader(version, '-> grease  a', 'AAAA', stanza, share),
  'a space at the end of a stanza': withHeader(version, '-> grease a ', 'AAAA', stanza, share),
  'a line of a stanza that is too long': withHeader(version, '-> grease', zeros(51), 'AAAA', stanza, share),
  'a stanza without its last short line': withHeader(version, '-> grease', zeros(48), stanza, share),
  'a stanza with padding': withHeader(version, '-> grease', 'AAA=', stanza, share),
  'a stanza whose last letter has bits too many': withHeader(version, '-> grease', 'AAB', stanza, share),
  'our stanza with one argument more': withHeader(version, `${stanza} x`, share),
  'our stanza without its argument': withHeader(version, '-> X25519', share),
  'our stanza with a short point': withHeader(version, `-> X25519 ${zeros(31)}`, share),
  'our stanza with the point of order one': withHeader(version, `-> X25519 ${zeros(32)}`, share),
  'our stanza with a short body': withHeader(version, stanza, zeros(31)),
  'our stanza in small letters': withHeader(version, stanza.replace('X25519', 'x25519'), share),
  'a wrong authentication code': `${start}--- ${zeros(32)}\n${body}`,
  'a short authentication code': `${start}--- ${zeros(31)}\n${body}`,
  'an authentication code with padding': start + mac.replace('\n', '=\n') + body,
  'no authentication code': `${start}---\n${body}`,
  'no space before the authentication code': start + mac.replace('--- ', '---') + body,
  'a changed header with the old authentication code': `${version}\n-> grease\n\n${stanza}\n${share}\n${mac}${body}`,
  'no body': start + mac,
  'half a nonce': start + mac + body.slice(0, 8),
  'a nonce alone': start + mac + body.slice(0, 16),
  'the last byte missing': start + mac + body.slice(0, -1),
  'one byte more': `${start}${mac}${body}x`,
  'a last part that is missing': longStart + long.body.slice(0, 16) + chunks[0] + chunks[1],
  'two parts exchanged': longStart + long.body.slice(0, 16) + chunks[1] + chunks[0] + chunks[2],
  'a part twice': longStart + long.body.slice(0, 16) + chunks[0] + chunks[0] + chunks[2],
  'armour without its end': armored.slice(0, armored.indexOf('-----END')),
  'armour without its beginning': armored.slice(armored.indexOf('\n') + 1),
  'armour with a longer line': armored.replace(/\n(.{64})\n/, '\n$1AAAA\n'),
  'armour with words after it': `${armored}\nBest regards\n`,
};

const commandLine = (text, open = bytes => openWith(own.identity, bytes)) => {
  try { return toText(open(Buffer.from(text, 'latin1'))); } catch { return 'refused'; }
};
const here = async (text, job = {keys: [own.identity]}) => {
  const {outcome, bytes} = await openHere({...job, bytes: toBytes(text)});
  assert.ok(['ok', 'wrongKey', 'wrongPassphrase', 'damaged', 'notAge'].includes(outcome), outcome);
  assert.equal(bytes === undefined, outcome !== 'ok');
  return bytes ? toText(bytes) : 'refused';
};

describe('files in the age format', () => {
  for (const [name, text] of Object.entries(opened)) {
    test(`opened: ${name}`, async () => {
      assert.equal(commandLine(text), toText(content), 'the command line');
      assert.equal(await here(text), toText(content));
    });
  }

  for (const [name, text] of Object.entries(refused)) {
    test(`refused: ${name}`, async () => {
      assert.equal(commandLine(text), 'refused', 'the command line');
      assert.equal(await here(text), 'refused');
    });
  }

  test('refused here, though not by the command line: a passphrase beside our key', async () => {
    const text = withHeader(version, stanza, share, `-> scrypt ${zeros(16)} 10`, zeros(32));
    const {outcome, bytes} = await openHere({keys: [own.identity], bytes: toBytes(text)});
    assert.deepEqual([outcome, bytes], ['needsPassphrase', undefined]);
  });

  test('refused: each byte of the header changed, and bytes all over the rest', async () => {
    const whole = toText(lockTo(own.recipient, Buffer.alloc(140_000, 'y')));
    const end = whole.indexOf('\n', whole.indexOf('\n--- ') + 1) + 1;
    const places = Array.from({length: end}, (_, at) => at);
    for (let at = end; at < whole.length; at += 997) places.push(at);
    places.push(whole.length - 1);
    for (const at of places) {
      for (const bit of at < end ? [1, 32] : [128]) {
        const changed = whole.slice(0, at) + String.fromCharCode(whole.charCodeAt(at) ^ bit) + whole.slice(at + 1);
        assert.equal(await here(changed), 'refused', `byte ${at}, bit ${bit}`);
      }
    }
  });

  test('passphrases: how much work a file may ask for', async () => {
    const words = 'amber canoe lentil';
    const locked = toText(lockByPassphrase(words, content));
    assert.equal(commandLine(locked, bytes => openByPassphrase(words, bytes)), toText(content));
    assert.equal(await here(locked, {passphrase: words}), toText(content));
    for (const factor of ['0', '018', '+18', '1e1', '21', '64', '99999999999999999999', '']) {
      const changed = locked.replace(/^(-> scrypt \S+) \d+$/m, `$1 ${factor}`);
      assert.equal(await here(changed, {passphrase: words}), 'refused', factor);
    }
  });
});
