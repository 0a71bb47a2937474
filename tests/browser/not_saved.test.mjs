// The app when the browser's storage fails under it: it says that nothing is saved and why, offers a copy, and goes on by itself as
// soon as storage works again.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';
import {SITES, installFaults} from './support/faulty_storage.mjs';
import {download, makeFolder, savedFile} from './support/files.mjs';

after(closeAll);

const field = 'Name of the team';
const says = (app, words) => app.waitFor(words => document.body.innerText.includes(words), words);

async function goToSettings(app) {
  await app.page.evaluate(() => { location.hash = 'settings'; });
  await app.waitIdle();
}

/** What the copy holds that the notice offers. */
async function offeredCopy(app, downloads) {
  const button = app.browser === 'firefox' ? app.find('button', 'Download a copy') : app.find('button', 'Download a copy').first();
  if (app.browser === 'chromium') return (await download(app, () => button.click())).text;
  await button.click();
  return readFileSync(await savedFile(downloads, /\.fullcircle$/), 'utf8');
}

for (const browser of ['chromium', 'firefox']) {
  test(`in ${browser}: “Not saved” with its reason and a copy, until storage works again`, {timeout: 180_000}, async () => {
    const downloads = makeFolder();
    const app = await openApp(browser, {width: 1320, height: 900, downloads});
    const faults = [`(${installFaults})(${JSON.stringify(SITES)})`];
    await (browser === 'firefox' ? app.page.evaluateOnNewDocument(...faults) : app.page.addInitScript(...faults));
    await app.page.reload();
    await app.waitIdle();
    await app.click('button', 'Create a team');
    await app.type('textbox', field, 'Harbour');
    await app.type('textbox', 'Your name', 'Ada');
    await app.click('button', 'Create the team');
    await says(app, 'Saved on this device');
    await goToSettings(app);
    let hasCopy = false;
    for (const [site, kind, reason] of [['add', 'full', 'storage is full'], ['transaction', 'throw', ''], ['commit', 'never', '']]) {
      const word = ` ${site}${kind}`;
      await app.page.evaluate((site, kind) => storageFault(...(kind ? [site, kind] : site), 'always'), ...(browser === 'firefox' ? [site, kind] : [[site, kind]]));
      await app.find('textbox', field).click();
      await app.page.keyboard.press('End');
      await app.page.keyboard.type(word);
      await app.page.keyboard.press('Tab');
      await says(app, 'Not saved. ');
      await says(app, reason);
      assert.doesNotMatch(await app.pageText(), /Saved on this device/, word);
      if (!hasCopy) assert.ok((await offeredCopy(app, downloads)).includes(`Harbour${word}`), 'the copy');
      hasCopy = true;
      assert.ok(await app.page.evaluate(() => countFaults()) > 0);
      await app.page.evaluate(() => mendStorage());
      await says(app, 'Saved on this device');  // nobody has touched anything
      assert.doesNotMatch(await app.pageText(), /Not saved/, word);
      await app.page.reload();
      await app.waitIdle();
      await goToSettings(app);
      assert.ok((await app.valueOf('textbox', field)).endsWith(word), word);
    }
    await app.close();
  });
}
