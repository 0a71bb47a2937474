// What was shown as saved outlives a browser that is killed: right after "saved", while editing, compacting, importing and loading.
// FULLCIRCLE_SEED=<number> repeats the moments of a run as far as a machine repeats them.
import assert from 'node:assert/strict';
import {readdirSync, statSync, truncateSync} from 'node:fs';
import {join} from 'node:path';
import {after, describe, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {killChromium} from './support/chromium.mjs';
import {Ear, Victim, servePages} from './support/killing.mjs';
import {closeProbes, makeProfile, openProbe} from './support/storage_probe.mjs';

after(closeProbes);

const ended = page => new Promise(resolve => { page.context().once('close', resolve); });

async function kill(opened, profile) {
  const gone = ended(opened.page);
  killChromium(profile);
  await gone;
}

/** Opens the profile again and says which of these items are missing, and what was set aside. */
async function findLoss(profile, items) {
  const again = await openProbe('chromium', {profile});
  const loss = await again.page.evaluate(items => ({missing: items.filter(item => !probe.has(item)), setAside: probe.setAside}), items);
  return {again, loss};
}

/** SplitMix32: numbers from 0 to 1. */
function seededRandom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** As a crash in the middle of a record leaves it. */
function cutLog(profile, byteCount) {
  const all = join(profile, 'Default/IndexedDB');
  const folder = join(all, readdirSync(all).find(name => name.endsWith('.leveldb')));
  const log = join(folder, readdirSync(folder).filter(name => name.endsWith('.log')).sort().at(-1));
  truncateSync(log, statSync(log).size - byteCount);
}

/** At which moment of a life its browser is killed: so many milliseconds after the page said so. */
const deaths = [
  {work: 'edits', after: 'saved', longest_ms: 0},
  {work: 'edits', after: 'saved', longest_ms: 60},
  {work: 'compaction', after: 'saved', longest_ms: 80},
  {work: 'edits', after: 'began', longest_ms: 250},  // while it loads
  {work: 'import', after: 'found', longest_ms: 200},
];

/** Lives of one browser profile, each ended by a kill and each checking what the ones before were shown as saved. */
async function killAgainAndAgain(browser, lives, seed) {
  const random = seededRandom(seed);
  const victim = new Victim(browser);
  const ear = new Ear();
  const saved = [];
  let life = {};
  const server = await servePages((what, body) => {
    if (what === 'saved') saved.push(...body);
    life[what] = body ?? true;
    ear.notify();
    return what === 'began' ? {work: life.work, expected: saved} : undefined;
  });
  const start = death => {
    life = {work: death.work};
    victim.start(`${server.url}kill.html`);
  };
  const check = async number => {
    await ear.until(() => life.found, `what life ${number} found`);
    assert.deepEqual(life.found, {missing: [], setAside: 0, loaded: 1}, `life ${number}, seed ${seed}`);
  };
  try {
    for (let number = 0; number < lives; ++number) {
      const death = deaths[number % deaths.length];
      start(death);
      if (death.after !== 'began') await check(number);
      await ear.until(() => life[death.after], `${death.after} in life ${number}`);
      await delay(random() * death.longest_ms);
      await victim.kill();
    }
    start(deaths[0]);
    await check(lives);
    await victim.kill();
  } finally {
    await victim.kill();
    server.close();
    victim.remove();
  }
  return saved.length;
}

const isNightly = process.env.FULLCIRCLE_NIGHTLY === '1';
const killCounts = isNightly ? {chromium: 200, firefox: 200} : {chromium: 50, firefox: 20};

describe('storage when the browser is killed', () => {
  for (const [browser, count] of Object.entries(killCounts)) {
    test(`${count} times in ${browser}: editing, compacting, loading, importing`, {timeout: count * 20_000}, async context => {
      const seed = Number(process.env.FULLCIRCLE_SEED ?? Date.now() % 1_000_000);
      const began = performance.now();
      const lanes = await Promise.all([0, 1].map(lane => killAgainAndAgain(browser, count / 2, seed + lane)));
      const saved = lanes.reduce((sum, each) => sum + each);
      context.diagnostic(`seed ${seed}, ${saved} items shown as saved, ${((performance.now() - began) / 1000 / count).toFixed(2)} s a kill`);
      assert.ok(saved > count * 5, `${saved} items`);
    });
  }

  for (const byteCount of [1, 40, 300]) {
    test(`in the middle of a record, ${byteCount} bytes before its end: what was saved before it outlives two more starts`, async () => {
      const {profile, remove} = makeProfile();
      let opened = await openProbe('chromium', {profile});
      await opened.page.evaluate(async () => {
        await probe.writing();
        for (let i = 0; i < 5; ++i) await probe.measureSave(`edit ${i}`);
      });
      await kill(opened, profile);
      cutLog(profile, byteCount);
      const saved = ['edit 0', 'edit 1', 'edit 2'];
      for (const next of ['first start', 'second start', 'third start']) {
        const {again, loss} = await findLoss(profile, saved);
        assert.deepEqual(loss, {missing: [], setAside: 0}, next);
        await again.page.evaluate(async (next) => {
          await probe.writing();
          await probe.measureSave(next);
        }, next);
        saved.push(next);
        opened = again;
        await opened.close();
      }
      remove();
    });
  }
});
