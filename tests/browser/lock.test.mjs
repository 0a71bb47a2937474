// The lock of what is stored, in a real browser: what IndexedDB holds afterwards, opened by tools that know nothing of Fullcircle;
// the passphrase at the start; two tabs; the whole browser killed while everything is being rewritten.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {createDecipheriv, createHmac} from 'node:crypto';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {findViolations} from './support/accessibility.mjs';
import {openByPassphrase} from './support/age.mjs';
import {closeAll, openApp} from './support/app.mjs';
import {killChromium} from './support/chromium.mjs';
import {choose, makeFile} from './support/files.mjs';
import {enter, goTo, hasPlace, place, press, walkTo, write} from './support/keyboard.mjs';
import {projectFolder} from './support/site.mjs';
import {makeProfile} from './support/storage_probe.mjs';

const size = {width: 1320, height: 900};

const go = async (app, place) => {
  await app.page.evaluate(hash => { location.hash = hash; }, place);
  await app.waitIdle();
};

/** Runs in the page: what it stores, second copies too, as [database, key, content as base64]; of copies the name of the folder's database. */
async function lookIntoStorage(withContents) {
  const answer = request => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const found = [];
  for (const factory of [indexedDB, (await navigator.storageBuckets.open('second-copy')).indexedDB]) {
    for (const {name} of await factory.databases()) {
      const database = await answer(factory.open(name));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([answer(objects.getAllKeys()), withContents ? answer(objects.getAll()) : []]);
        keys.forEach((key, i) => {
          const bytes = values[i]?.contents ?? new TextEncoder().encode(JSON.stringify(values[i]));
          let text = '';
          for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
          found.push([name.replace('-copy', ''), String(key), btoa(text)]);
        });
      }
      database.close();
    }
  }
  return found;
}

const stored = app => app.page.evaluate(lookIntoStorage, true);
const inFolder = ([database, key]) => key.startsWith(`${database}/`);
/** The names of what the folders hold, without the contents: of a large team these are too much to look through. */
const storedNames = async app => (await app.page.evaluate(lookIntoStorage, false)).filter(inFolder).map(([database, key]) => key.slice(database.length + 1));

const contents = async app => (await stored(app)).map(([database, key, base64]) => [database, key, Buffer.from(base64, 'base64')]);
const holds = (parts, word) => parts.some(([, key, bytes]) => key.includes(word) || bytes.includes(word));

/** Switches the lock on with the words that are offered, and returns them. */
async function lockOn(app) {
  await go(app, 'settings//lock');
  await app.click('button', 'Switch the lock on');
  const words = await app.valueOf('textbox', 'New passphrase');
  await app.click('checkbox', 'I have written the words down');
  await app.find('button', 'Lock').click();
  return words;
}

async function unlock(app, words) {
  await app.type('textbox', 'Passphrase', words);
  await app.find('button', 'Unlock').click();
}

