// The published vectors of the age format (C2SP/CCTV, the npm package cctv-age), and how each of them ends here.
//
// A vector is a few lines that say what to expect, an empty line, and a file, packed with zlib where the lines say so. One of them
// gives two passphrases: as a person gives one at a time, it is two jobs here.
import {createHash} from 'node:crypto';
import {inflateSync} from 'node:zlib';
import * as published from 'cctv-age';

/** What the worker answers. Where exactly a file is broken does not matter to a person. */
const outcomes = {
  'success': 'ok',
  'no match': 'wrongKey',
  'HMAC failure': 'damaged',
  'header failure': 'damaged',
  'armor failure': 'damaged',
  'payload failure': 'damaged',
};
const firstLine = 'its first line is not that of the format: no such file, rather than a broken one';
const passphrase = 'it asks for a passphrase, and the one given does not fit';

/** Refused in other words, and why. */
const named = {
  empty: ['notAge', firstLine],
  armor_garbage_leading: ['notAge', firstLine],
  armor_lowercase: ['notAge', firstLine],
  armor_whitespace_begin: ['notAge', firstLine],
  armor_wrong_type: ['notAge', firstLine],
  scrypt_bad_tag: ['wrongPassphrase', passphrase],
  scrypt_no_match: ['wrongPassphrase', passphrase],
  scrypt_work_factor_wrong: ['wrongPassphrase', passphrase],
};

const isHybrid = key => key.startsWith('AGE-SECRET-KEY-PQ-1');
const hybridKey = ['notKey', 'Fullcircle makes and takes no hybrid keys, and the site delivers nothing that computes with one'];

function parse(name, bytes) {
  const whole = Buffer.from(bytes);
  const end = whole.indexOf('\n\n');
  const lines = whole.toString('utf8', 0, end).split('\n');
  const all = key => lines.filter(line => line.startsWith(`${key}: `)).map(line => line.slice(key.length + 2));
  const [expected] = all('expect');
  const keys = all('identity');
  const [outcome, why] = keys.some(isHybrid) ? hybridKey : named[name] ?? [outcomes[expected]];
  return {
    name, expected, outcome, why, keys, isHybrid: keys.some(isHybrid), payload: all('payload')[0], passphrases: all('passphrase'),
    packed: whole.subarray(end + 2), isPacked: all('compressed').includes('zlib'),
  };
}

/** {name, expected (in the words of the vector), outcome (ours), why (where it is another), keys, isHybrid, passphrases, payload (its
 *  SHA-256), packed, isPacked} */
export const vectors = Object.entries(published).map(([name, bytes]) => parse(name, bytes));

export const fileOf = ({packed, isPacked}) => new Uint8Array(isPacked ? inflateSync(packed) : packed);

/** What is asked of the worker, without the file: a job for each passphrase. */
export const jobsOf = ({keys, passphrases}) => (passphrases.length ? passphrases : ['']).map(passphrase => ({keys, passphrase}));

/** How an answer is to be: the content by its SHA-256; none where not a byte is to be handed over. */
export const wanted = ({name, outcome, payload}) => ({name, outcome, content: outcome === 'ok' ? payload : 'none'});

export const sha256 = bytes => createHash('sha256').update(bytes).digest('hex');
