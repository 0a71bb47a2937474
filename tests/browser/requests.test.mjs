// The way of a request, with real files: a new team starts a review, saves request files, and a rater opens one elsewhere.
import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';

const people = [
  'name,email,role,manager',
  'Ada,ada@example.org,Lead,',
  'Ben,ben@example.org,Engineer,Ada',
  'Cem,cem@example.org,Engineer,Ada',
  'Dia,dia@example.org,Engineer,Ada',
  'Eli,eli@example.org,Engineer,Ada',
].join('\n');

/** Saves what the page hands out while `act` runs, until `count` files are there. Out: name to path. */
async function savedFiles(app, folder, count, act) {
  const downloads = [];
  app.page.on('download', download => downloads.push(download));
  await act();
  while (downloads.length < count) await app.page.waitForEvent('download', {timeout: 30_000}).catch(() => assert.fail(`${downloads.length} of ${count} files`));
  const files = new Map();
  for (const download of downloads) {
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    files.set(download.suggestedFilename(), path);
  }
  return files;
}

/** Gives files to the page through the browser's own dialog, which the button opens. */
async function openFiles(app, button, paths) {
  const chooser = app.page.waitForEvent('filechooser');
  await app.find('button', button).first().click();
  await (await chooser).setFiles(paths);
  await app.waitIdle();
}

describe('requests: a review is started, exported and opened elsewhere (A8, F1, F3, G1)', () => {
  let folder, lead, rater, files;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fullcircle-requests-'));
    lead = await openApp('chromium', {width: 1440, height: 900});
  });
  after(async () => {
    await lead?.close();
    await rater?.close();
    await closeAll();
    await rm(folder, {recursive: true, force: true});
  });

  test('a new team without a review is led to setting one up', async () => {
    await lead.click('button', 'Create a team');
    await lead.type('textbox', 'Name of the team', 'Harbour');
    await lead.type('textbox', 'Your name', 'Ada');
    await lead.click('button', 'Create the team');
    await writeFile(join(folder, 'people.csv'), people);
    await lead.click('button', 'Home');
    await openFiles(lead, 'Open a file', [join(folder, 'people.csv')]);
    await lead.find('button', /^Import \d/).click();
    await lead.waitIdle();
    await lead.click('button', 'Requests');
    assert.match(await lead.pageText(), /No review is running/);
    await lead.click('button', 'Set up a review');
  });

  test('a review without people does not start, and says why', async () => {
    await lead.click('button', 'Start the review');
    assert.match(await lead.pageText(), /Before the review can start/);
    assert.match(await lead.pageText(), /Add the people this review is about/);
  });

  test('everyone is added with suggested raters, and small groups are warned of', async () => {
    await lead.click('button', 'Add everyone');
    const text = await lead.pageText();
    assert.match(text, /4 raters/);
    await lead.find('row', /^Ben/).click();
    await lead.waitIdle();
    assert.match(await lead.textOf('dialog', 'Raters for Ben'), /Cem/);
    await lead.click('button', 'Do not ask Cem');
    assert.match(await lead.textOf('dialog', 'Raters for Ben'), /fewer than 3 people/);
    await lead.click('button', 'Done');
    assert.match(await lead.pageText(), /too few raters in a group/);
  });

  test('starting leads to the requests, none of them exported', async () => {
    await lead.click('button', 'Start the review');
    await lead.find('heading', 'Requests and responses').waitFor();
    assert.match(await lead.pageText(), /0 of 19/);
    await lead.find('button', 'Export 19 requests').waitFor();
  });

  test('all requests are saved as files at once, each named by subject and rater', async () => {
    files = await savedFiles(lead, folder, 19, () => lead.click('button', 'Export 19 requests'));
    assert.ok(files.has('request-Ben-Dia.fullcircle'), [...files.keys()].join(' '));
    await lead.find('radio', 'Waiting 19').waitFor();
    await lead.page.reload();
    await lead.waitIdle();
    await lead.find('radio', 'Waiting 19').waitFor();
  });

  test('a rater opens the file in another browser and is asked about the person', async () => {
    rater = await openApp('chromium', {width: 1440, height: 900});
    await openFiles(rater, 'Open a file', [files.get('request-Ben-Dia.fullcircle')]);
    await rater.waitFor(() => location.hash.startsWith('#answer/'));
    assert.deepEqual(rater.errors, []);
  });

  test('withdrawing can be undone', async () => {
    await lead.find('button', 'Actions for the request to Ben').first().click();
    await lead.waitIdle();
    await lead.click('menuitem', 'Withdraw');
    await lead.click('button', 'Withdraw');
    await lead.find('radio', 'Waiting 18').waitFor();
    await lead.click('button', 'Undo');
    await lead.find('radio', 'Waiting 19').waitFor();
  });

  test('a file that is no answer to a request of this team is named with its reason', async () => {
    await writeFile(join(folder, 'broken.fullcircle'), '{"format":"fullcircle-answer","request":');
    await openFiles(lead, 'Choose files', [join(folder, 'broken.fullcircle')]);
    assert.deepEqual(lead.errors, []);
  });

  test('the review is closed and opened again', async () => {
    await lead.click('button', 'Review cycle');
    await lead.click('button', 'Close the review');
    await lead.find('dialog', 'Close “Autumn review”?').getByRole('button', {name: 'Close the review'}).click();
    await lead.waitIdle();
    await lead.click('button', 'Open again');
    await lead.find('button', 'Close the review').waitFor();
    assert.deepEqual(lead.errors, []);
  });
});
