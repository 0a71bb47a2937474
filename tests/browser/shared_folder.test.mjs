// A shared folder in a real browser: two devices, each with a folder of its own that this test keeps equal, as a synchronising
// program would. What showDirectoryPicker returns is the browser's private folder, which has the same interface.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {findViolations} from './support/accessibility.mjs';
import {closeAll, openApp} from './support/app.mjs';
import {choose, exportFile} from './support/files.mjs';

const size = {width: 1320, height: 900};

const go = async (app, place) => {
  await app.page.evaluate(hash => { location.hash = hash; }, place);
  await app.waitIdle();
};

/** From now on the browser's dialog chooses the private folder. */
const giveFolder = app => app.page.evaluate(() => {
  globalThis.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('team', {create: true});
});

/** What lies in the folder: {name: text}. The browser's own file beside one that is being written comes and goes; it is left out. */
const folderOf = app => app.page.evaluate(async () => {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('team', {create: true});
  const files = {};
  for await (const handle of folder.values())
    if (!handle.name.endsWith('.crswap')) files[handle.name] = await (await handle.getFile()).text();
  return files;
});

const putInto = (app, files) => app.page.evaluate(async given => {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('team', {create: true});
  for (const [name, text] of Object.entries(given)) {
    const stream = await (await folder.getFileHandle(name, {create: true})).createWritable();
    await stream.write(text);
    await stream.close();
  }
}, files);

/** What the synchronising program does: the copy of each device reaches the other. */
async function synchronise(from, to) {
  const own = await ownCopy(from);
  await putInto(to, {[own]: (await folderOf(from))[own]});
}

/** Waits until something in the folder holds these words; asked from here, because the browser's own waiting takes a promise for a yes. */
async function written(app, words) {
  for (let i = 0; i < 300; ++i) {
    if (Object.values(await folderOf(app)).some(text => text.includes(words))) return;
    await delay(100);
  }
  assert.fail(`no copy in the folder holds “${words}”`);
}

async function ownCopy(app) {
  await written(app, 'fullcircle.workspace');
  await go(app, 'settings//storage');
  return /(Harbour-\S+\.fullcircle)/.exec(await app.pageText())[1];
}

async function rename(app, name) {
  await go(app, 'settings//general');
  const field = app.find('textbox', 'Name of the team');
  await field.click();
  await app.page.keyboard.press('Control+A');
  await app.page.keyboard.type(name);
  await app.page.keyboard.press('Tab');
  await app.waitIdle();
}

describe('a shared folder (G4)', () => {
  let here, there;
  before(async () => {
    here = await openApp('chromium', size);
    there = await openApp('chromium', size);
    await here.click('button', 'Create a team');
    await here.type('textbox', 'Name of the team', 'Harbour');
    await here.type('textbox', 'Your name', 'Ada');
    await here.click('button', 'Create the team');
    await go(here, 'settings//storage');
    const file = await exportFile(here, 'Back up now');
    await choose(there, [file.path], () => there.find('button', 'Open a file').first().click());
    for (const app of [here, there]) await giveFolder(app);
  });
  after(async () => {
    await here?.close();
    await there?.close();
    await closeAll();
  });

  test('opening a folder writes the own copy under a name of its own, whole and readable', async () => {
    for (const app of [here, there]) {
      await go(app, 'settings//storage');
      await app.click('button', 'Open a shared folder');
    }
    const [mine, theirs] = [await ownCopy(here), await ownCopy(there)];
    assert.notEqual(mine, theirs);
    const files = await folderOf(here);
    assert.deepEqual(Object.keys(files), [mine]);
    assert.equal(JSON.parse(files[mine]).format, 'fullcircle.workspace');
    await here.screenshot('shared-folder');
    assert.deepEqual(await findViolations(here), []);
  });

  test('what one device changes is merged on the other when it looks again, and can be undone', async () => {
    await rename(here, 'Harbour North');
    await written(here, 'Harbour North');
    await synchronise(here, there);
    await go(there, 'settings//storage');
    await there.click('button', 'Look again now');
    await there.find('button', 'Harbour North').waitFor();
    assert.match(await there.pageText(), /Merged: 1 changed/);
    await there.click('button', 'Undo');
    await there.find('button', 'Harbour', {exact: true}).first().waitFor();
    await there.click('button', 'Look again now');
    await there.find('button', 'Harbour North').waitFor();
  });

  test('coming back to the page looks by itself', async () => {
    await rename(here, 'Harbour East');
    await written(here, 'Harbour East');
    await synchronise(here, there);
    await there.page.evaluate(() => {
      document.hasFocus = () => false;
      dispatchEvent(new Event('blur'));
    });
    await there.waitIdle();
    await there.page.evaluate(() => {
      delete document.hasFocus;
      document.hasFocus = () => true;
      dispatchEvent(new Event('focus'));
    });
    await there.find('button', 'Harbour East').waitFor();
  });

  test('a copy that conflicts is shown first', async () => {
    await rename(here, 'Harbour West');
    await rename(there, 'Harbour South');
    await written(here, 'Harbour West');
    await synchronise(here, there);
    await go(there, 'settings//storage');
    await there.click('button', 'Look again now');
    const dialog = there.find('dialog', /^Merge into/);
    await dialog.waitFor();
    assert.match(await dialog.textContent(), /Conflict/);
    await there.click('button', 'Cancel');
    await there.find('button', 'Harbour South').waitFor();
  });

  test('damaged and foreign files are named and left as they are, also hundreds of them', async () => {
    const strange = {'half.fullcircle': '{"format": "fullcircle.workspace", "minReader": 1', 'notes.txt': 'Dear all', 'empty.fullcircle': ''};
    for (let i = 0; i < 250; ++i) strange[`a${i}.fullcircle`] = '{}';
    await putInto(here, strange);
    await go(here, 'settings//storage');
    await here.click('button', 'Look again now');
    const list = await here.find('list', 'Files in the folder').textContent();
    assert.match(list, /half\.fullcircle.*Left alone: The file ends in the middle/);
    assert.match(list, /empty\.fullcircle.*Left alone/);
    for (let i = 0; i < 250; ++i) assert.ok(list.includes(`a${i}.fullcircle`));
    assert.doesNotMatch(list, /notes/);
    const files = await folderOf(here);
    for (const [name, text] of Object.entries(strange)) assert.equal(files[name], text);
  });

  test('after a restart one button allows it again', async () => {
    await here.page.addInitScript(() => {
      let isAllowed = false;
      FileSystemHandle.prototype.queryPermission = async () => (isAllowed ? 'granted' : 'prompt');
      FileSystemHandle.prototype.requestPermission = async () => { isAllowed = true; return 'granted'; };
    });
    await here.page.reload();
    await here.waitIdle();
    await here.page.getByRole('status').filter({hasText: 'waits for your permission'}).waitFor();
    await go(here, 'settings//storage');
    await here.find('button', 'Allow the folder again').first().click();
    await here.find('button', 'Look again now').waitFor();
    assert.deepEqual(here.errors, []);
  });

  test('leaving the folder leaves its files', async () => {
    const before = Object.keys(await folderOf(here));
    await here.click('button', 'Leave the folder');
    await here.find('button', 'Open a shared folder').waitFor();
    assert.deepEqual(Object.keys(await folderOf(here)), before);
  });

  test('where the browser cannot open a folder, the page says what to do instead', async () => {
    const firefox = await openApp('firefox', size);
    await firefox.find('button', 'Explore the sample').click();
    await firefox.waitIdle();
    await go(firefox, 'settings//storage');
    assert.match(await firefox.pageText(), /This browser cannot open a folder/);
    await firefox.close();
  });
});
