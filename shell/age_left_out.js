// Stands in for what age-encryption imports and the site does not deliver: see web/bundle.py. A recipient or an
// identity of those kinds is refused before it gets here.

const missing = () => { throw new Error('this browser has no X25519'); };

/** The base point, RFC 7748 section 4.1; the arithmetic is the browser's own. */
export const x25519 = { GuBytes: Uint8Array.of(9, ...new Array(31).fill(0)), scalarMult: missing, scalarMultBase: missing };
export const p256 = undefined;
export const MLKEM768P256 = undefined;
export const MLKEM768X25519 = undefined;
