// Signatures of Ed25519 by the browser's own cryptography. The key follows from the age identity of the device, so that one
// recovery text brings both back: HKDF-SHA256 over the text of the identity. See src/store/SIGN_OFF.md.

const ALGORITHM = 'Ed25519';
const INFO = new TextEncoder().encode('fullcircle sign-off key 1');
/** What stands before the 32 secret bytes in PKCS #8: RFC 8410, section 7. */
const PKCS8_HEAD = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];

const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (digits) => Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const fromBase64Url = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

/** Public key and signature as hexadecimal digits. @param {string} identity @param {Uint8Array} message */
export async function sign(identity, message) {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(identity), 'HKDF', false, ['deriveBits']);
  const seed = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: INFO }, material, 256);
  const secret = Uint8Array.of(...PKCS8_HEAD, ...new Uint8Array(seed));
  const key = await crypto.subtle.importKey('pkcs8', secret, ALGORITHM, true, ['sign']);
  const { x } = await crypto.subtle.exportKey('jwk', key);
  return [toHex(fromBase64Url(x)), toHex(new Uint8Array(await crypto.subtle.sign(ALGORITHM, key, message)))];
}

/** @param {string} key @param {string} signature hexadecimal digits @param {Uint8Array} message */
export async function verify(key, signature, message) {
  if (!/^[0-9a-f]{64}$/.test(key) || !/^[0-9a-f]{128}$/.test(signature)) return false;
  const known = await crypto.subtle.importKey('raw', fromHex(key), ALGORITHM, false, ['verify']);
  return crypto.subtle.verify(ALGORITHM, known, fromHex(signature), message);
}
