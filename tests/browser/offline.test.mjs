// The installed site: it opens and works without a network once it has been open, and takes the files that the system or another app
// gives it. Of the browsers here Chromium alone hands files to a site.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {lockByPassphrase, recoveryText} from './support/age.mjs';
import {closeAll, openApp} from './support/app.mjs';
import {exportFile} from './support/files.mjs';
import {editedElsewhere} from './support/other_device.mjs';
import {closeSite} from './support/site.mjs';

after(closeAll);

for (const browser of ['chromium', 'firefox']) {
  describe(`the site without its server, in ${browser}`, () => {
    let app;
    before(async () => {
      app = await openApp(browser);
      await app.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
      await app.click('button', 'Explore the sample');
      await app.waitFor(() => document.body.innerText.includes('Saved on this device'));
      await closeSite();
      await assert.rejects(fetch(new URL(app.page.url())));
    });
    after(() => app?.close());

    const reload = async () => {
      await app.page.reload();
      await app.waitIdle();
    };

    test('opens after one visit', async () => {
      await reload();
      assert.match(await app.page.title(), /Fullcircle/);
      assert.match(await app.pageText(), /Northside/);
    });

    test('keeps what is written meanwhile', async () => {
      await app.page.evaluate(() => { location.hash = 'settings'; });
      await app.waitIdle();
      await app.find('textbox', 'Name of the team').fill('Southside');
      await app.press('Tab');
      await app.waitFor(() => document.body.innerText.includes('Saved on this device'));
      await reload();
      assert.equal(await app.valueOf('textbox', 'Name of the team'), 'Southside');
    });

    test('has the worker that encrypts, which nothing had asked for yet', async () => {
      assert.deepEqual(app.requests.filter(address => /age_worker/.test(address)), []);
      await app.page.evaluate(() => { location.hash = 'settings//encryption'; });
      await app.waitIdle();
      await app.click('button', 'Make the key now');
      assert.match(await recoveryText(app), /^AGE-SECRET-KEY-1/);
      assert.deepEqual(app.errors, []);
    });
  });
}

const table = 'name,email,role,manager\nGus Holm,gus@example.org,Engineer,\n';

describe('the installed site in chromium', () => {
  let app;
  before(async () => {
    app = await openApp('chromium');
    await app.page.addInitScript(() => {  // what the system does when a file is opened with the installed app
      Object.defineProperty(globalThis, 'launchQueue', {value: {setConsumer: take => { globalThis.launch = take; }}});
    });
    await app.page.evaluate(async () => { await navigator.serviceWorker.ready; });
    await app.click('button', 'Explore the sample');
    await app.page.reload();
    await app.waitIdle();
  });
  after(() => app?.close());

  test('names the files it opens, in its manifest', async () => {
    const manifest = await app.page.evaluate(async () => (await fetch(document.querySelector('link[rel=manifest]').href)).json());
    assert.deepEqual(manifest.file_handlers.flatMap(one => Object.values(one.accept)).flat().sort(), ['.age', '.fullcircle']);
    assert.equal(manifest.share_target.method, 'POST');
  });

  /** What the system does when these files are opened with the installed app. */
  const launch = async (...files) => {
    await app.page.evaluate(list => globalThis.launch({
      files: list.map(({name, base64}) => ({getFile: async () => new File([Uint8Array.from(atob(base64), one => one.charCodeAt(0))], name)})),
    }), files.map(([name, bytes]) => ({name, base64: Buffer.from(bytes).toString('base64')})));
    await app.waitIdle();
  };

  test('takes a table it was launched with', async () => {
    await launch(['people.csv', table]);
    await app.waitFor(() => document.body.innerText.includes('Gus Holm'));
    await app.click('button', 'Cancel');
  });

  test('takes a team\'s file it was launched with, and asks before it merges it', async () => {
    await app.page.evaluate(() => { location.hash = 'settings//storage'; });
    await app.waitIdle();
    const {text} = await exportFile(app, 'Back up now');
    await launch(['northside.fullcircle', editedElsewhere(text)]);
    await app.waitFor(() => document.querySelector('dialog, [role=dialog]')?.textContent.includes('northside.fullcircle'));
    await app.press('Escape');
  });

  test('takes an encrypted file it was launched with, asks for its passphrase and opens it', async () => {
    await launch(['people.csv.age', lockByPassphrase('one two three', Buffer.from(table))]);
    assert.match(await app.textOf('dialog', 'This file has a passphrase'), /people\.csv\.age/);
    await app.type('textbox', 'Passphrase', 'one two three');
    await app.click('button', 'Open');
    assert.match(await app.textOf('dialog', 'Import people'), /Gus Holm/);
    await app.click('button', 'Cancel');
  });

  test('takes a file that another app shares with it, once', async () => {
    const address = app.page.url();
    const [landed] = await Promise.all([
      app.page.waitForResponse(response => response.url().includes('?shared')),
      app.page.evaluate(async text => {
        const form = new FormData();
        form.append('files', new File([text], 'Zoë.csv'));
        await fetch('share', {method: 'POST', body: form});
      }, table.replace('Gus Holm', 'Ida Berg')),
    ]);
    await app.page.goto(landed.url());
    await app.waitIdle();
    await app.waitFor(() => document.body.innerText.includes('Ida Berg'));
    assert.equal(new URL(app.page.url()).search, '');
    await app.page.goto('about:blank');
    await app.page.goto(address);
    await app.waitIdle();
    assert.doesNotMatch(await app.pageText(), /Ida Berg/);
    assert.deepEqual(app.errors, []);
  });
});
