// The guides are read inside the app: found from the figures they explain, and by the keyboard alone.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';

describe('the guides', () => {
  let app;

  before(async () => {
    app = await openApp('chromium', {width: 1200, height: 600});
    await app.click('button', 'Explore the sample');
  });
  after(async () => {
    await app?.close();
    await closeAll();
  });

  test('how a figure was computed leads to the guide of its method', async () => {
    await app.page.evaluate(() => { location.hash = 'insights'; });
    await app.waitIdle();
    await app.click('button', 'How computed: Agreement of raters');
    await app.click('button', 'How insights are computed');
    await app.find('heading', 'Who sees what').waitFor();
    assert.equal(await app.page.evaluate(() => location.hash), '#guides//insights:agreement');
  });

  test('the link leads to the section of the method, which has the focus', async () => {
    await app.waitFor(() => document.activeElement.textContent === 'Agreement of raters' && document.activeElement.tagName === 'H3');
    const top = () => app.page.evaluate(() => document.activeElement.getBoundingClientRect().top);
    await app.waitIdle();
    assert.ok(await top() > 0 && await top() < 200, `the heading is at ${await top()}`);
    await app.page.evaluate(() => { location.hash = 'guides//insights'; });
    await app.waitIdle();
    await app.page.evaluate(() => { location.hash = 'guides//insights:quality'; });
    await app.waitFor(() => document.activeElement.textContent === 'Rating quality');
  });

  test('the keyboard alone scrolls a guide that holds nothing to focus', async () => {
    const area = app.find('group', 'How insights are computed');
    await area.focus();
    await app.press('PageDown');
    await app.waitFor(() => document.activeElement.scrollTop > 100);
    await app.waitIdle();
    await app.screenshot('guide-scrolled');
  });

  test('what is new is in the language of the app', async () => {
    await app.click('button', 'What is new');
    await app.find('heading', 'First version').waitFor();
    assert.deepEqual(app.errors, []);
  });
});