describe('the lock of what is stored', () => {
  let app, words;
  before(async () => {
    app = await openApp('chromium', size);
    await app.click('button', 'Explore the sample');
  });
  after(async () => {
    await app?.close();
    await closeAll();
  });

  test('before, anybody reads it; after, neither content nor name of anything', async () => {
    const before = await contents(app);
    for (const word of ['Northside', 'Elena', 'fullcircle-manifest']) assert.ok(holds(before, word), word);
    words = await lockOn(app);
    await app.page.getByRole('status').filter({hasText: 'encrypted now'}).waitFor();
    await app.waitIdle();
    const parts = await contents(app);
    for (const word of ['Northside', 'Elena', 'Mara', 'fullcircle-manifest', 'fullcircle-journal', 'lastOpened', 'recipient']) assert.ok(!holds(parts, word), word);
    for (const [database, key] of parts.filter(inFolder))
      assert.match(key.slice(database.length + 1), /^(s\.[0-9a-f]+|sealed)$/);
    await go(app, 'settings//lock');
    await app.screenshot('settings-lock-on');
    assert.deepEqual(await findViolations(app), []);
  });

  test('the age command line opens the key, and OpenSSL what it encrypts', async () => {
    const parts = await contents(app);
    const [, , envelope] = parts.find(([, key]) => key === '/fullcircle/device/sealed');
    const key = /^fullcircle-lock 1\n([0-9a-f]{64})\n$/.exec(openByPassphrase(words, envelope).toString())[1];
    const subkey = name => createHmac('sha256', Buffer.from(key, 'hex')).update(`fullcircle lock: ${name}`).digest();
    const open = ([database, stored, bytes]) => {
      const code = Buffer.from(stored.slice(database.length + 3), 'hex');
      const naming = createDecipheriv('chacha20', subkey('names'), Buffer.concat([Buffer.alloc(4), code.subarray(0, 12)]));
      const name = naming.update(code.subarray(16)).toString().split('\n')[0];
      const opening = createDecipheriv('chacha20-poly1305', subkey('contents'), bytes.subarray(0, 12), {authTagLength: 16});
      opening.setAAD(Buffer.from(`${database.slice('/fullcircle/'.length)}/${name}`));
      opening.setAuthTag(bytes.subarray(-16));
      return [name, Buffer.concat([opening.update(bytes.subarray(12, -16)), opening.final()]).toString()];
    };
    const opened = new Map(parts.filter(([, stored]) => /\/s\.[0-9a-f]+$/.test(stored)).map(open));
    assert.match(opened.get('m'), /^fullcircle-manifest 1\n/);
    assert.ok([...opened].some(([name, text]) => name.startsWith('c.') && text.includes('Elena')));
    assert.ok(opened.has('record'));
  });

  test('a wrong passphrase is named, the right one opens, Enter is enough', async () => {
    await app.page.reload();
    await app.find('heading', 'This device is locked').waitFor();
    assert.doesNotMatch(await app.pageText(), /Northside/);
    assert.deepEqual(await findViolations(app), []);
    await app.screenshot('locked');
    await unlock(app, 'amber canoe');
    await app.page.getByText('This passphrase does not open this device. Nothing was changed.').waitFor();
    await app.type('textbox', 'Passphrase', words);
    await app.press('Enter');
    await app.find('button', 'Northside').waitFor();
  });

  test('locked now, another tab is locked too; each opens with the passphrase', async () => {
    const second = await openApp('chromium', {...size, context: app.page.context()});
    await unlock(second, words);
    await second.find('button', 'Northside').waitFor();
    await app.press('Control+k');
    await app.page.keyboard.type('Lock now');
    await app.press('Enter');
    for (const tab of [app, second]) {
      await tab.find('heading', 'This device is locked').waitFor();
      assert.doesNotMatch(await tab.pageText(), /Northside/);
    }
    await unlock(app, words);
    await app.find('button', 'Northside').waitFor();
    await second.page.close();
  });

  test('what is changed while the page goes away is stored, and encrypted', async () => {
    await go(app, 'settings//general');
    const field = app.find('textbox', 'Name of the team');
    await field.click();
    await app.page.keyboard.press('End');
    await app.page.keyboard.type(' Wharf');
    await app.page.reload();
    await app.find('heading', 'This device is locked').waitFor();
    assert.ok(!holds(await contents(app), 'Wharf'));
    await unlock(app, words);
    await app.find('button', 'Northside Wharf').waitFor();
  });

  test('with a new passphrase the old one opens nothing; without the lock nothing is asked', async () => {
    await go(app, 'settings//lock');
    await app.click('button', 'Change');
    await app.type('textbox', 'Passphrase of the lock', words);
    const next = await app.valueOf('textbox', 'New passphrase');
    await app.click('checkbox', 'I have written the words down');
    await app.find('button', 'Change the passphrase').click();
    await app.page.getByRole('status').filter({hasText: 'new passphrase opens'}).waitFor();
    await app.page.reload();
    await app.find('heading', 'This device is locked').waitFor();
    await unlock(app, words);
    await app.page.getByText('This passphrase does not open this device').waitFor();
    await unlock(app, next);
    await app.find('button', 'Northside Wharf').waitFor();
    await go(app, 'settings//lock');
    await app.click('button', 'Remove the lock');
    await app.type('textbox', 'Passphrase of the lock', next);
    await app.find('dialog', 'Remove the lock?').getByRole('button', {name: 'Remove the lock'}).click();
    await app.page.getByRole('status').filter({hasText: 'lock is removed'}).waitFor();
    await app.page.reload();
    await app.find('button', 'Northside Wharf').waitFor();
    assert.ok(holds(await contents(app), 'Elena'));
    assert.deepEqual(app.errors, []);
  });
});

