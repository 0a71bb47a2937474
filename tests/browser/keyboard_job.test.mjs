// F12: a whole small review by the keyboard alone, in browsers of their own: no pointer, and after every step the focus is somewhere.
// What is chosen in the browser's own file dialog is not the page's.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';
import {download, downloadAll} from './support/files.mjs';
import {chooseBy, enter, goTo, hasPlace, pick, place, press, toRow, walkTo, write} from './support/keyboard.mjs';

const desk = {width: 1280, height: 720};

describe('a review by keyboard alone', () => {
  let lead, rater, report;
  const files = {};

  before(async () => {
    lead = await openApp('chromium', desk);
  });
  after(async () => {
    for (const app of [lead, rater, report]) await app?.close();
    await closeAll();
  });

  test('a team is created, and Escape on the way gives the focus back', async () => {
    await enter(lead, 'button', 'Create a team');
    assert.equal((await place(lead)).role, 'textbox', 'the dialog begins in its first field');
    await press(lead, 'Escape');
    assert.deepEqual(await place(lead), {role: 'button', name: 'Create a team'});
    await press(lead, 'Enter');
    await write(lead, 'Name of the team', 'Harbour');
    await write(lead, 'Your name', 'Ada Berg');
    await press(lead, 'Enter');
    if (await lead.find('button', 'Create the team').count()) await enter(lead, 'button', 'Create the team');
    await lead.find('heading', 'People').waitFor();
    await hasPlace(lead, 'creating the team');
  });

  test('people are added one after the other', async () => {
    for (const name of ['Ben Okoye', 'Cem Aydin']) {
      await enter(lead, 'button', 'Add person');
      await write(lead, 'Name', name);
      await press(lead, 'Control+Enter');
      assert.deepEqual(await place(lead), {role: 'button', name: 'Add person'}, 'the focus is back on the button');
    }
  });

  test('several people are selected with Space and Shift, given a department, and the selection ends with Escape', async () => {
    await walkTo(lead, 'row', /^Ada Berg/);
    await press(lead, 'ArrowDown');
    await press(lead, 'Space');
    await press(lead, 'Shift+ArrowDown');
    assert.equal(await lead.page.getByText('2 selected').count(), 1);
    await walkTo(lead, 'button', 'Department', 'Shift+Tab');
    await press(lead, 'Enter');
    await write(lead, 'Department', 'Yard');
    await press(lead, 'Control+Enter');
    await goTo(lead, 'People');
    await toRow(lead, /^Ben Okoye/);
    await press(lead, 'Space');
    await press(lead, 'Escape');
    assert.equal(await lead.page.getByText('1 selected').count(), 0);
    assert.match((await place(lead)).name, /^Ben Okoye/);
  });

  test('the menu of a row is reached with Tab, and Escape leads back to its button', async () => {
    await toRow(lead, /^Cem Aydin/);
    await walkTo(lead, 'button', 'Actions for Cem Aydin');
    await press(lead, 'Enter');
    assert.equal((await place(lead)).role, 'menuitem');
    await press(lead, 'Escape');
    assert.deepEqual(await place(lead), {role: 'button', name: 'Actions for Cem Aydin'});
  });

  test('a goal is written and agreed', async () => {
    await goTo(lead, 'Goals');
    await enter(lead, 'button', 'New goal');
    await write(lead, 'Title', 'Ship 8 releases');
    await pick(lead, 'Owner', 'Ben Okoye');
    await write(lead, 'Target', '8');
    await press(lead, 'Control+Enter');
    await lead.find('heading', 'Ship 8 releases').waitFor();
    await enter(lead, 'button', 'Agree');
  });

  test('a number beyond its limits is named, and keeps the dialog open', async () => {
    await goTo(lead, 'Goals');
    await enter(lead, 'button', 'New goal');
    await write(lead, 'Title', 'Nothing');
    await write(lead, 'Weight in percent', '4000');
    await press(lead, 'Control+Enter');
    assert.equal((await place(lead)).name, 'Weight in percent');
    assert.match(await lead.pageText(), /A number from 0 to 1,000 is needed here\./);
    await write(lead, 'Weight in percent', '40');
    assert.doesNotMatch(await lead.pageText(), /is needed here/);
    await press(lead, 'Escape');
    await enter(lead, 'button', 'Discard');
  });

  test('a wrong date is named, and keeps the dialog open', async () => {
    await goTo(lead, 'People');
    await toRow(lead, /^Ben Okoye/);
    await enter(lead, 'button', 'Add person');
    await write(lead, 'Name', 'Nobody');
    await write(lead, 'Joined', '31.2.');
    await press(lead, 'Control+Enter');
    assert.equal((await place(lead)).name, 'Joined');
    assert.match(await lead.pageText(), /This is not a date\. Write it like/);
    await write(lead, 'Joined', '1/2');
    await press(lead, 'Control+Enter');
    assert.deepEqual(await place(lead), {role: 'button', name: 'Add person'});
    assert.equal(await lead.page.getByRole('row', {name: /^Nobody/}).count(), 1, 'saved from the field that is right now');
    await press(lead, 'Control+z');
    assert.equal(await lead.page.getByRole('row', {name: /^Nobody/}).count(), 0);
  });

  test('what was typed is not given up without a question', async () => {
    await press(lead, 'Enter');
    await write(lead, 'Name', 'Nobody');
    await press(lead, 'Escape');
    await enter(lead, 'button', 'Discard');
    assert.deepEqual(await place(lead), {role: 'button', name: 'Add person'});
  });

  test('a review is set up with its raters and started', async () => {
    await goTo(lead, 'Review cycle');
    await pick(lead, 'Add a participant', 'Ben Okoye');
    await toRow(lead, /^Ben Okoye/);
    await press(lead, 'Enter');
    assert.equal((await lead.page.getByRole('dialog').count()), 1, 'the raters of Ben');
    assert.match(await lead.pageText(), /Cem Aydin/);
    await enter(lead, 'button', 'Done');
    assert.match((await place(lead)).name, /^Ben Okoye/, 'the row has the focus again');
    await enter(lead, 'button', 'Start the review');
    await lead.find('heading', 'Requests and responses').waitFor();
  });

  test('the requests are saved as files', async () => {
    await walkTo(lead, 'button', /^Export \d requests$/);
    const count = Number(/\d/.exec((await place(lead)).name)[0]);
    await press(lead, 'Enter');
    await walkTo(lead, 'button', 'Save file');
    const saved = await downloadAll(lead, count, () => lead.page.keyboard.press('Enter'));
    files.request = [...saved].find(([name]) => name.includes('Cem-Aydin'))[1];
    await hasPlace(lead, 'exporting');
  });

  test('the rater opens the file, answers and exports the answer', async () => {
    rater = await openApp('chromium', desk);
    await chooseBy(rater, 'Open a file', files.request);
    assert.match(await rater.pageText(), /Question 1 of/);
    for (let question = 0; question < 9; ++question) {
      await press(rater, String(3 + question % 3));
      await press(rater, 'Control+Enter');
    }
    await press(rater, 'Control+Enter');
    await walkTo(rater, 'button', 'Export answer');
    files.answer = (await download(rater, () => rater.page.keyboard.press('Enter'))).path;
    await hasPlace(rater, 'exporting the answer');
    assert.deepEqual(rater.errors, []);
  });

  test('the lead answers in place and takes the answer in', async () => {
    await walkTo(lead, 'button', 'Actions for the request to Ada Berg');
    await press(lead, 'Enter');
    await walkTo(lead, 'menuitem', 'Answer here', 'ArrowDown');
    await press(lead, 'Enter');
    for (let question = 0; question < 9; ++question) {
      await press(lead, '4');
      await press(lead, 'Control+Enter');
    }
    await press(lead, 'Control+Enter');
    await enter(lead, 'button', 'Hand in');
    await goTo(lead, 'Requests');
    await chooseBy(lead, 'Choose files', files.answer);
    await hasPlace(lead, 'choosing files');
    assert.match(await lead.pageText(), /1\s*new answers/);
  });

  test('the result is read, opened into its terms, and released', async () => {
    await goTo(lead, '360° results');
    await toRow(lead, /^Ben Okoye/);
    await press(lead, 'Enter');
    await lead.find('heading', 'Ben Okoye').first().waitFor();
    await enter(lead, 'button', 'All terms of the overall rating');
    await press(lead, 'Escape');
    assert.equal((await place(lead)).name, 'All terms of the overall rating');
    await walkTo(lead, 'button', 'Release to Ben Okoye');
    await press(lead, 'Enter');
    await enter(lead, 'button', 'Release');
    assert.match(await lead.pageText(), /Take the release back/);
  });

  test('the conversation is written down, an action agreed, and signed', async () => {
    await goTo(lead, 'Conversations');
    await toRow(lead, /^Ben Okoye/);
    await press(lead, 'Enter');
    await write(lead, 'Ben Okoye, in own words', 'I want to lead a release');
    await write(lead, 'Ada Berg, in own words', 'Calm in every release');
    await enter(lead, 'button', 'Agree and sign');
    await enter(lead, 'button', 'Add an action');
    await write(lead, 'Action', 'Lead the January release');
    await pick(lead, 'Goes to', 'Plan');
    await press(lead, 'Control+Enter');
    await sign(lead, 'Ada Berg');
    files.member = await exportBy(lead, 'Export the file for Ben Okoye');
    await hasPlace(lead, 'exporting the file');
  });

  /** What is in the file is shown first. */
  async function exportBy(app, button) {
    await enter(app, 'button', button);
    await walkTo(app, 'button', 'Save file');
    return (await download(app, () => app.page.keyboard.press('Enter'))).path;
  }

  async function sign(app, name) {
    await enter(app, 'button', `Sign as ${name}`);
    await walkTo(app, 'checkbox', `I am ${name} and sign for myself`);
    await press(app, 'Space');
    await enter(app, 'button', 'Sign');
  }

  test('Ben opens his file, signs, and his signature comes back', async () => {
    report = await openApp('chromium', desk);
    await chooseBy(report, 'Open a file', files.member);
    await enter(report, 'button', 'Open: Read your result and sign');
    await enter(report, 'button', 'Read on and sign');
    await sign(report, 'Ben Okoye');
    files.signed = await exportBy(report, 'Export my file');
    await goTo(lead, 'Home');
    await chooseBy(lead, 'Open a file', files.signed);
    await goTo(lead, 'Conversations');
    await toRow(lead, /^Ben Okoye.*Signed by both/);
    assert.deepEqual(report.errors, []);
  });

  test('the plan that was agreed on is there, is agreed, and survives a reload', async () => {
    await goTo(lead, 'Development plans');
    await toRow(lead, /^Ben Okoye/);
    await press(lead, 'Enter');
    assert.match(await lead.pageText(), /Lead the January release/);
    await enter(lead, 'button', 'Agree the plan');
    await lead.page.reload();
    await lead.waitIdle();
    assert.match(await lead.pageText(), /Lead the January release/);
    assert.deepEqual(lead.errors, []);
  });
});
