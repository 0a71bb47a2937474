// Every published vector of the age format, given to the worker that opens files: it opens to exactly what it holds, or is refused
// without a byte of it. In the browsers, with their own X25519, encryption.test.mjs does the same.
import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {openHere} from './support/age_in_node.mjs';
import {fileOf, jobsOf, sha256, vectors, wanted} from './support/age_published.mjs';

const ourKey = 'AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0';  // of most vectors

async function open(vector, job) {
  const {outcome, bytes} = await openHere({...job, bytes: fileOf(vector)});
  return {name: vector.name, outcome, content: bytes ? sha256(bytes) : 'none'};
}

const run = new Set();

describe('the published vectors of the age format', () => {
  for (const vector of vectors) {
    const {name, expected, outcome, why} = vector;
    test(`${name}: ${expected}${why ? `, here ${outcome}: ${why}` : ''}`, async () => {
      for (const job of jobsOf(vector)) assert.deepEqual(await open(vector, job), wanted(vector));
      run.add(name);
    });
  }

  test('are all of them, of every kind', () => {
    const count = {};
    for (const {name, expected} of vectors) if (run.has(name)) count[expected] = (count[expected] ?? 0) + 1;
    assert.deepEqual(count, {
      'success': 26, 'no match': 13, 'HMAC failure': 1, 'header failure': 62, 'armor failure': 22, 'payload failure': 19,
    });
  });
});

// Broken as any file may be, whoever it is for; what is broken in the part of the hybrid key is not for us to see.
const damagedForAll = ['hybrid_x25519_arg', 'hybrid_not_canonical_body'];

describe('files to a hybrid key, of which Fullcircle has none: somebody else\'s', () => {
  for (const vector of vectors.filter(({isHybrid}) => isHybrid)) {
    const outcome = damagedForAll.includes(vector.name) ? 'damaged' : 'wrongKey';
    test(`${vector.name}: ${outcome}`, async () => {
      assert.deepEqual(await open(vector, {keys: [ourKey], passphrase: ''}), wanted({...vector, outcome}));
    });
  }
});
