// A backup with a passphrase, and a device that gets another one's key: saved, opened by the `age` command line, opened elsewhere.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {findViolations} from './support/accessibility.mjs';
import {lockByPassphrase, lockTo, makeKeys, openByPassphrase, recoveryText} from './support/age.mjs';
import {closeAll, openApp} from './support/app.mjs';
import {download, drop} from './support/files.mjs';

const go = async (app, place) => {
  await app.page.evaluate(hash => { location.hash = hash; }, place);
  await app.waitIdle();
};

describe('a backup with a passphrase', () => {
  let lead, other, backup, words;
  before(async () => {
    lead = await openApp('chromium', {width: 1320, height: 800});
    await lead.click('button', 'Explore the sample');
    await go(lead, 'settings//storage');
  });
  after(async () => {
    await lead.close();
    await other?.close();
    await closeAll();
  });

  test('five words are offered, others on demand, and the file waits until they are kept', async () => {
    await lead.click('button', 'Protect and save');
    const first = await lead.valueOf('textbox', 'Passphrase');
    assert.match(first, /^[a-z]{3,8}( [a-z]{3,8}){4}$/);
    await lead.click('button', 'Other words');
    words = await lead.valueOf('textbox', 'Passphrase');
    assert.notEqual(words, first);
    assert.equal(await lead.find('button', 'Save file').isDisabled(), true);
    assert.deepEqual(await findViolations(lead), []);
    await lead.click('checkbox', 'I have written the words down');
    backup = await download(lead, () => lead.find('button', 'Save file').click());
    assert.match(backup.name, /^Northside-.*\.fullcircle\.age$/);
  });

  test('the age command line opens it, and nothing in it can be read without', async () => {
    assert.doesNotMatch(backup.text, /Northside|Elena/);
    assert.equal(JSON.parse(openByPassphrase(words, backup.bytes)).format, 'fullcircle.workspace');
  });

  test('on another device the wrong words are named and change nothing, the right ones open the team', async () => {
    other = await openApp('chromium', {width: 1320, height: 800});
    await drop(other, [backup.path]);
    await other.type('textbox', 'Passphrase', 'amber canoe lentil');
    await other.click('button', 'Open');
    assert.match(await other.textOf('dialog', 'This file has a passphrase'), /does not open the file\. Nothing was changed/);
    assert.deepEqual(await findViolations(other), []);
    await other.find('textbox', 'Passphrase').fill(words);
    await other.click('button', 'Open');
    assert.match(await other.pageText(), /Northside/);
    assert.equal(await other.page.getByRole('dialog').count(), 0);
  });

  test('a file that was locked by the command line opens too, and can be left closed', async () => {
    const people = 'name,email,role,manager\nGus Holm,gus@example.org,Engineer,\n';
    const file = {name: 'people.csv.age', text: lockByPassphrase('one two three', Buffer.from(people))};
    await drop(other, [file]);
    await other.click('button', 'Leave it closed');
    assert.equal(await other.page.getByRole('dialog').count(), 0);
    await drop(other, [file]);
    await other.type('textbox', 'Passphrase', 'one two three');
    await other.click('button', 'Open');
    assert.match(await other.textOf('dialog', 'Import people'), /Gus Holm/);
    assert.deepEqual(other.errors, []);
  });

  test('a key is restored from its recovery text, a mistyped one is named', async () => {
    const {identity} = makeKeys();
    await go(lead, 'settings//encryption');
    assert.match(await lead.pageText(), /This device has no key yet/);
    await lead.type('textbox', 'Recovery text', identity.replace(/.$/, last => (last === 'Q' ? 'P' : 'Q')));
    await lead.click('button', 'Restore');
    assert.match(await lead.pageText(), /This is not a key/);
    await lead.type('textbox', 'Recovery text', identity.toLowerCase());
    await lead.click('button', 'Restore');
    assert.equal(await recoveryText(lead), identity);
    assert.deepEqual(await findViolations(lead), []);
    assert.deepEqual(lead.errors, []);
  });

  test('the printed recovery text, typed in as it stands on the paper, opens on another device what was sent to the first', async () => {
    await go(lead, 'settings//encryption');
    await lead.page.evaluate(() => { globalThis.print = () => { globalThis.printed = [...document.getElementById('print').shadowRoot.querySelectorAll('p')].map(line => line.textContent).join('\n'); }; });
    await lead.click('button', /Print the recovery text$/);
    await lead.waitFor(() => globalThis.printed);
    const printed = await lead.page.evaluate(() => globalThis.printed);
    await lead.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    const words = /^AGE-SECRET-KEY-1(?: [0-9A-Z]{1,6})+$/m.exec(printed)[0];
    assert.equal(words.replaceAll(' ', ''), await recoveryText(lead));
    const recipient = /age1[0-9a-z]{58}/.exec(printed)[0];
    const sent = {name: 'more.csv.age', text: lockTo(recipient, Buffer.from('name,email,role,manager\nIda Berg,ida@example.org,Engineer,\n'))};
    await other.page.reload();
    await other.waitIdle();
    await drop(other, [sent]);
    assert.match(await other.pageText(), /was encrypted for another device/);
    await go(other, 'settings//encryption');
    await other.type('textbox', 'Recovery text', words);
    await other.click('button', 'Restore');
    await drop(other, [sent]);
    assert.match(await other.textOf('dialog', 'Import people'), /Ida Berg/);
    await other.click('button', 'Cancel');
  });
});