describe('a large team', () => {
  const isOfALock = name => /^(s\.[0-9a-f]+|sealed|ended.*)$/.test(name);
  let app, words;
  before(async () => {
    const file = makeFile('team-of-1500.fullcircle', '');
    execFileSync(join(projectFolder, 'build/native/fullcircle'), ['sample', '--people', '1500', '--today', '2026-11-19', '-o', file]);
    app = await openApp('chromium', size);
    await choose(app, [file], () => app.find('button', 'Open a file').click());
    await isStored();
  });
  after(async () => {
    await app?.close();
    await closeAll();
  });

  const isStored = () => app.page.getByRole('button', {name: /Saved on this device/}).waitFor({timeout: 60_000});
  const said = text => app.page.getByRole('status').filter({hasText: text}).waitFor({timeout: 60_000});

  test('shows how far locking is; Escape leaves everything as it was; the page answers all the while', {timeout: 200_000}, async t => {
    await app.page.evaluate(() => {
      globalThis.seen = {values: [], longestMs: 0};
      new PerformanceObserver(list => list.getEntries().forEach(({duration}) => { seen.longestMs = Math.max(seen.longestMs, duration); })).observe({entryTypes: ['longtask']});
      // Told of each change: a timer that looks comes late while the page works.
      new MutationObserver(() => {
        const value = Number(document.querySelector('[role=progressbar][aria-label^=Encrypting]')?.getAttribute('aria-valuenow'));
        if (value > 0 && value !== seen.values.at(-1)) seen.values.push(value);
      }).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ['aria-valuenow', 'aria-label', 'role']});
    });
    await lockOn(app);
    await app.waitFor(() => globalThis.seen.values.length > 0);
    await app.page.keyboard.press('Escape');
    await said('Stopped. Nothing was changed.');
    await isStored();
    const names = await storedNames(app);
    assert.ok(names.includes('m'));
    assert.ok(!names.some(isOfALock), 'nothing is encrypted');

    await app.page.evaluate(() => Object.assign(globalThis.seen, {values: [], longestMs: 0}));
    words = await lockOn(app);
    await said('encrypted now');
    const seen = await app.page.evaluate(() => globalThis.seen);
    t.diagnostic(`locking: longest stop ${Math.round(seen.longestMs)} ms, the bar moved ${seen.values.length} times`);
    assert.ok(seen.values.length >= 3);
    assert.deepEqual(seen.values, seen.values.toSorted((a, b) => a - b));
    await isStored();
    assert.ok((await storedNames(app)).every(isOfALock), 'everything is');
    assert.deepEqual(app.errors, []);
  });

  test('by keyboard alone: removing the lock and locking again are both stopped on the way, and leave what was there', {timeout: 200_000}, async () => {
    /** Waits until the bar moves, sees where the focus is, and stops with Enter there. */
    const stop = async label => {
      await app.page.getByRole('progressbar', {name: label}).waitFor();
      await app.waitFor(() => Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')) > 0);
      assert.deepEqual(await place(app), {role: 'button', name: 'Cancel'});
      await app.page.keyboard.press('Enter');
      await said('Stopped. Nothing was changed.');
      await isStored();
      await hasPlace(app, 'stopping');
    };
    /** Types where a person is asked for the passphrase at the start. */
    const open = async passphrase => {
      await walkTo(app, 'textbox', 'Passphrase');
      await app.page.keyboard.type(passphrase);
      await app.page.keyboard.press('Enter');
      await isStored();
    };
    const toLock = async () => {
      await goTo(app, 'Settings');
      await enter(app, 'button', 'Lock on this device');
    };
    const remove = async () => {
      await toLock();
      await enter(app, 'button', 'Remove the lock');
      await write(app, 'Passphrase of the lock', words);
      await app.page.keyboard.press('Control+Enter');
    };
    const throttled = await app.page.context().newCDPSession(app.page);
    const slowly = async action => {  // so that there is time to stop it
      await throttled.send('Emulation.setCPUThrottlingRate', {rate: 4});
      await action();
      await throttled.send('Emulation.setCPUThrottlingRate', {rate: 1});
    };

    await slowly(async () => {
      await remove();
      await stop('Removing the lock');
    });
    assert.ok((await storedNames(app)).every(isOfALock), 'everything is still encrypted');
    await app.page.reload();
    await app.find('heading', 'This device is locked').waitFor();
    await open(words);

    await remove();
    await said('lock is removed');
    await isStored();
    await hasPlace(app, 'removing the lock');
    assert.ok((await storedNames(app)).includes('m'));

    await toLock();
    await enter(app, 'button', 'Switch the lock on');
    await walkTo(app, 'checkbox', 'I have written the words down');
    await press(app, 'Space');
    await walkTo(app, 'button', 'Lock');
    await slowly(async () => {
      await app.page.keyboard.press('Enter');
      await stop(/^Encrypting/);
    });
    const names = await storedNames(app);
    assert.ok(names.includes('m'));
    assert.ok(!names.includes('sealed') && !names.some(name => name.startsWith('s.')), 'nothing is encrypted');
    await app.page.reload();
    await isStored();
    assert.doesNotMatch(await app.pageText(), /This device is locked/);
    assert.deepEqual(app.errors, []);
  });
});

describe('the browser killed while the lock is being switched on', () => {
  after(closeAll);

  test('the team is whole afterwards, behind the passphrase or none, and the next start finishes what was begun', async () => {
    for (let round = 0; round < 8; ++round) {
      const {profile, remove} = makeProfile();
      const first = await openApp('chromium', {...size, profile});
      await first.click('button', 'Explore the sample');
      await first.waitIdle();
      const words = await lockOn(first);
      await new Promise(resolve => setTimeout(resolve, 250 + 130 * round));  // the passphrase takes a third of a second, the rest follows
      killChromium(profile);
      await first.close().catch(() => {});
      const second = await openApp('chromium', {...size, profile});
      await second.waitFor(() => /Northside|This device is locked/.test(document.body.innerText));
      if (/This device is locked/.test(await second.pageText())) {
        await unlock(second, words);
        await second.find('button', 'Northside').waitFor();
        assert.ok(!holds(await contents(second), 'Elena'), `round ${round}`);
      }
      await go(second, 'people');
      assert.match(await second.pageText(), /Elena/);
      await second.close();
      remove();
    }
  });
});
