// The table of people in a browser.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';

describe('people', () => {
  let app;

  before(async () => {
    app = await openApp('chromium', {width: 1440, height: 520});
    await app.click('button', 'Explore the sample');
    await app.click('button', 'People');
  });
  after(async () => {
    await app.close();
    await closeAll();
  });

  test('the head that stays over scrolled rows takes its own clicks', async () => {
    const {page} = app;
    await page.mouse.move(800, 400);
    await page.mouse.wheel(0, 400);
    await app.waitIdle();
    const head = page.getByRole('columnheader', {name: 'Role'});
    await page.waitForFunction(() => {  // the browser scrolls when it pleases
      const top = document.querySelector('[role=columnheader]').getBoundingClientRect().top;
      return [...document.querySelectorAll('[role=row]')].some(row => row.ariaRowIndex !== '1' && row.getBoundingClientRect().top < top);
    });
    await app.waitIdle();
    const {x, y, width, height} = await head.boundingBox();
    await page.mouse.click(x + width - 4, y + height / 2);  // beside the word
    await app.waitIdle();
    assert.match(page.url(), /#people$/);
    await page.mouse.click(x + 10, y + height / 2);
    await app.waitIdle();
    assert.match(page.url(), /#people$/);
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
  });
});
