// A page that goes away in the middle of a word: by a reload, another address, a closed tab. The word is there afterwards.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';
import {drop} from './support/files.mjs';
import {siteUrl} from './support/site.mjs';
import {makeProfile} from './support/storage_probe.mjs';

after(closeAll);

const program = process.env.FULLCIRCLE ?? 'build/native/fullcircle';

const goTo = async (app, place) => {
  await app.page.evaluate(hash => { location.hash = hash; }, place);
  await app.waitIdle();
};

/** Keys as fast as they come, the last one just before the page goes; nothing waits for a frame or for saving. */
async function typeInto(app, name, word) {
  await app.find('textbox', name).click();
  await app.page.keyboard.type(word);
}

/** The request of a made-up team for feedback, as a file. */
function makeRequest() {
  const folder = mkdtempSync(join(tmpdir(), 'leaving-'));
  const team = join(folder, 'team.fullcircle');
  execFileSync(program, ['sample', '-o', team]);
  const [path] = execFileSync(program, ['request', team, '-o', folder], {encoding: 'utf8'}).trim().split('\n');
  const request = {name: 'request.fullcircle', text: readFileSync(path, 'utf8')};
  rmSync(folder, {recursive: true});
  return request;
}

const ways = {
  reload: async app => { await app.page.reload(); },
  'another address and back': async app => {
    await app.page.goto('about:blank');
    await app.page.goto(await siteUrl());
  },
  'closing the tab': async app => {
    const context = app.browser === 'firefox' ? app.page.browser() : app.page.context();
    const next = await context.newPage();  // the browser stays
    await app.page.close({runBeforeUnload: true});
    await next.goto(await siteUrl());
    app.page = next;
  },
};

for (const browser of ['chromium', 'firefox']) {
  describe(`leaving in the middle of a word in ${browser}`, () => {
    test('each way, in a field of one line, in a text of several and in the comment of an answer', {timeout: 240_000}, async () => {
      const {profile, remove} = makeProfile();
      const app = await openApp(browser, {profile});
      await app.click('button', 'Create a team');
      await app.type('textbox', 'Name of the team', 'Harbour');
      await app.type('textbox', 'Your name', 'Ada');
      await app.click('button', 'Create the team');
      await drop(app, [makeRequest()]);
      await app.find('textbox', 'Situation').click();
      const answer = (await app.page.evaluate(() => location.hash)).slice(1);
      const fields = {'Name of the team': 'settings', 'What the team wants to reach': 'settings', Situation: answer};
      let number = 0;
      for (const [way, leave] of Object.entries(ways)) {
        for (const [field, place] of Object.entries(fields)) {
          await goTo(app, place);
          const word = ` w${++number}rd`;
          await typeInto(app, field, word);
          await leave(app);
          await app.waitIdle();
          await goTo(app, place);
          assert.ok((await app.valueOf('textbox', field)).includes(word), `${way}: ${field}`);
        }
      }
      assert.equal(number, 9);
      await app.close();
      remove();
    });
  });
}

test('leaving with words in an open dialog: the browser asks first, and no more once it is saved or closed', async () => {
  const app = await openApp('chromium', {width: 1200, height: 800});
  await app.click('button', 'Create a team');
  await app.type('textbox', 'Name of the team', 'Harbour');
  await app.type('textbox', 'Your name', 'Ada');
  await app.click('button', 'Create the team');
  let asked = 0;
  app.page.on('dialog', dialog => {
    ++asked;
    dialog.dismiss();
  });
  const isAsked = async () => {
    asked = 0;
    await app.page.evaluate(() => setTimeout(() => location.reload(), 0));
    await app.page.waitForTimeout(1500);
    await app.waitIdle();
    return asked > 0;
  };
  await goTo(app, 'people');
  await app.click('button', 'Add person');
  assert.equal(await isAsked(), false, 'nothing was typed');
  await goTo(app, 'people');
  await app.click('button', 'Add person');
  await app.page.getByRole('dialog').getByRole('textbox').first().click();
  await app.page.keyboard.type('Bo');
  assert.equal(await isAsked(), true, 'half a name');
  assert.match(await app.page.getByRole('dialog').getByRole('textbox').first().inputValue(), /Bo/);
  await app.page.getByRole('dialog').getByRole('button', {name: 'Cancel'}).click();
  await app.click('button', 'Discard');
  assert.equal(await app.page.getByRole('dialog').count(), 0);
  assert.equal(await isAsked(), false, 'the dialog is closed');
  await app.close();
});
