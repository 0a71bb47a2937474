// How a job of encryption ends, as in src/platform/web_encryption.cpp.

export const Outcome = {
  ok: 0,
  wrongKey: 1,
  wrongPassphrase: 2,
  needsPassphrase: 3,
  damaged: 4,
  notAge: 5,
  notKey: 6,
  unavailable: 7,
};
