// A result that one lead handed out, and another took back who did not know: what is out stays, and both see why.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';
import {choose, saveOffered} from './support/files.mjs';
import {backUp, openFile, visit} from './support/team_files.mjs';

const size = {width: 1440, height: 900};

async function openResult(app, person) {
  await visit(app, '360° results');
  await app.find('row', new RegExp(`^${person} `)).click();
  await app.waitIdle();
}

async function savePage(app) {
  await app.click('button', 'Export');
  return saveOffered(app, () => app.find('menuitem', 'Report as a page (HTML)').click());
}

describe('a result that is out (G2)', () => {
  let here, there;

  before(async () => {
    here = await openApp('chromium', size);
    there = await openApp('chromium', size);
  });
  after(async () => {
    await here?.close();
    await there?.close();
    await closeAll();
  });

  test('stays what goes out after another lead took it back', async () => {
    await here.click('button', 'Explore the sample');
    await openResult(here, 'Mara');
    await here.find('button', 'Release to Mara').first().click();
    await here.click('button', 'Release');
    await here.find('button', 'Take the release back').waitFor();
    const copy = await backUp(here);
    await choose(there, [copy.path], () => there.find('button', 'Open a file').first().click());
    await there.find('button', 'Northside').waitFor();
    await openResult(here, 'Mara');
    const first = await savePage(here);
    await openResult(there, 'Mara');
    await there.click('button', 'Take the release back');
    const taken = await backUp(there);
    await openFile(here, taken.path);
    await here.click('button', 'Merge');
    await here.page.getByRole('status').filter({hasText: 'The result of Mara was out already when another device changed its release'}).waitFor();
    await here.screenshot('handed-out-stays');
    await here.click('button', 'Show');
    await here.find('heading', 'Mara').waitFor();
    assert.match(await here.pageText(), /Released /);
    assert.equal(await here.find('button', 'Take the release back').count(), 0);
    const again = await savePage(here);
    assert.equal(again.text, first.text);
  });

  test('stays on the device of the other lead, too', async () => {
    const back = await backUp(here);
    await openFile(there, back.path);
    await there.click('button', 'Merge');
    await openResult(there, 'Mara');
    assert.match(await there.pageText(), /Released /);
    assert.equal(await there.find('button', 'Take the release back').count(), 0);
  });
});
