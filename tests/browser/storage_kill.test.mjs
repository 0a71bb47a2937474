// What was shown as saved outlives a browser that is killed: during continuous editing, and while it loads, claims and compacts.
// FULLCIRCLE_SEED=<number> repeats the moments of a run as far as a machine repeats them.
import assert from 'node:assert/strict';
import {appendFileSync, existsSync, readdirSync, statSync, truncateSync} from 'node:fs';
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

/** The newest file of Chromium's storage, without its second copy, whose name is like this. */
function newestFile(profile, pattern) {
  const all = join(profile, 'Default/IndexedDB');
  const folder = existsSync(all) && readdirSync(all).find(name => name.endsWith('.leveldb'));
  const name = folder && readdirSync(join(all, folder)).filter(each => pattern.test(each)).sort().at(-1);
  return name && join(all, folder, name);
}

/** As a crash leaves the log or the list of tables: with the beginning of a record, which says how long the whole one is. */
const begunRecord = Buffer.from([1, 2, 3, 4, 100, 0, 1, ...Array.from({length: 60}, (_, i) => i)]);
const cutLog = byteCount => profile => {
  const log = newestFile(profile, /\.log$/);
  truncateSync(log, statSync(log).size - byteCount);
};
const tearTableList = byteCount => profile => {
  const list = newestFile(profile, /^MANIFEST/);
  if (list) appendFileSync(list, begunRecord.subarray(0, byteCount));
};
const tearTableListAnywhere = (profile, random) => tearTableList(1 + Math.floor(random() * begunRecord.length))(profile);

/**
 * Lives of one browser profile, each ended by a kill and each checking what the ones before were shown as saved. They go on until
 * every phase was met so often as `wanted` says, by what the page last said of itself; a kill that came too early or too late is
 * one more life. `harm` is done to the profile after some of them.
 */
async function killAgainAndAgain(browser, wanted, seed, harm) {
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
      if (harm && random() < 1 / 3) harm(victim.profile, random);
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
  const runs = [['chromium', wantedKills.chromium], ['firefox', wantedKills.firefox], ['chromium', {editing: isNightly ? 100 : 8, loading: 2, compacting: 2}, tearTableListAnywhere]];
  for (const [browser, wanted, harm] of runs) {
    const name = Object.entries(wanted).map(([phase, count]) => `${2 * count} ${phase}`).join(', ');
    test(`in ${browser}${harm ? ', a third of them within the list of tables' : ''}, at least so often: ${name}`, {timeout: wanted.editing * 60_000}, async context => {
      const seed = Number(process.env.FULLCIRCLE_SEED ?? Date.now() % 1_000_000);
      const began = performance.now();
      const lanes = await Promise.all([0, 1].map(lane => killAgainAndAgain(browser, wanted, seed + lane, harm)));
      const [saved, kills] = ['saved', 'kills'].map(key => lanes.reduce((sum, lane) => sum + lane[key], 0));
      const seconds = (performance.now() - began) / 1000;
      context.diagnostic(`seed ${seed}, ${saved} items shown as saved, ${(seconds / kills).toFixed(2)} s a kill; met: ${JSON.stringify(lanes.map(lane => lane.met))}`);
      assert.ok(saved > kills * 3, `${saved} items`);
    });
  }

  const crashes = Object.entries({
    'of the log, 1 byte before its end': cutLog(1), 'of the log, 40 bytes before its end': cutLog(40), 'of the log, 300 bytes before its end': cutLog(300),
    'of the list of tables, within its head': tearTableList(3), 'of the list of tables, after its head': tearTableList(40),
  });
  for (const [where, harm] of crashes) {
    test(`in the middle of a record ${where}: what was saved before it outlives two more starts`, async () => {
      const {profile, remove} = makeProfile();
      let opened = await openProbe('chromium', {profile});
      await opened.page.evaluate(async () => {
        await probe.writing();
        for (let i = 0; i < 5; ++i) await probe.measureSave(`edit ${i}`);
      });
      await kill(opened, profile);
      harm(profile);
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
