// The table of people in a browser.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';
import {saveOffered} from './support/files.mjs';

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

  const row = name => app.page.getByRole('row', {name: new RegExp(`^${name}`)});

  test('Control and Shift with a click select, and nothing is opened', async () => {
    await app.page.reload();
    await app.waitIdle();
    await row('Carla').click({modifiers: ['Control']});
    await row('Elena').click({modifiers: ['Shift']});
    await app.waitIdle();
    assert.match(app.page.url(), /#people$/);
    assert.ok(await app.page.getByText(/^\d selected$/).count());
    assert.deepEqual(app.errors, []);
  });

  test('those selected get a manager in one step, which one Undo takes back', async () => {
    const selected = Number(/\d+/.exec(await app.page.getByText(/selected$/).innerText())[0]);
    const before = await app.page.getByRole('row').filter({hasText: 'Aisha'}).count();
    await app.page.getByRole('region', {name: 'Selected people'}).getByRole('button', {name: 'Manager'}).click();
    await app.waitIdle();
    await app.page.getByRole('dialog').getByRole('button', {name: /^Manager/}).click();
    await app.waitIdle();
    await app.click('option', 'Aisha');
    await app.click('button', 'Apply');
    assert.ok(selected > 1);
    assert.ok(await app.page.getByRole('row').filter({hasText: 'Aisha'}).count() > before);
    await app.click('button', 'Undo');
    assert.equal(await app.page.getByRole('row').filter({hasText: 'Aisha'}).count(), before);
  });

  test('a list of those selected is saved, and Escape ends the selection', async () => {
    await row('Aisha').focus();
    await app.press('Escape');
    await app.press('Space');
    await app.click('button', 'Export');
    const list = await saveOffered(app, () => app.find('menuitem', 'As a list (CSV)').click());
    assert.match(list.text, /Aisha/);
    assert.equal(list.text.trim().split('\n').length, 2);
    await row('Aisha').focus();
    await app.press('Escape');
    assert.equal(await app.page.getByText('1 selected').count(), 0);
    assert.deepEqual(app.errors, []);
  });

  test('the filter knows names by their letters without accents, in capitals, and in other scripts', async () => {
    for (const name of ['Çağla Öztürk', 'Ольга', '王小明']) {
      await app.click('button', 'Add person');
      await app.type('textbox', 'Name', name);
      await app.click('button', 'Add');
    }
    const names = async typed => {
      await app.page.getByRole('searchbox', {name: 'Filter by name or role'}).fill(typed);
      await app.waitIdle();
      return (await app.page.getByRole('row').allTextContents()).slice(1).map(text => ['Çağla Öztürk', 'Ольга', '王小明'].find(name => text.includes(name)));
    };
    for (const typed of ['cagla ozt', 'ÇAĞLA', 'c\u0327ag\u0306la']) assert.deepEqual(await names(typed), ['Çağla Öztürk'], typed);
    assert.deepEqual(await names('ОЛЬГА'), ['Ольга']);
    assert.deepEqual(await names('小'), ['王小明']);
    assert.deepEqual(await names('ćaglb'), []);
  });
});
