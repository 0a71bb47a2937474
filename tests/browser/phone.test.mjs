// On a phone every page of the app is two taps away, and the next step of the review is on Home.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {findViolations} from './support/accessibility.mjs';
import {closeAll, openApp} from './support/app.mjs';

describe('a phone', () => {
  let app;
  const more = () => app.page.getByRole('dialog', {name: 'More'});
  const tap = async (place, name) => {
    await place.getByRole('button', {name}).click();
    await app.waitIdle();
  };

  before(async () => {
    app = await openApp('chromium', {width: 390, height: 844, hasTouch: true});
    await app.click('button', 'Explore the sample');
  });
  after(async () => {
    await app.close();
    await closeAll();
  });

  for (const [name, route] of [['Requests', '#requests'], ['Conversations', '#conversations'], ['Development plans', '#plans'], ['Review cycle', '#cycle'],
    ['Settings', '#settings']]) {
    test(`More leads to ${name}, and its tab stays the current one`, async () => {
      if (name === 'Review cycle' || name === 'Settings') await app.page.evaluate(() => { location.hash = 'home'; });
      await app.waitIdle();
      await tap(app.page.getByRole('navigation', {name: 'Main navigation'}), 'More');
      await tap(more(), new RegExp(`^${name}`));
      assert.equal(await more().count(), 0);
      assert.equal(await app.page.evaluate(() => location.hash), route);
      assert.equal(await app.find('button', 'More').first().getAttribute('aria-current') !== null, true);
    });
  }

  test('the sheet is a dialog: the focus goes in, Escape closes it, and nothing in it is wrong for a screen reader', async () => {
    await app.page.evaluate(() => { location.hash = 'home'; });
    await app.waitIdle();
    await app.click('button', 'More');
    assert.deepEqual(await findViolations(app), []);
    await app.press('Escape');
    assert.equal(await more().count(), 0);
    assert.deepEqual(app.errors, []);
  });

  test('the steps of the review are on Home', async () => {
    await app.page.getByRole('listitem').filter({hasText: 'requests have no file yet'}).click();
    await app.waitIdle();
    assert.equal(await app.page.evaluate(() => location.hash), '#requests');
  });
});
