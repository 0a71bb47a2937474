// Does one job after the other in the age format (age-encryption.org/v1), off the page's own thread.
//
// A message asks {kind: 'make' | 'read' | 'encrypt' | 'decrypt' | 'sign' | 'verify', keys, passphrase, bytes}; the answers are any number of
// {progress} and one {outcome, bytes | identity and recipient, detail}.

import { Decrypter, Encrypter, armor, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { Outcome } from './encryption_outcome.js';
import { sign, verify } from './signing.js';

// 2^16 takes a third of a second and 64 MB. The passphrases that Fullcircle offers are drawn by chance: each one the
// attacker tries costs as much, and there are too many of them for that.
const SCRYPT_LOG_N = 16;
const CHUNK_BYTES = 64 * 1024;
const PROGRESS_MS = 100;
const encoder = new TextEncoder();

const MAGIC = 'age-encryption.org/';
const ARMOR = '-----BEGIN AGE ENCRYPTED FILE-----';

/** Ends a job with one of the outcomes. */
class Ended extends Error {
  constructor(outcome, detail = '') {
    super(detail);
    this.outcome = outcome;
  }
}

/** Whatever goes wrong inside means `outcome`. */
async function orEnd(outcome, work) {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Ended ? error : new Ended(outcome, String(error?.message ?? error));
  }
}

// X25519 keys alone: 32 bytes in Bech32, 58 characters after the prefix and its "1".
const isIdentity = (text) => /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/.test(text);
const isRecipient = (text) => /^age1[0-9a-z]{58}$/.test(text);

/** The bytes in pieces, telling how far they have been taken. */
function pieces(bytes) {
  let at = 0, told = performance.now();
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + CHUNK_BYTES));
      at += CHUNK_BYTES;
      if (performance.now() - told > PROGRESS_MS) {
        told = performance.now();
        postMessage({ progress: Math.min(at / bytes.length, 1) });
      }
    },
  });
}

const collect = async (stream) => new Uint8Array(await new Response(stream).arrayBuffer());

async function pairOf(identity) {
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Hands each key over; one of another kind, or with a letter wrong, ends the job. */
async function takeKeys(keys, isOurs, take) {
  for (const key of keys) {
    if (!isOurs(key)) throw new Ended(Outcome.notKey);
    await orEnd(Outcome.notKey, () => take(key));
  }
}

async function encrypt({ bytes, keys, passphrase }) {
  const encrypter = new Encrypter();
  if (passphrase !== '') {
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(SCRYPT_LOG_N);
  }
  await takeKeys(keys, isRecipient, (key) => encrypter.addRecipient(key));
  return { bytes: await collect(await encrypter.encrypt(pieces(bytes))) };
}

/** The bytes without armour. */
async function unarmored(bytes) {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 256)).trimStart();
  if (start.startsWith(MAGIC)) return bytes;
  if (!start.startsWith(ARMOR)) throw new Ended(Outcome.notAge);
  return orEnd(Outcome.damaged, () => armor.decode(new TextDecoder('latin1').decode(bytes)));
}

async function decrypt({ bytes, keys, passphrase }) {
  const file = await unarmored(bytes);
  let hasPassphrase = false, fits = true;
  const header = new Decrypter();
  header.addIdentity({
    unwrapFileKey(stanzas) {
      hasPassphrase = stanzas.some((stanza) => stanza.args[0] === 'scrypt');
      if (hasPassphrase && passphrase === '') throw new Ended(Outcome.needsPassphrase);
      return null;
    },
  });
  await takeKeys(keys, isIdentity, (key) => header.addIdentity(key));
  if (passphrase !== '') header.addPassphrase(passphrase);
  header.addIdentity({ unwrapFileKey() { fits = false; return null; } });  // asked last, when none of the others fits
  const fileKey = await orEnd(Outcome.damaged, () => header.decryptHeader(file).catch((error) => {
    if (fits) throw error;
    throw new Ended(hasPassphrase ? Outcome.wrongPassphrase : Outcome.wrongKey);
  }));
  const body = new Decrypter();
  body.addIdentity({ unwrapFileKey: () => fileKey });
  return { bytes: await orEnd(Outcome.damaged, async () => collect(await body.decrypt(pieces(file)))) };
}

const jobs = {
  make: async () => pairOf(await generateX25519Identity()),
  async read({ keys: [text] }) {
    const identity = text.replace(/\s+/g, '').toUpperCase();
    if (!isIdentity(identity)) throw new Ended(Outcome.notKey);
    const { recipient } = await orEnd(Outcome.notKey, () => pairOf(identity));
    return { identity, recipient };
  },
  encrypt,
  decrypt,
  sign: async ({ keys: [identity], bytes }) => ({ bytes: encoder.encode((await sign(identity, bytes)).join('\n')) }),
  verify: async ({ keys: [key, signature], bytes }) => ({ bytes: encoder.encode(await verify(key, signature, bytes) ? '1' : '0') }),
};

addEventListener('message', async ({ data }) => {
  try {
    const { bytes, ...result } = await orEnd(Outcome.unavailable, () => jobs[data.kind](data));
    postMessage({ outcome: Outcome.ok, bytes, ...result }, bytes ? [bytes.buffer] : []);
  } catch ({ outcome, message }) {
    postMessage({ outcome, detail: message });
  }
});
