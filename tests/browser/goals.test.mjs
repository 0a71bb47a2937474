// Goals in a browser: written, valued and agreed by role and name, folded by keys, and still there after a reload.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';

describe('goals', () => {
  let app;
  const row = name => app.page.getByRole('row', {name});

  before(async () => {
    app = await openApp('chromium', {width: 1440, height: 900});
    await app.click('button', 'Explore the sample');
    await app.click('button', 'Goals');
  });
  after(async () => {
    await app.close();
    await closeAll();
  });

  test('a goal opens beside the tree with its figures and its SMART check', async () => {
    await row('Second source for 8 key parts').click();
    await app.waitIdle();
    const detail = await app.page.getByRole('complementary').innerText();
    assert.match(detail, /Off track/);
    assert.match(detail, /SMART check/);
    assert.match(detail, /chance of reaching the target/);
  });

  test('a value with a note shows at once in the log and in the figures', async () => {
    await app.click('button', 'Add a value');
    await app.type('textbox', 'Value', '6');
    await app.type('textbox', 'Why is the value low, and what happens now?', 'Three samples arrived');
    await app.click('button', 'Save');
    const detail = await app.page.getByRole('complementary').innerText();
    assert.match(detail, /Three samples arrived/);
    assert.match(await row('Second source for 8 key parts').innerText(), /6 of 8/);
  });

  test('Left folds a goal and Right unfolds it', async () => {
    const child = row('Supplier contracts filed within 5 days');
    await row('Second source for 8 key parts').focus();
    await app.press('ArrowLeft');
    assert.equal(await child.count(), 0);
    await app.press('ArrowRight');
    assert.equal(await child.count(), 1);
  });

  test('Down and Enter open the next goal', async () => {
    await row('Second source for 8 key parts').focus();
    await app.press('ArrowDown');
    await app.press('Enter');
    assert.match(await app.page.getByRole('complementary').innerText(), /^[^]*Supplier contracts filed within 5 days/);
  });

  test('a goal is written with the check beside it, saved, agreed, and kept over a reload', async () => {
    await app.click('button', 'New goal');
    assert.match(await app.page.getByRole('dialog').innerText(), /0 of 5|1 of 5/);
    await app.type('textbox', 'Title', 'Open a shop in Lyon');
    await app.type('textbox', 'What exactly, and what not', 'Signed lease and first sale');
    await app.click('button', 'Save goal');
    assert.match(await app.page.getByRole('complementary').innerText(), /Draft/);
    await app.click('button', 'Agree');
    assert.match(await app.page.getByRole('complementary').innerText(), /Accepted by/);
    await app.waitIdle();
    await app.page.reload();
    await app.waitIdle();
    assert.match(await app.page.getByRole('complementary').innerText(), /Open a shop in Lyon/);
    assert.deepEqual(app.errors, []);
  });
});
