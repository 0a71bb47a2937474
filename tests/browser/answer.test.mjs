// Giving feedback without a team: a request file is exported from the sample, opened on a device that knows nothing of the team,
// answered with the keyboard alone, exported, and read in where it came from.
import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {after, before, describe, test} from 'node:test';
import {openWith, recoveryText} from './support/age.mjs';
import {closeAll, openApp} from './support/app.mjs';
import {choose, download, drop, saveOffered} from './support/files.mjs';

/** The file of a request to somebody else that waits for an answer. */
async function exportOneRequest(app) {
  await app.page.getByRole('button', {name: /^Actions for the request to Elena/}).first().click();
  await app.waitIdle();
  return saveOffered(app, () => app.page.getByRole('menuitem', {name: 'Export again'}).click());
}

/** Presses a key until `done` is true; a person who looks for a control with Tab does the same. */
async function pressUntil(app, key, done, most = 40) {
  for (let i = 0; i < most; ++i) {
    if (await done()) return;
    await app.press(key);
  }
  assert.fail(`${key} pressed ${most} times`);
}

/** The accessible name and role of what has the focus. */
function focused(app) {
  return app.page.evaluate(() => {
    const element = document.activeElement;
    return {role: element.getAttribute('role') ?? element.type ?? element.tagName.toLowerCase(),
      name: element.getAttribute('aria-label') ?? element.textContent};
  });
}

async function tabTo(app, name) {
  await pressUntil(app, 'Tab', async () => (await focused(app)).name === name);
}

describe('answering a request file', async () => {
  const lead = await openApp('chromium', {width: 1440, height: 900});
  const rater = await openApp('chromium', {width: 1440, height: 900});
  let request, answer;
  after(async () => {
    await lead.close();
    await rater.close();
    await closeAll();
  });
  before(async () => {
    await lead.click('button', 'Explore the sample');
    await lead.page.evaluate(() => { location.hash = 'requests'; });
    await lead.waitIdle();
    request = await exportOneRequest(lead);
  });

  test('opens on the first question, whoever opens the file', async () => {
    await choose(rater, [request.path], () => rater.find('button', 'Open a file').click());
    const {request: asked} = JSON.parse(request.text);
    assert.match(await rater.pageText(), new RegExp(`Feedback for ${asked?.subjectName ?? ''}`));
    assert.match(await rater.pageText(), /Question 1 of \d+/);
    assert.match(await rater.pageText(), /without your name|with your name/);
    await rater.screenshot('answer-first');
  });

  test('is answered by keyboard alone: figures rate, Ctrl Enter goes on', async () => {
    await rater.press('4');
    assert.equal(await rater.find('radio', '4 Usually').isChecked(), true);
    assert.equal((await focused(rater)).name, '4 Usually');
    await tabTo(rater, 'Situation');
    await rater.page.keyboard.type('Handover on Monday');
    await rater.press('Control+Enter');
    assert.match(await rater.pageText(), /Question 2 of/);
    await rater.press('ArrowRight');
    await pressUntil(rater, 'Control+Enter', async () => /This file contains/.test(await rater.pageText()));
    assert.match(await rater.pageText(), /questions? (is|are) still open/);
    assert.equal((await focused(rater)).name, 'Export answer');
  });

  test('exports a file with the answers, the group and the code, and no names', async () => {
    answer = await download(rater, () => rater.page.keyboard.press('Enter'));
    assert.match(answer.name, /^answer-.*\.fullcircle\.age$/);
    assert.doesNotMatch(answer.text, /Handover/);
    const opened = openWith(await recoveryText(lead), answer.bytes).toString();
    const file = JSON.parse(opened);
    assert.equal(file.answers.length, 2);
    assert.equal(file.answers[0].rating, 4);
    assert.equal(file.comments[0].situation, 'Handover on Monday');
    assert.doesNotMatch(opened, /Lena|Elena|Aisha|Jonas/);
    assert.match(await rater.pageText(), /What to do next/);
  });

  test('the draft is still there after a reload, and the list of requests says that it was exported', async () => {
    await rater.page.reload();
    await rater.waitIdle();
    await rater.page.evaluate(() => { location.hash = 'answer'; });
    await rater.waitIdle();
    assert.match(await rater.pageText(), /Requests for your feedback/);
    assert.match(await rater.pageText(), /Answer exported/);
  });

  test('not even the device that wrote the answer opens it again, and says why', async () => {
    await drop(rater, [answer.path]);
    assert.match(await rater.pageText(), /was encrypted for another device/);
  });

  test('the key of the team\'s device is still there after a reload', async () => {
    const before = await recoveryText(lead);
    await lead.page.reload();
    await lead.waitIdle();
    assert.equal(await recoveryText(lead), before);
  });

  test('the team that asked takes the answer in as new', async () => {
    await lead.page.evaluate(() => { location.hash = 'home'; });
    await lead.waitIdle();
    await choose(lead, [answer.path], () => lead.find('button', 'Open a file').click());
    assert.match(await lead.pageText(), /1\s*new answers/);
    await lead.click('button', 'Show 1 new');
    assert.match(await lead.page.getByRole('row', {name: /^Elena/}).innerText(), /New/);
    assert.deepEqual(lead.errors, []);
    assert.deepEqual(rater.errors, []);
  });
});
