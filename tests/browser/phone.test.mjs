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

  test('the chosen tab of Settings is in sight, wherever it stands in the row', async () => {
    for (const [route, name] of [['settings//keyboard', 'Keyboard'], ['settings//encryption', 'Encryption'], ['settings', 'General']]) {
      await app.page.evaluate(to => { location.hash = to; }, route);
      await app.waitIdle();
      const {x, width} = await app.find('tab', name).boundingBox();
      assert.ok(x >= 0 && x + width <= 390, `${name} is at ${x}`);
    }
  });

  test('every control of every page is large enough for a finger', async () => {
    for (const route of ['people', 'goals', 'requests', 'results', 'calibration', 'conversations', 'plans', 'insights', 'cycle', 'settings//storage', 'settings//encryption']) {
      await app.page.evaluate(to => { location.hash = to; }, route);
      await app.waitIdle();
      const small = await app.page.evaluate(() => [...document.querySelectorAll('button, a, input[type=checkbox], input[type=radio], [role=radio]')]
        .map(element => ({element, box: element.getBoundingClientRect()}))
        .filter(({box}) => box.width > 0 && box.top > 120 && box.bottom < innerHeight - 110 && box.left >= 0 && box.right <= innerWidth && (box.height < 43.5 || box.width < 43.5))
        .map(({element, box}) => `${element.ariaLabel ?? element.textContent} ${box.width}x${box.height}`));
      assert.deepEqual(small, [], route);
    }
  });

  test('people are selected by touch, and leave the team together until that is undone', async () => {
    await app.page.evaluate(() => { location.hash = 'people'; });
    await app.waitIdle();
    await app.click('button', 'Select several');
    for (const name of ['Ben', 'Carla']) await app.click('checkbox', name);
    assert.equal(await app.page.getByText('2 selected').count(), 1);
    await app.click('button', 'Has left');
    assert.equal(await app.page.getByRole('listitem').filter({hasText: 'Carla'}).count(), 0);
    await app.click('button', 'Undo');
    assert.equal(await app.page.getByRole('listitem').filter({hasText: 'Carla'}).count(), 1);
    assert.deepEqual(app.errors, []);
  });

  test('the steps of the review are on Home', async () => {
    await app.page.evaluate(() => { location.hash = 'home'; });
    await app.waitIdle();
    await app.page.getByRole('listitem').filter({hasText: 'requests have no file yet'}).click();
    await app.waitIdle();
    assert.equal(await app.page.evaluate(() => location.hash), '#requests');
  });
});
