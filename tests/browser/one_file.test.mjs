// The app as one HTML file, opened from the disk: it keeps its data when the browser is closed, encrypts, reads and writes files,
// and asks nobody for anything.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {openWith, recoveryText} from './support/age.mjs';
import {closeAll, openApp} from './support/app.mjs';
import {download, drop, makeFolder, savedFile, saveOffered} from './support/files.mjs';
import {fileUrl} from './support/site.mjs';

after(closeAll);

const size = {width: 1280, height: 800};
const go = async (app, place) => {
  await app.page.evaluate(hash => { location.hash = hash; }, place);
  await app.waitIdle();
};
const elsewhere = app => app.requests.filter(address => !/^(file|data|blob):/.test(address));

/** The file of a request to somebody else in the sample team. */
async function exportOneRequest(app) {
  await app.click('button', 'Explore the sample');
  await go(app, 'requests');
  await app.page.getByRole('button', {name: /^Actions for the request to Elena/}).first().click();
  await app.waitIdle();
  return saveOffered(app, () => app.page.getByRole('menuitem', {name: 'Export again'}).click());
}

for (const browser of ['chromium', 'firefox']) {
  describe(`one file in ${browser}`, () => {
    let profile, app;
    const open = settings => openApp(browser, {...size, address: fileUrl, profile, ...settings});

    before(async () => {
      profile = mkdtempSync(join(tmpdir(), 'one-file-'));
      app = await open();
    });
    after(async () => {
      await app.close();
      rmSync(profile, {recursive: true, force: true, maxRetries: 5});
    });

    test('opens from the disk and fetches nothing', () => {
      assert.deepEqual(app.errors, []);
      assert.deepEqual(elsewhere(app), []);
    });

    test('a team and a person that were entered are there after the browser was closed', async () => {
      await app.click('button', 'Create a team');
      await app.type('textbox', 'Name of the team', 'Zoë 周');
      await app.type('textbox', 'Your name', 'Aisha');
      await app.click('button', 'Create the team');
      await app.click('button', 'Add person');
      await app.type('textbox', 'Name', 'Finn Dahl');
      await app.click('button', 'Add');
      await app.waitFor(() => document.body.innerText.includes('Saved on this device'));
      assert.deepEqual(app.errors, []);
      await app.close();
      app = await open();
      await app.waitFor(() => document.body.innerText.includes('Zoë 周'));
      await go(app, 'people');
      assert.match(await app.pageText(), /Finn Dahl/);
    });

    test('what it stores is named after it: other local pages may share the store', async () => {
      const names = await app.page.evaluate(async () => (await indexedDB.databases()).map(({name}) => name));
      assert.ok(names.length > 1 && names.every(name => /^(\/fullcircle\/|fullcircle-)/.test(name)), names.join());
    });

    test('Back and the address work', async () => {
      await go(app, 'goals');
      assert.equal(await app.page.evaluate(() => location.hash), '#goals');
      await app.page.goBack();
      await app.waitFor(() => document.querySelector('h1')?.textContent === 'People');
      assert.deepEqual(app.errors, []);
    });

    test('a request is answered, and the team that asked opens the encrypted answer', async () => {
      const lead = await openApp('chromium', {...size, address: fileUrl});
      const request = await exportOneRequest(lead);
      const downloads = makeFolder();
      await app.close();
      app = await open({downloads});
      await drop(app, [request.path]);
      await app.find('radio', '4 Usually').click();
      await app.waitIdle();
      for (let i = 0; i < 40 && !/What the file holds/.test(await app.pageText()); ++i) await app.press('Control+Enter');
      const answer = browser === 'firefox'
        ? (await app.click('button', 'Export answer'), await savedFile(downloads, /^answer-.*\.fullcircle\.age$/))
        : (await download(app, () => app.find('button', 'Export answer').click())).path;
      const opened = JSON.parse(openWith(await recoveryText(lead), readFileSync(answer)));
      assert.equal(opened.answers[0].rating, 4);
      await go(lead, 'home');
      await drop(lead, [answer]);
      assert.match(await lead.pageText(), /1\s*new answers/);
      assert.deepEqual([...lead.errors, ...app.errors, ...elsewhere(lead), ...elsewhere(app)], []);
      await lead.close();
    });
  });
}
