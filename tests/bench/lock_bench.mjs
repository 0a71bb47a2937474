// The lock of what is stored with a team of 10,000: switching it on, opening, another passphrase, switching it off. How long each
// takes until the team is on the screen again, for how long the page stands still meanwhile, and how much memory it holds at most.
import {closeAll} from '../browser/support/app.mjs';
import {during, openLargeTeam, openNotedApp} from './support/large_team.mjs';
import {printRow} from './support/rows.mjs';

const longestStop_ms = 500;
const patience = {timeout: 300_000};

const app = await openNotedApp();
const {page} = app;

/** What a page that has the team open and stored says. */
const isStored = () => page.getByRole('button', {name: /Saved on this device/}).waitFor(patience);
const said = words => page.getByRole('status').filter({hasText: words}).waitFor(patience);
const toLock = async () => {
  await page.evaluate(() => { location.hash = 'settings//lock'; });
  await app.waitIdle();
};
const print = (what, {milliseconds, longestStop, peakMb}) => {
  printRow(`lock with 10,000 people: ${what}`, 'ms', [milliseconds], 0);
  printRow(`lock with 10,000 people: ${what}, longest stop`, 'ms', [longestStop], longestStop_ms);
  printRow(`lock with 10,000 people: ${what}, peak memory of the page`, 'MB', [peakMb], 0);
};

await openLargeTeam(app);
await isStored();
print('for comparison, opening the team without it', await during(app, async () => {
  await page.reload();
  await isStored();
}));

await toLock();
await app.click('button', 'Switch the lock on');
const words = await app.valueOf('textbox', 'New passphrase');
await app.click('checkbox', 'I have written the words down');
print('switch it on', await during(app, async () => {
  await app.find('button', 'Lock').click();
  await said('encrypted now');
  await isStored();
}));

await page.reload();
await app.type('textbox', 'Passphrase', words);
print('unlock', await during(app, async () => {
  await app.find('button', 'Unlock').click();
  await isStored();
}));

await toLock();
await app.click('button', 'Change');
await app.type('textbox', 'Passphrase of the lock', words);
const next = await app.valueOf('textbox', 'New passphrase');
await app.click('checkbox', 'I have written the words down');
print('another passphrase', await during(app, async () => {
  await app.find('button', 'Change the passphrase').click();
  await said('new passphrase opens');
}));

await app.click('button', 'Remove the lock');
await app.type('textbox', 'Passphrase of the lock', next);
print('switch it off', await during(app, async () => {
  await app.find('dialog', 'Remove the lock?').getByRole('button', {name: 'Remove the lock'}).click();
  await said('lock is removed');
  await isStored();
}));

await app.close();
await closeAll();
