// The app in Chromium after the browser has thrown away what it kept: the team is there again, and the person is told.
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';
import {download} from './support/files.mjs';
import {siteUrl} from './support/site.mjs';

after(closeAll);

/** As Chromium does when it takes its list of tables for corrupt. */
async function throwAway(app) {
  await app.page.goto(`${await siteUrl()}licences.txt`);
  await app.page.evaluate(async () => {
    for (const {name} of await indexedDB.databases()) await new Promise(resolve => { indexedDB.deleteDatabase(name).onsuccess = resolve; });
  });
}

for (const [language, word, told, backUp] of [
  ['en', 'Explore the sample', 'The browser had lost this team.', 'Back up now'],
  ['de', 'Beispiel ansehen', 'Der Browser hatte dieses Team verloren.', 'Jetzt sichern'],
]) {
  test(`what the browser has thrown away is back, and one is told, ${language}`, async () => {
    const app = await openApp('chromium', {width: 390, height: 844, language});
    const people = async () => {
      await app.page.evaluate(() => { location.hash = 'people'; });
      await app.waitIdle();
      return (await app.pageText()).split('\n').filter(line => ['Aisha', 'Ben', 'Carla', '91%'].includes(line));
    };
    await app.click('button', word);
    await app.waitIdle();
    const before = await people();
    assert.ok(before.includes('Aisha'));
    await throwAway(app);
    await app.page.goto(await siteUrl());
    await app.waitFor(told => document.body.innerText.includes(told), told);
    await app.screenshot(`second-copy-${language}`);
    assert.match((await download(app, () => app.click('button', backUp))).text, /Elena/);
    assert.deepEqual(await people(), before);
    await app.page.reload();
    await app.waitIdle();
    assert.ok(!(await app.pageText()).includes(told), 'once');
    assert.deepEqual(await people(), before);
    assert.deepEqual(app.errors, []);
    await app.close();
  });
}

test('a team that was deleted for good does not come back from its copy', async () => {
  const app = await openApp('chromium', {width: 900, height: 640});
  await app.click('button', 'Explore the sample');
  await app.waitIdle();
  const copies = () => app.page.evaluate(async () => (await (await navigator.storageBuckets.open('second-copy')).indexedDB.databases()).map(({name}) => name));
  const names = await copies();
  assert.equal(names.length, 2, `the device and the team: ${names}`);
  await app.page.evaluate(() => { location.hash = 'settings//teams'; });
  await app.waitIdle();
  await app.click('button', /^More for /);
  for (const [role, name] of [['menuitem', 'Delete'], ['button', 'Delete for good']]) {
    await app.click(role, name);
    await app.page.getByRole('dialog').getByRole('button', {name: 'Delete', exact: true}).click();
    await app.waitIdle();
  }
  assert.deepEqual(await copies(), ['/fullcircle-copy/device']);
  await app.close();
});

test('a browser that gives no bucket keeps everything once, as before', async () => {
  const app = await openApp('chromium', {width: 900, height: 640});
  await app.page.addInitScript(() => { StorageBucketManager.prototype.open = () => Promise.reject(new DOMException('no', 'SecurityError')); });
  await app.page.reload();
  await app.waitIdle();
  await app.click('button', 'Explore the sample');
  await app.waitFor(() => document.body.innerText.includes('Saved on this device'));
  await app.page.reload();
  await app.waitIdle();
  assert.match(await app.pageText(), /Northside/);
  assert.deepEqual(app.errors, []);
  await app.close();
});
