// The main job in browsers that know nothing of each other but the files that go between them: a team from its first run to results
// signed by both sides. Lead, peer and report are three browser profiles; two more raters have their own, one of them in Firefox.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {findViolations} from './support/accessibility.mjs';
import {lockTo, openWith, recoveryText} from './support/age.mjs';
import {closeAll, openApp} from './support/app.mjs';
import {choose, download, downloadAll, drop, exportFile, makeFile, makeFolder, savedFile, saveOffered} from './support/files.mjs';

const desk = {width: 1320, height: 760}, small = {width: 1024, height: 720};
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
  await app.find('textbox', name).focus();
  await app.page.keyboard.press('Control+a');
  await app.page.keyboard.insertText(text);
  await app.press('Tab');
}

async function pick(app, field, option) {
  await app.page.getByRole('button', {name: new RegExp(`^${field}: `)}).click();
  await app.waitIdle();
  await app.click('option', option);
}

/** Gives one mark after the other, with the pointer or with the keys that the page names; the last question is left open. */
async function rate(app, given, by = 'keys') {
  for (const mark of given) {
    if (mark === null) await app.click('checkbox', 'I have not seen this often enough to judge');
    else if (by === 'keys') await app.press(String(mark));
    else await app.page.getByRole('radio', {name: new RegExp(`^${mark} `)}).click();
    if (by === 'keys') await app.press('Control+Enter');
    else await app.click('button', 'Next');
  }
}

const openFile = (app, path) => choose(app, [path], () => app.page.getByRole('button', {name: 'Open a file'}).first().click());
const text = app => app.pageText();
const row = (app, name) => app.page.getByRole('row', {name});

