// The worker that opens files in the age format, run by Node without a page, and headers that are made by hand.
import {hkdf} from '@noble/hashes/hkdf.js';
import {hmac} from '@noble/hashes/hmac.js';
import {sha256} from '@noble/hashes/sha2.js';

const outcomes = ['ok', 'wrongKey', 'wrongPassphrase', 'needsPassphrase', 'damaged', 'notAge', 'notKey', 'unavailable'];
let answer, receive;
globalThis.addEventListener = (_, listener) => { receive = listener; };
globalThis.postMessage = message => { if ('outcome' in message) answer(message); };
await import('../../../shell/age_worker.js');

/** {outcome, bytes}: `outcome` by its name. One job at a time. */
export async function openHere(job) {
  const {outcome, ...rest} = await new Promise(resolve => {
    answer = resolve;
    receive({data: {kind: 'decrypt', keys: [], passphrase: '', ...job}});
  });
  return {...rest, outcome: outcomes[outcome]};
}

export const toBytes = text => new Uint8Array(Buffer.from(text, 'latin1'));
export const toText = bytes => Buffer.from(bytes).toString('latin1');
export const base64 = bytes => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/** The header's last line, for lines that somebody who holds the file's key has changed. */
export function authenticate(lines, fileKey) {
  const key = hkdf(sha256, fileKey, undefined, new TextEncoder().encode('header'), 32);
  return `--- ${base64(hmac(sha256, key, toBytes(`${lines}---`)))}\n`;
}
