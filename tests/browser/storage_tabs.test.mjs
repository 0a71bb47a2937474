// Tabs of one browser: one writes, the others read along, and "edit here" moves the right to write without a loss.
import assert from 'node:assert/strict';
import {after, describe, test} from 'node:test';
import {closeChromium, crashChromiumPage} from './support/chromium.mjs';
import {crashFirefoxPage} from './support/firefox.mjs';
import {closeProbes, loadProbe, makeProfile, openProbe} from './support/storage_probe.mjs';

after(async () => {
  await closeChromium();
  await closeProbes();
});

async function openTwo(browser, {withThird = false, processes} = {}) {
  const {profile, remove} = makeProfile();
  const first = await openProbe(browser, {profile, processes});
  await first.page.evaluate(() => probe.writing());
  const context = browser === 'firefox' ? first.page.browser() : first.page.context();
  const openNext = async () => {
    const page = await loadProbe(await context.newPage());
    await page.evaluate(() => probe.until(() => probe.mode === 'reading'));
    return page;
  };
  const second = await openNext();
  const third = withThird ? await openNext() : undefined;
  return {first: first.page, second, third, close: async () => { await first.close(); remove(); }};
}

for (const browser of ['chromium', 'firefox']) {
  describe(`two tabs in ${browser}`, () => {
    test('the second reads along, edits after asking, and the first reads along then', async () => {
      const {first, second, close} = await openTwo(browser);
      await first.evaluate(async () => {
        probe.add('first');
        await probe.saved();
        probe.add('in a hurry');  // not saved yet when the other tab asks
      });
      await second.evaluate(async () => {
        await probe.until(() => probe.has('first'));
        probe.takeOver();
        await probe.writing();
        await probe.until(() => probe.has('in a hurry'));
        probe.add('second');
        await probe.saved();
      });
      await first.evaluate(() => probe.until(() => probe.mode === 'reading' && probe.status === 'saved' && probe.has('second')));
      await close();
    });

    test('closing the tab that writes lets the other one write', async () => {
      const {first, second, close} = await openTwo(browser);
      await first.evaluate(() => { probe.add('last words'); });
      await first.goto('about:blank');
      await second.evaluate(async () => {
        await probe.writing();
        await probe.until(() => probe.has('last words'));
        probe.add('mine');
        await probe.saved();
      });
      await close();
    });

    test('a tab that does not answer is replaced, and refused when it comes back', async () => {
      const {first, second, close} = await openTwo(browser);
      await first.evaluate(() => { probe.module._fc_tab_event = () => {}; });  // hears neither the question nor that its lock is gone
      await second.evaluate(async () => {
        probe.takeOver();
        await probe.writing();
        probe.add('second');
        await probe.saved();
      });
      const status = await first.evaluate(async () => {
        probe.add('stale');
        probe.flush();
        await probe.until(() => probe.status !== 'saving' || probe.has('second'));
        return probe.status;
      });
      assert.notEqual(status, 'saved');
      await first.evaluate(() => probe.until(() => probe.has('second')));
      await close();
    });

    test('two that take over at once: one writes, the other waits, and nothing is lost', async () => {
      const {first, second, third, close} = await openTwo(browser, {withThird: true});
      const tabs = {first, second, third};
      await Promise.all(Object.entries(tabs).map(([name, tab]) => tab.evaluate(name => probe.add(name), name)));
      await Promise.all([second, third].map(tab => tab.evaluate(() => probe.takeOver())));
      await Promise.race([second, third].map(tab => tab.evaluate(() => probe.writing())));
      await first.evaluate(() => probe.until(() => probe.mode === 'reading'));
      for (const tab of Object.values(tabs)) {  // whoever was refused still has what was written there
        await tab.evaluate(async () => {
          if (probe.mode !== 'writing') probe.takeOver();
          await probe.saved();
        });
      }
      await loadProbe(first);
      assert.deepEqual(await first.evaluate(names => names.filter(name => !probe.has(name)), Object.keys(tabs)), []);
      await close();
    });

    test('the tab that writes crashes: the next one writes, and has all that was saved', async () => {
      const {first, second, close} = await openTwo(browser, {processes: 4});
      const saved = await first.evaluate(async () => {
        const saved = [];
        for (let i = 0; i < 5; ++i) {
          probe.add(`edit ${i}`);
          probe.flush();
          await probe.saved();
          saved.push(`edit ${i}`);
        }
        probe.add('on its way');
        probe.flush();
        return saved;
      });
      await (browser === 'firefox' ? crashFirefoxPage : crashChromiumPage)(first, second);
      await second.evaluate(async () => {
        await probe.writing();
        probe.add('next');
        probe.flush();
        await probe.saved();
      });
      assert.deepEqual(await second.evaluate(saved => saved.filter(item => !probe.has(item)), saved), []);
      await close();
    });

    test('two that take over from each other again and again lose nothing', async () => {
      const {first, second, close} = await openTwo(browser);
      const saved = [];
      for (let round = 0; round < 10; ++round) {
        const writer = round % 2 ? first : second;
        const other = round % 2 ? second : first;
        await other.evaluate(round => { probe.add(`left ${round}`); }, round);
        await writer.evaluate(async (round) => {
          probe.takeOver();
          await probe.writing();
          probe.add(`taken ${round}`);
          await probe.saved();
        }, round);
        saved.push(`left ${round}`, `taken ${round}`);
      }
      const missing = items => items.filter(item => !probe.has(item));
      await loadProbe(first);
      assert.deepEqual(await first.evaluate(missing, saved), []);
      await close();
    });
  });
}
