// What was shown as saved outlives a browser that is killed: right after "saved", in the middle of typing, while loading.
import assert from 'node:assert/strict';
import {readdirSync, statSync, truncateSync} from 'node:fs';
import {join} from 'node:path';
import {after, describe, test} from 'node:test';
import {killChromium} from './support/chromium.mjs';
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

/** As a crash in the middle of a record leaves it. */
function cutLog(profile, byteCount) {
  const all = join(profile, 'Default/IndexedDB');
  const folder = join(all, readdirSync(all).find(name => name.endsWith('.leveldb')));
  const log = join(folder, readdirSync(folder).filter(name => name.endsWith('.log')).sort().at(-1));
  truncateSync(log, statSync(log).size - byteCount);
}

describe('storage when the browser is killed', () => {
  test('right after "saved", 20 times', async () => {
    const {profile, remove} = makeProfile();
    const saved = [];
    let opened = await openProbe('chromium', {profile});
    for (let round = 0; round < 20; ++round) {
      await opened.page.evaluate(async (round) => {
        await probe.writing();
        if (round % 5 === 4) probe.fill(50 * (round + 1), 2000);
        probe.add(`round ${round}`);
        probe.flush();
        await probe.saved();
      }, round);
      saved.push(`round ${round}`);
      await kill(opened, profile);
      const {again, loss} = await findLoss(profile, saved);
      assert.deepEqual(loss, {missing: [], setAside: 0}, `round ${round}`);
      opened = again;
    }
    await opened.close();
    remove();
  });

  test('in the middle of editing, 10 times', async () => {
    const {profile, remove} = makeProfile();
    const saved = [];
    for (let round = 0; round < 10; ++round) {
      const opened = await openProbe('chromium', {profile});
      const heard = new Promise(resolve => {
        opened.page.on('console', message => {
          saved.push(message.text());
          if (message.text().endsWith(`.${round * 9 + 5}`)) resolve();
        });
      });
      await opened.page.evaluate(async (round) => {
        await probe.writing();
        if (round % 3 === 2) probe.fill(200, 3000);
        (async () => {
          for (let i = 0; ; ++i) {
            await probe.measureSave(`edit ${round}.${i}`);
            console.log(`edit ${round}.${i}`);
          }
        })();
      }, round);
      await heard;
      await kill(opened, profile);
      const {again, loss} = await findLoss(profile, saved);
      assert.deepEqual(loss, {missing: [], setAside: 0}, `round ${round}`);
      await again.close();
    }
    remove();
  });

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
