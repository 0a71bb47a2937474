// What was shown as saved outlives a browser that is killed: during continuous editing, and while it loads, claims and compacts.
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

/**
 * Lives of one browser profile, each ended by a kill and each checking what the ones before were shown as saved. They go on until
 * every phase was met so often as `wanted` says, by what the page last said of itself; a kill that came too early or too late is
 * one more life.
 */
async function killAgainAndAgain(browser, wanted, seed) {
  const random = seededRandom(seed);
  const victim = new Victim(browser);
  const ear = new Ear();
  const saved = [];
  const met = Object.fromEntries(Object.keys(wanted).map(phase => [phase, 0]));
  const lasts_ms = {editing: 300, loading: 60, claiming: 60, compacting: 60};  // as measured, once it was
  let leastCount = 0;
  let life = {};
  const hear = {
    began: () => ({work: life.aim, expected: saved}),
    phase: ({phase, previousMs}) => {
      if (life.phase && life.phase !== 'editing') lasts_ms[life.phase] = previousMs;
      life.phase = phase;
      life[phase] = true;
    },
    found: body => { life.found = body; },
    saved: ({items, count}) => {
      saved.push(...items);
      leastCount = Math.max(leastCount, count);
      life.saved = true;
    },
  };
  const server = await servePages((what, body) => {
    const answer = hear[what](body);
    ear.notify();
    return answer;
  });
  const start = aim => {
    life = {aim, leastCount};
    victim.start(`${server.url}kill.html`);
  };
  const check = async number => {
    await ear.until(() => life.found, `what life ${number} found`);
    const {count, ...found} = life.found;
    assert.deepEqual(found, {missing: [], setAside: 0, loaded: 1}, `life ${number}, seed ${seed}`);
    assert.ok(count >= life.leastCount, `life ${number}, seed ${seed}: ${count} items, not ${life.leastCount}`);
  };
  const total = Object.values(wanted).reduce((sum, each) => sum + each);
  let number = 0;
  try {
    for (; ; ++number) {
      const missing = Object.keys(wanted).filter(phase => met[phase] < wanted[phase]);
      if (missing.length === 0) break;
      assert.ok(number < total * 3, `seed ${seed}: after ${number} kills ${JSON.stringify(met)} of ${JSON.stringify(wanted)}`);
      const aim = missing[number % missing.length];
      start(aim);
      if (aim === 'editing' || aim === 'compacting') await check(number);
      const sign = aim === 'editing' ? 'saved' : aim;
      await ear.until(() => life[sign], `${sign} in life ${number}`);
      const isAtOnce = aim === 'editing' && number % 2 === 0;  // the last word must be the one on the disk
      if (!isAtOnce) await delay(random() * lasts_ms[aim]);
      await victim.kill();
      ++met[life.phase];
    }
    start('editing');
    await check(number);
    await victim.kill();
  } finally {
    await victim.kill();
    server.close();
    victim.remove();
  }
  return {saved: saved.length, kills: number, met};
}

const isNightly = process.env.FULLCIRCLE_NIGHTLY === '1';
/** For each of two lanes. */
const wantedKills = {
  chromium: {editing: isNightly ? 100 : 25, loading: 4, claiming: 2, compacting: 4},
  firefox: {editing: isNightly ? 100 : 10, loading: 2, claiming: 1, compacting: 2},
};

describe('storage when the browser is killed', () => {
  for (const [browser, wanted] of Object.entries(wantedKills)) {
    const name = Object.entries(wanted).map(([phase, count]) => `${2 * count} ${phase}`).join(', ');
    test(`in ${browser}, at least so often: ${name}`, {timeout: wanted.editing * 60_000}, async context => {
      const seed = Number(process.env.FULLCIRCLE_SEED ?? Date.now() % 1_000_000);
      const began = performance.now();
      const lanes = await Promise.all([0, 1].map(lane => killAgainAndAgain(browser, wanted, seed + lane)));
      const [saved, kills] = ['saved', 'kills'].map(key => lanes.reduce((sum, lane) => sum + lane[key], 0));
      const seconds = (performance.now() - began) / 1000;
      context.diagnostic(`seed ${seed}, ${saved} items shown as saved, ${(seconds / kills).toFixed(2)} s a kill; met: ${JSON.stringify(lanes.map(lane => lane.met))}`);
      assert.ok(saved > kills * 3, `${saved} items`);
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