describe('the main job, from an empty page to signed results', () => {
  let lead, peer, report;
  const files = {};
  let secret;  // of the lead's device: opens the answers

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
    await lead.click('button', 'Export 4 requests');
    const list = await lead.textOf('dialog', '4 files');
    assert.match(list, /Whom it is about[^]*Ben Okoye[^]*The questions[^]*Left out, and why[^]*Names of everybody else/);
    const saved = await downloadAll(lead, 4, () => lead.click('button', 'Save file'));
    assert.deepEqual([...saved.keys()].sort(), ['request-Ben-Okoye-Cem-Aydin.fullcircle', 'request-Ben-Okoye-Dia-Rossi.fullcircle',
      'request-Ben-Okoye-Eli-Novak.fullcircle', 'self-review-Ben-Okoye.fullcircle']);
    for (const name of ['Cem', 'Dia', 'Eli']) files[name] = [...saved].find(([file]) => file.includes(`Okoye-${name}`))[1];
    await lead.find('radio', 'Not exported 0').waitFor();
  });

  test('each request carries the key of the lead\'s device, whose recovery text the settings show', async () => {
    secret = await recoveryText(lead);
    files.leadKey = JSON.parse(readFileSync(files.Cem, 'utf8')).leadKey;
    assert.equal(openWith(secret, lockTo(files.leadKey, Buffer.from('ahoy'))).toString(), 'ahoy');
    await go(lead, 'Requests');
  });

  test('a request is withdrawn, and the withdrawal undone', async () => {
    await lead.click('button', 'Actions for the request to Eli Novak');
    await lead.click('menuitem', 'Withdraw');
    await lead.click('button', 'Withdraw');
    await lead.find('radio', 'Waiting 4').waitFor();
    await lead.click('button', 'Undo');
    await lead.find('radio', 'Waiting 5').waitFor();
  });

  test('a peer rates by anchors in their own browser, says what they have not seen, and exports an answer without names', async () => {
    peer = await openApp('chromium', small);
    await openFile(peer, files.Cem);
    assert.match(await text(peer), /Ben Okoye sees this together with at least 2 others, without your name/);
    await peer.type('textbox', 'Situation', 'Release call on Tuesday');
    await peer.type('textbox', 'Behaviour', 'Named the risk first');
    await rate(peer, marks.cem, 'pointer');
    await peer.type('textbox', 'What should Ben Okoye keep doing?', 'Keep announcing releases so calmly');
    await peer.click('button', 'Next');
    assert.match(await text(peer), /Every question has an answer/);
    assert.match(await text(peer), /only the device of Ada Berg can open it/);
    const answer = await download(peer, () => peer.find('button', 'Export answer').first().click());
    files.fromCem = answer.path;
    assert.match(answer.name, /^answer-Ben-Okoye-\w+\.fullcircle\.age$/);
    assert.ok(answer.text.startsWith('age-encryption.org/v1\n'));
    const opened = openWith(secret, answer.bytes).toString();
    const {answers, comments} = JSON.parse(opened);
    assert.deepEqual(answers.map(({rating, notObserved}) => (notObserved ? null : rating)), marks.cem);
    assert.equal(comments[0].behaviour, 'Named the risk first');
    assert.doesNotMatch(opened, /Ben|Cem|Ada/);
  });

  test('the draft is still there after a reload of the peer\'s browser', async () => {
    await peer.page.reload();
    await peer.waitIdle();
    assert.match(await text(peer), /10 of 10 answered|Answer exported/);
    assert.deepEqual(peer.errors, []);
  });

  test('another answers in a browser that has never seen the team', async () => {
    const rater = await openApp('chromium', small);
    await openFile(rater, files.Dia);
    await rate(rater, marks.dia);
    await rater.click('button', 'Next');
    files.fromDia = (await download(rater, () => rater.find('button', 'Export answer').first().click())).path;
    assert.deepEqual(rater.errors, []);
    await rater.close();
  });

  test('Firefox: first run, an edit, saved, reloaded, and a request file answered beside the own team', async () => {
    const downloads = makeFolder();
    const rater = await openApp('firefox', {...small, downloads});
    try {
      await rater.click('button', 'Create a team');
      await rater.type('textbox', 'Name of the team', 'Design');
      await rater.type('textbox', 'Your name', 'Eli Novak');
      await rater.click('button', 'Create the team');
      await rater.click('button', 'Add person');
      await rater.type('textbox', 'Name', 'Finn Dahl');
      await rater.click('button', 'Add');
      await rater.page.reload();
      await rater.waitIdle();
      assert.match(await text(rater), /Finn Dahl/);
      await drop(rater, [files.Eli]);
      await rate(rater, marks.eli);
      await rater.press('Control+Enter');
      assert.match(await text(rater), /9 of 10 answered/);
      await rater.click('button', 'Export answer');
      files.fromEli = await savedFile(downloads, /^answer-.*\.fullcircle\.age$/);
      assert.deepEqual(rater.errors, []);
    } finally {
      await rater.close();
    }
  });

  test('Ben opens his own file: Home names him and what is his to do', async () => {
    await go(lead, 'Home');
    const saved = await exportFile(lead, 'Export file: Ben Okoye has 2 goals to agree');
    report = await openApp('chromium', small);
    await openFile(report, saved.path);
    const home = await text(report);
    assert.match(home, /Good (morning|afternoon|evening), Ben/);
    assert.match(home, /2 goals wait for your yes/);
    assert.match(home, /Write your self-review/);
    assert.deepEqual(await findViolations(report), []);
    assert.doesNotMatch(saved.text, /Named the risk first|cem@example\.org/);
  });

  test('Ben agrees his goals, writes his self-review and exports his file', async () => {
    await report.click('button', 'Read: 2 goals wait for your yes');
    await report.click('button', 'Agree');
    await go(report, 'Home');
    await report.click('button', 'Read: 1 goal waits for your yes');
    await report.click('button', 'Agree');
    await go(report, 'Home');
    await report.click('button', 'Write: Write your self-review');
    await rate(report, marks.self);
    await report.click('button', 'Next');
    await report.click('button', 'Finish self-review');
    assert.match(await text(report), /Give your file to Ada Berg/);
    files.fromBen = (await exportFile(report, 'Export my file')).path;
    assert.deepEqual(report.errors, []);
  });

  test('the lead answers in place, without a file', async () => {
    await go(lead, 'Requests');
    await lead.click('button', 'Actions for the request to Ada Berg');
    await lead.click('menuitem', 'Answer here');
    await rate(lead, marks.manager);
    await lead.click('button', 'Next');
    await lead.find('button', 'Hand in').first().click();
    await lead.waitIdle();
    await lead.click('button', 'Done');
    await go(lead, 'Requests');
    assert.match(await text(lead), /1 of 5/);
  });

  const dropped = () => [
    files.fromCem, files.fromDia, files.fromEli, files.fromBen,
    {name: 'the-same-again.fullcircle', text: openWith(secret, readFileSync(files.fromCem))},
    {name: 'with-another-mark.fullcircle.age',
      text: lockTo(files.leadKey, openWith(secret, readFileSync(files.fromEli)).toString().replace('"rating": 3', '"rating": 1'))},
    {name: 'cut-off.fullcircle.age', text: readFileSync(files.fromEli).subarray(0, -40)},
  ];

  test('all files are dropped at once: new, known, late, altered and broken ones are told apart', async () => {
    await drop(lead, dropped());
    const outcome = await lead.page.getByRole('region', {name: /files merged/}).innerText();
    assert.match(outcome, /4\s*new answers/);
    assert.match(outcome, /1\s*already there/);
    assert.match(outcome, /new, after the due date/);
    assert.match(outcome, /2\s*not counted/);
    assert.match(outcome, /Changed after it was exported: not counted/);
    assert.match(outcome, /Cannot be read: /);
    assert.deepEqual(await findViolations(lead), []);
    assert.match(await text(lead), /5 of 5/);
  });

  test('the merge is taken back as one, whatever was done since, and done again', async () => {
    await go(lead, 'People');
    await lead.click('button', 'Add person');
    await lead.type('textbox', 'Name', 'Gus Holm');
    await lead.click('button', 'Add');
    await go(lead, 'Requests');
    await lead.click('button', 'Undo merge');
    assert.match(await text(lead), /1 of 5/);
    await go(lead, 'People');
    assert.equal(await row(lead, /^Gus Holm/).count(), 1);
    await go(lead, 'Requests');
    await drop(lead, dropped());
    assert.match(await text(lead), /5 of 5/);
    await lead.page.reload();
    await lead.waitIdle();
    assert.match(await text(lead), /5 of 5/);
    assert.deepEqual(lead.errors, []);
  });

  test('the numbers can be followed by hand: goals, rater groups, parts, the overall and its label', async () => {
    await go(lead, 'Home');
    assert.match(await text(lead), /Read and release the result of Ben Okoye/);
    await lead.click('button', 'Open: Read and release the result of Ben Okoye');
    const page = await text(lead);
    // Manager 3, peers (4 + 5 + 3) / 3 = 4, weighed alike: 3.5. Two peers saw "Customer focus": too few, so the manager's 4 stands alone.
    assert.match(page, /Communication: Self 5\.0, Manager 3\.0, Peers 4\.0/);
    assert.match(page, /Customer focus: Self 4\.0, Manager 4\.0, Peers –/);
    assert.match(page, /Communication · Gap \+1\.5/);
    // 0.75 at weight 60 and 0.8 at weight 40 are 0.77, on the scale from 1 to 5: 4.08.
    assert.match(page, /Goals 4\.1/);
    // (3.5 + 3.5 + 4 + 4.5 + 4 + 3) / 6 = 3.75 and (4 + 3.5 + 4) / 3 = 3.8333; 0.5 · 4.08 + 0.4 · 3.75 + 0.1 · 3.8333 = 3.9233.
    assert.match(page, /3\.75\s*40\s*40\.0%/);
    assert.match(page, /3\.8333\s*10\s*10\.0%/);
    assert.match(page, /Overall 3\.92/);
    assert.match(page, /Overall · Usually/);
    assert.match(page, /3\.923333333 becomes 3\.92/);
    assert.match(page, /“Keep announcing releases so calmly”/);
  });

  test('each number opens into its terms', async () => {
    await lead.click('button', 'All terms of the overall rating');
    const terms = lead.page.getByRole('dialog', {name: 'Overall: 3.92'});
    await terms.getByRole('button', {name: 'Goals 4.08'}).click();
    await lead.waitIdle();
    await terms.getByRole('button', {name: /^Attainment of goals/}).click();
    await lead.waitIdle();
    const goals = await terms.innerText();
    assert.match(goals, /Ship 8 releases[^]*75%?[^]*60/);
    assert.match(goals, /Halve the open defects[^]*80%?[^]*40/);
    await lead.click('button', 'Close');
  });

  test('the result is released and taken back', async () => {
    await lead.find('button', 'Release to Ben Okoye').first().click();
    await lead.waitIdle();
    await lead.click('button', 'Release');
    await lead.click('button', 'Take the release back');
    assert.match(await text(lead), /Only leads see this until it is released/);
  });

  test('the result is released before it is printed; then it is saved as a table too', async () => {
    await lead.page.evaluate(() => { globalThis.print = () => { globalThis.printed = document.getElementById('print').shadowRoot.textContent; }; });
    await lead.click('button', 'Export');
    await lead.click('menuitem', 'Print');
    await lead.click('button', 'Cancel');
    await lead.waitIdle();
    assert.equal(await lead.page.evaluate(() => globalThis.printed), undefined);
    await lead.click('button', 'Export');
    await lead.click('menuitem', 'Print');
    await lead.click('button', 'Release and export');
    await lead.waitFor(() => globalThis.printed);
    assert.match(await lead.page.evaluate(() => globalThis.printed), /Review of Ben Okoye, Autumn review/);
    await lead.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await lead.click('button', 'Export');
    const table = await saveOffered(lead, () => lead.find('menuitem', 'Figures as a table (CSV)').click());
    assert.match(table.text, /Communication,5,3,4,3\.5,1\.5/);
    assert.doesNotMatch(await text(lead), /Take the release back/);
    assert.deepEqual(lead.errors, []);
    await go(lead, 'Home');
    await lead.click('button', 'Open: Hold the conversation with Ben Okoye');
  });

  test('the conversation keeps both sides\' words and turns what was agreed into a goal and an action of the plan', async () => {
    await lead.type('textbox', 'Ben Okoye, in own words', 'I want to lead a release myself');
    await lead.type('textbox', 'Ada Berg, in own words', 'Calm in every release');
    await lead.click('button', 'Done, next point');
    await lead.click('button', 'Agree and sign');
    await lead.page.reload();   // stays at this point, with what was said
    await lead.waitIdle();
    for (const [action, target] of [['Lead the January release', 'Goal'], ['Practise saying the main point first', 'Plan']]) {
      await lead.click('button', 'Add an action');
      await lead.type('textbox', 'Action', action);
      await pick(lead, 'Goes to', target);
      await lead.click('button', 'Add');
    }
    await lead.find('button', 'Goal: Lead the January release').waitFor();
    await lead.find('button', 'Plan: Practise saying the main point first').waitFor();
  });

  async function sign(app, name) {
    await app.click('button', `Sign as ${name}`);
    await app.click('checkbox', `I am ${name} and sign for myself`);
    await app.click('button', 'Sign');
  }

  test('the lead signs, and Ben signs in his own browser what his file brought', async () => {
    await sign(lead, 'Ada Berg');
    assert.deepEqual(await findViolations(lead), []);
    const saved = await exportFile(lead, 'Export the file for Ben Okoye');
    await drop(report, [saved.path]);
    assert.doesNotMatch(await report.find('dialog', /^Merge into/).textContent(), /\d conflict/, 'his copy is only older');
    await report.click('button', 'Merge');
    await report.click('button', 'Open: Read your result and sign');
    assert.match(await text(report), /3\.92/);
    await report.find('button', 'Read on and sign').first().click();
    await report.waitIdle();
    assert.equal(await report.find('button', 'Sign as Ada Berg').count(), 0, 'nobody signs for the other side on this device');
    await sign(report, 'Ben Okoye');
    files.signed = (await exportFile(report, 'Export my file')).path;
    assert.deepEqual(report.errors, []);
  });

  test('his signature comes back in his file, and the review is signed by both', async () => {
    await drop(lead, [files.signed]);
    await go(lead, 'Conversations');
    assert.match(await row(lead, /^Ben Okoye/).innerText(), /Signed by both/);
  });

  test('the development plan shows what was agreed and is agreed itself', async () => {
    await go(lead, 'Home');
    await lead.click('button', 'Open: Agree the development plan of Ben Okoye');
    assert.match(await text(lead), /Practise saying the main point first/);
    assert.equal(await lead.find('heading', 'Communication').count(), 1, 'the widest gap is a focus already');
    await lead.click('button', 'Agree the plan');
    assert.doesNotMatch(await text(lead), /Not agreed yet/);
    await go(lead, 'Home');
    assert.match(await text(lead), /Close the review/);
  });

  test('the review is closed, and could be opened again', async () => {
    await lead.click('button', 'Open: Close the review');
    await lead.click('button', 'Close the review');
    await lead.page.getByRole('dialog').getByRole('button', {name: 'Close the review'}).click();
    await lead.waitIdle();
    await lead.find('button', 'Open again').waitFor();
  });

  test('after a reload everything is there', async () => {
    await lead.page.reload();
    await lead.waitIdle();
    await go(lead, 'Goals');
    for (const goal of ['Ship 8 releases', 'Halve the open defects', 'Lead the January release']) await row(lead, new RegExp(goal)).waitFor();
    await go(lead, '360° results');
    assert.match(await row(lead, /^Ben Okoye/).innerText(), /3\.92/);
    await go(lead, 'Requests');
    assert.match(await text(lead), /5 of 5/);
    await go(lead, 'Conversations');
    assert.match(await row(lead, /^Ben Okoye/).innerText(), /Signed by both/);
    await row(lead, /^Ben Okoye/).click();
    await lead.waitIdle();
    await lead.click('button', 'Arrive and aim');
    assert.equal(await lead.valueOf('textbox', 'Ben Okoye, in own words'), 'I want to lead a release myself');
    await lead.click('button', 'Save and close');
    await go(lead, 'Development plans');
    assert.match(await row(lead, /^Ben Okoye/).innerText(), /0 of 1/);
    assert.deepEqual(lead.errors, []);
  });
});
