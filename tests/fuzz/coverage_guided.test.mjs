// That coverage guides: a reader that asks for one letter after the other is passed step by step, which by chance alone takes four
// thousand million inputs; and what was learnt is there in the next run.
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {Coverage, Exploration, readFolder} from './coverage_guided.mjs';

const folder = mkdtempSync(join(tmpdir(), 'fullcircle-maze-'));
after(() => rmSync(folder, {recursive: true}));

const coverage = new Coverage(/maze\.mjs$/);
writeFileSync(join(folder, 'maze.mjs'), `export function read(letters) {
  if (letters[0] !== 0x66) return 0;
  if (letters[1] !== 0x75) return 1;
  if (letters[2] !== 0x6c) return 2;
  if (letters[3] !== 0x6c) return 3;
  return 4;
}`);
const {read} = await import(pathToFileURL(join(folder, 'maze.mjs')));

let state = 1;
const below = end => { state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0; return (state >>> 8) % end; };
const makeInput = corpus => {
  const input = Buffer.from(corpus[below(corpus.length)]);
  input[below(input.length)] = below(256);
  return input;
};

test('inputs that reach something new lead further, and are kept', async () => {
  let deepest = 0;
  const exploration = new Exploration(coverage, input => { deepest = Math.max(deepest, read(input)); }, join(folder, 'kept'));
  await exploration.begin([Buffer.from('....')]);
  await exploration.explore(makeInput, 20, () => deepest === 4);
  assert.equal(deepest, 4);
  assert.ok(exploration.executed < 100_000, `${exploration.executed} inputs`);
  assert.deepEqual(readFolder(join(folder, 'kept')).map(({input}) => read(input)).sort(), [1, 2, 3, 4]);
  assert.equal(exploration.kept, 4);
});

test('what was kept and leads nowhere any more goes', async () => {
  writeFileSync(join(folder, 'kept/another'), 'f...');
  const again = new Exploration(coverage, read, join(folder, 'kept'));
  await again.begin([Buffer.from('....')]);
  assert.equal(again.kept, 0);
  assert.deepEqual(readFolder(join(folder, 'kept')), []);
});
