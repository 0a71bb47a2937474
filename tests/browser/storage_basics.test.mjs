// What a person saved is there again, in both browsers: after a reload, and after a page that went away in a hurry.
import assert from 'node:assert/strict';
import {after, describe, test} from 'node:test';
import {closeChromium} from './support/chromium.mjs';
import {closeProbes, loadProbe, makeProfile, openProbe, waitForProbe} from './support/storage_probe.mjs';

after(async () => {
  await closeChromium();
  await closeProbes();
});

for (const browser of ['chromium', 'firefox']) {
  describe(`storage in ${browser}`, () => {
    test('an edit saves itself and is there after a reload', async () => {
      const {page, close} = await openProbe(browser);
      await page.evaluate(async () => {
        probe.add('goal');
        await probe.saved();
      });
      await loadProbe(page);
      assert.deepEqual(await page.evaluate(() => [probe.has('goal'), probe.count, probe.setAside]), [true, 1, 0]);
      await close();
    });

    test('an edit made while the page goes away is there after it', async () => {
      const {page, close} = await openProbe(browser);
      for (let round = 0; round < 10; ++round) {
        await page.evaluate(async (round) => {
          await probe.writing();
          globalThis.isLeaving = true;  // its own count gets there first
          addEventListener('beforeunload', () => probe.add(`late ${round}`));
          probe.add(`early ${round}`);
          location.reload();
        }, round).catch(() => {});  // the page may be gone before it answers
        await waitForProbe(page, count => !globalThis.isLeaving && globalThis.probe?.count === count, round * 2 + 2);
      }
      await close();
    });

    test('the whole browser can be closed and opened', async () => {
      const {profile, remove} = makeProfile();
      const first = await openProbe(browser, {profile});
      await first.page.evaluate(async () => {
        await probe.writing();
        probe.fill(300, 5000);
        await probe.saved();
        for (let i = 0; i < 70; ++i) await probe.measureSave(`edit ${i}`);
      });
      await first.close();
      const second = await openProbe(browser, {profile});
      assert.deepEqual(await second.page.evaluate(() => [probe.count, probe.has('edit 69'), probe.setAside]), [370, true, 0]);
      await second.close();
      remove();
    });
  });
}
