// A team edited on two devices, exchanged as a file: previewed, merged, undone, conflicts decided. And a second tab of one device.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';
import {choose, drop, makeFile} from './support/files.mjs';
import {backUp, openFile, visit} from './support/team_files.mjs';

const size = {width: 1200, height: 800};

async function rename(app, name) {
  await visit(app, 'Settings');
  const field = app.find('textbox', 'Name of the team');
  await field.click();
  await app.page.keyboard.press('Control+A');
  await app.page.keyboard.type(name);
  await app.page.keyboard.press('Tab');
  await app.waitIdle();
}

/** Waits for a notice; `role` is alert for a problem. */
const notice = (app, pattern, role = 'status') => app.page.getByRole(role).filter({hasText: pattern}).first().waitFor();

const dialogText = app => app.find('dialog', /^Merge into/).textContent();

describe('a team on two devices (G4)', () => {
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

  test('a file of a team that is not on this device opens as its own team', async () => {
    await here.click('button', 'Create a team');
    await here.type('textbox', 'Name of the team', 'Harbour');
    await here.type('textbox', 'Your name', 'Ada');
    await here.click('button', 'Create the team');
    const file = await backUp(here);
    await choose(there, [file.path], () => there.find('button', 'Open a file').first().click());
    await there.find('button', 'Harbour').waitFor();
    assert.match(await there.pageText(), /“Harbour” opened beside the other teams/);
  });

  test('opening their copy shows what would change, and Cancel changes nothing', async () => {
    await rename(there, 'Harbour South');
    await rename(here, 'Harbour North');
    const file = await backUp(there);
    await openFile(here, file.path);
    const text = await dialogText(here);
    assert.match(text, /From Ada \(last change: today/);
    assert.match(text, /Team: Name of the team/);
    assert.match(text, /Conflict/);
    await here.screenshot('merge-preview');
    await here.click('button', 'Cancel');
    await here.find('button', 'Harbour North').waitFor();
    assert.equal(await here.find('dialog', /^Merge into/).count(), 0);
  });

  test('merging says what it did and can be undone', async () => {
    const file = await backUp(there);
    await openFile(here, file.path);
    await here.click('button', 'Merge');
    await notice(here, /Merged: .*1 conflict to decide/);
    await here.click('button', 'Undo');
    await here.find('button', 'Harbour North').waitFor();
    assert.doesNotMatch(await here.pageText(), /differs between devices/);
    await openFile(here, file.path);
    await here.click('button', 'Merge');
  });

  test('Home lists the conflict, the page shows both sides, one is kept, and that can be undone', async () => {
    await visit(here, 'Home');
    await here.find('button', /^Decide: 1 entry differs between devices/).first().click();
    await here.waitIdle();
    await here.find('heading', 'Conflicts').waitFor();
    const text = await here.pageText();
    assert.match(text, /Harbour North/);
    assert.match(text, /Harbour South/);
    assert.match(text, /Ada · Today/);
    await here.screenshot('conflicts');
    await here.click('button', 'Keep this: “Harbour South” as Name of the team');
    await here.find('button', 'Harbour South').waitFor();
    assert.match(await here.pageText(), /Nothing to decide/);
    await here.click('button', 'Undo');
    assert.match(await here.pageText(), /Harbour North/);
    await here.click('button', 'Keep this: “Harbour North” as Name of the team');
    await here.page.reload();
    await here.waitIdle();
    await here.find('button', 'Harbour North').waitFor();
  });

  test('the other device follows once the file reaches it', async () => {
    const file = await backUp(here);
    await openFile(there, file.path);
    await there.click('button', 'Merge');
    await there.find('button', 'Harbour North').waitFor();
    assert.doesNotMatch(await there.pageText(), /differs between devices/);
  });

  test('a file with nothing new says so', async () => {
    const file = await backUp(there);
    await openFile(here, file.path);
    assert.match(await here.pageText(), /Nothing new in /);
  });

  test('files that are no files of this app are refused by one sentence that names the place', async () => {
    const file = await backUp(here);
    const cases = [
      ['cut.fullcircle', file.text.slice(0, file.text.length / 2), /cut\.fullcircle: The file ends in the middle \(line \d+/],
      ['note.txt', 'Dear all', /note\.txt: This is not a file of this app/],
      ['newer.fullcircle', file.text.replace('"minReader": 1', '"minReader": 9'), /newer\.fullcircle: The file was written by a newer version/],
      ['deep.json', '['.repeat(100000), /deep\.json: /],
      ['recipe.json', '{"format": "fullcircle.recipe", "minReader": 1}', /recipe\.json: This is another kind of file/],
    ];
    for (const [name, text, expected] of cases) {
      await drop(here, [makeFile(name, text)]);
      await notice(here, expected, 'alert');
    }
    await here.find('button', 'Harbour North').waitFor();
    assert.deepEqual(here.errors, []);
  });

  test('a second tab says on every page that it only follows, and "Edit here" makes it the one that edits', async () => {
    const second = await openApp('chromium', {...size, context: here.page.context()});
    await second.find('button', 'Edit here').waitFor();
    for (const page of ['People', 'Goals', 'Settings']) {
      await visit(second, page);
      assert.match(await second.pageText(), /Another tab edits this team/);
      assert.match(await second.pageText(), /Read only in this tab\.?\s+Another tab is editing/, 'the foot of the navigation');
      assert.doesNotMatch(await second.pageText(), /Saved on this device/);
    }
    const fields = await second.page.locator('input, textarea').evaluateAll(all => all.filter(one => one.type !== 'search').map(one => [one.ariaLabel ?? one.labels[0]?.textContent, one.readOnly || one.disabled]));
    assert.ok(fields.length > 2, 'fields to look at');
    assert.deepEqual(fields.filter(([, isLocked]) => !isLocked), []);
    assert.equal(await second.find('button', 'Lead: Ada').isDisabled(), true);
    await second.screenshot('second-tab');
    await second.click('button', 'Edit here');
    await second.waitFor(() => !document.body.innerText.includes('Another tab edits this team'));
    await here.waitFor(() => document.body.innerText.includes('Another tab edits this team'));
    await rename(second, 'Harbour East');
    await here.find('button', 'Harbour East').waitFor();
    await second.page.close();
    await here.waitFor(() => !document.body.innerText.includes('Another tab edits this team'));
  });
});
