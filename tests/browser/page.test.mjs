// The page itself, in both browsers: it starts without an error, answers to roles and names, and then stays quiet.
import assert from 'node:assert/strict';
import {after, describe, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';
import {staysStill} from './support/stillness.mjs';

for (const browser of ['chromium', 'firefox']) {
  describe(`the page in ${browser}`, async () => {
    const app = await openApp(browser);
    after(async () => {
      await app.close();
      await closeAll();
    });

    test('starts without an error', () => {
      assert.deepEqual(app.errors, []);
    });

    test('answers a click on a drawn button, found by role and name', async () => {
      await app.click('button', 'Create a team');
      assert.match(await app.pageText(), /Name of the team/);
    });

    test('takes text in a field, typed key by key', async () => {
      await app.type('textbox', 'Name of the team', 'Zoë 周');
      assert.equal(await app.valueOf('textbox', 'Name of the team'), 'Zoë 周');
    });

    test('keeps a team that was created over a reload', async () => {
      await app.type('textbox', 'Your name', 'Aisha');
      await app.click('button', 'Create the team');
      await app.waitFor(() => document.body.innerText.includes('Saved on this device'));
      await app.page.reload();
      await app.waitIdle();
      await app.waitFor(() => document.body.innerText.includes('Zoë 周'));
      assert.match(await app.pageText(), /Aisha/);
    });

    test('goes on from the address it was opened with, and Back leads back', async () => {
      const heading = name => app.waitFor(wanted => document.querySelector('h1')?.textContent === wanted, name);
      await app.page.evaluate(() => { location.hash = 'goals'; });
      await heading('Goals');
      await app.page.reload();
      await heading('Goals');
      await app.click('button', 'People');
      await heading('People');
      await app.click('button', 'Settings');
      await heading('General');
      await app.page.goBack();
      await heading('People');
      await app.page.goBack();
      await heading('Goals');
      await app.page.goForward();
      await heading('People');
    });

    test('goes on from a page that was opened by its address, and back to it', async () => {
      const shows = title => app.waitFor(wanted => document.querySelector('h1')?.textContent === wanted, title);
      await app.page.evaluate(() => { location.hash = 'people'; });
      await shows('People');
      await app.click('button', 'Conversations');
      await shows('Conversations');
      await app.waitIdle();
      assert.equal(await app.page.evaluate(() => location.hash), '#conversations');
      await app.page.goBack();
      await shows('People');
    });

    test('draws nothing and fetches nothing in 5 idle seconds', async () => {
      await staysStill(app, 5000);
      assert.deepEqual(app.errors, []);
    });
  });
}
