// The main job in browsers that know nothing of each other but the files that go between them: a team from its first run to results
// signed by both sides. Lead, peer and report are three browser profiles; two more raters have their own, one of them in Firefox.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';
import {choose, download, downloadAll, drop, makeFile} from './support/files.mjs';

const desk = {width: 1440, height: 900};
const dayMs = 86_400_000;

/** A day from today as the fields show it. */
function day(fromToday) {
  const [year, month, date] = new Date(Date.now() + fromToday * dayMs).toISOString().slice(0, 10).split('-');
  return `${date}/${month}/${year}`;
}

const people = [
  'name,email,role,manager',
  'Ada Berg,ada@example.org,Team lead,',
  'Ben Okoye,ben@example.org,Engineer,Ada Berg',
  'Cem Aydin,cem@example.org,Engineer,Ada Berg',
  'Dia Rossi,dia@example.org,Engineer,Ada Berg',
  'Eli Novak,eli@example.org,Designer,Ada Berg',
  'Nobody,not-an-address,Engineer,Ada Berg',
].join('\n');

// Six competencies, then three values; null: not seen often enough to judge.
const marks = {
  manager: [3, 4, 4, 4, 4, 3, 4, 3, 4],
  cem: [4, 3, 4, 5, null, 3, 4, 4, 4],
  dia: [5, 4, 4, 5, 4, 3, 5, 4, 3],
  eli: [3, 2, 4, 5, 5, 3, 3, 4, 5],
  self: [5, 3, 4, 5, 4, 4, 5, 4, 4],
};

async function go(app, page) {
  await app.page.getByRole('navigation', {name: 'Main navigation'}).getByRole('button', {name: new RegExp(`^${page}`)}).click();
  await app.waitIdle();
}

async function fill(app, name, text) {
  await app.find('textbox', name).click();
  await app.press('Control+a');
  await app.page.keyboard.type(text);
  await app.press('Tab');
}

async function pick(app, field, option) {
  await app.page.getByRole('button', {name: new RegExp(`^${field}: `)}).click();
  await app.waitIdle();
  await app.click('option', option);
}

/** Gives one mark after the other, the last question left open. */
async function rate(app, given) {
  for (const mark of given) {
    if (mark === null) await app.click('checkbox', 'I have not seen this often enough to judge');
    else await app.page.getByRole('radio', {name: new RegExp(`^${mark} `)}).click();
    await app.waitIdle();
    await app.click('button', 'Next');
  }
}

const openFile = (app, path) => choose(app, [path], () => app.page.getByRole('button', {name: 'Open a file'}).first().click());
const text = app => app.pageText();
const row = (app, name) => app.page.getByRole('row', {name});

describe('the main job, from an empty page to signed results', () => {
  let lead, peer, report;
  const files = {};

  before(async () => {
    lead = await openApp('chromium', desk);
  });
  after(async () => {
    for (const app of [lead, peer, report]) await app?.close();
    await closeAll();
  });

  test('a lead creates a team, and Home says what comes next', async () => {
    await lead.click('button', 'Create a team');
    await lead.type('textbox', 'Name of the team', 'Harbour');
    await lead.type('textbox', 'Your name', 'Ada Berg');
    await lead.click('button', 'Create the team');
    await go(lead, 'Home');
    assert.match(await text(lead), /Add the people of the team/);
    await lead.click('button', 'Import: Add the people of the team');
  });

  test('people come from a list, after a preview that names the row that cannot be taken', async () => {
    await choose(lead, [makeFile('people.csv', people)], () => lead.find('button', 'Choose a file').click());
    const preview = await lead.textOf('dialog', 'Import people');
    assert.match(preview, /4 new people · 1 changed · 0 unchanged/);
    assert.match(preview, /Ben Okoye/);
    assert.match(preview, /not-an-address/);
    await lead.click('button', 'Import 5 people');
    assert.equal(await row(lead, /^Ben Okoye Engineer Ada Berg/).count(), 1);
    assert.equal(await row(lead, /^Nobody/).count(), 0);
  });

  test('goals are written with figures, start, target, weight and date, and agreed by the lead', async () => {
    await go(lead, 'Home');
    await lead.click('button', 'New goal: Write the first goals');
    for (const goal of [{title: 'Ship 8 releases', kind: 'Higher is better', start: '0', target: '8', unit: 'releases', weight: '60', now: '6'},
      {title: 'Halve the open defects', kind: 'Lower is better', start: '20', target: '10', unit: 'defects', weight: '40', now: '12'}]) {
      if (goal.now === '12') await lead.click('button', 'New goal');
      await fill(lead, 'Title', goal.title);
      await pick(lead, 'Owner', 'Ben Okoye');
      await pick(lead, 'Kind', goal.kind);
      for (const [field, value] of [['Start value', goal.start], ['Target', goal.target], ['Unit', goal.unit], ['Weight in percent', goal.weight], ['Due', day(27)]])
        await fill(lead, field, value);
      await lead.click('button', 'Save goal');
      await lead.click('button', 'Agree');
      await lead.click('button', 'Add a value');
      await lead.type('textbox', 'Value', goal.now);
      await lead.click('button', 'Save');
    }
    const detail = await lead.page.getByRole('complementary').innerText();
    assert.match(detail, /Waiting for Ben Okoye/);
    assert.doesNotMatch(detail, /Supports/, 'a goal of the same person is no part of the other');
  });

  test('a review is set up: what is missing is said, raters are suggested, and one is left for later', async () => {
    await go(lead, 'Home');
    await lead.click('button', 'Set up: Set up a review');
    await lead.click('button', 'Start the review');
    assert.match(await text(lead), /Add the people this review is about/);
    await pick(lead, 'Add a participant', 'Ben Okoye');
    await row(lead, /^Ben Okoye/).click();
    await lead.waitIdle();
    await lead.click('button', 'Do not ask Dia Rossi');
    assert.match(await lead.textOf('dialog', 'Raters for Ben Okoye'), /fewer than 3 people/);
    await lead.click('button', 'Done');
    await lead.click('button', 'Start the review');
    await lead.find('heading', 'Requests and responses').waitFor();
  });

  test('one more rater is asked, with a day of their own', async () => {
    await lead.click('button', 'Ask for feedback');
    await pick(lead, 'About whom', 'Ben Okoye');
    await pick(lead, 'Add a rater', 'Dia Rossi');
    await fill(lead, 'Answer until', day(-1));
    await lead.click('button', 'Ask 1 person');
    assert.match(await text(lead), /0 of 5/);
  });

  test('all requests are saved at once: for each rater and for Ben himself, none for the lead', async () => {
    const saved = await downloadAll(lead, 4, () => lead.click('button', 'Export 4 requests'));
    assert.deepEqual([...saved.keys()].sort(), ['request-Ben-Okoye-Ben-Okoye.fullcircle', 'request-Ben-Okoye-Cem-Aydin.fullcircle',
      'request-Ben-Okoye-Dia-Rossi.fullcircle', 'request-Ben-Okoye-Eli-Novak.fullcircle']);
    for (const name of ['Ben', 'Cem', 'Dia', 'Eli']) files[name] = [...saved].find(([file]) => file.includes(`Okoye-${name}`))[1];
    await lead.find('radio', 'Not exported 0').waitFor();
  });
});
