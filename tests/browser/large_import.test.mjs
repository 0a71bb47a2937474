// Much at once: a file that would delete more than a tenth of a team, and three hundred answers dropped together.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';
import {drop} from './support/files.mjs';

const program = process.env.FULLCIRCLE ?? 'build/native/fullcircle';
const folder = mkdtempSync(join(tmpdir(), 'large-import-'));
const run = (...words) => execFileSync(program, words, {encoding: 'utf8'});

after(async () => {
  await closeAll();
  rmSync(folder, {recursive: true});
});

const make = (name, ...options) => {
  const path = join(folder, name);
  run('sample', '-o', path, ...options);
  return path;
};
const open = async path => {
  const app = await openApp('chromium', {width: 1320, height: 900});
  await drop(app, [path]);
  await app.page.getByRole('navigation', {name: 'Main navigation'}).waitFor();
  await app.waitIdle();
  return app;
};
const go = async (app, hash) => {
  await app.page.evaluate(to => { location.hash = to; }, hash);
  await app.waitIdle();
};

/** The team's file as another device would have it that deleted so much of a kind. */
function deleteElsewhere(text, kind, share) {
  const team = JSON.parse(text);
  const id = 'c0ffee0000000002';
  if (team.actors.at(-1).id !== id) team.actors.push({id, name: 'Samir', named: `${team.actors.length} ${Date.now()}`});
  const actor = team.actors.length - 1;
  const records = team.records[kind].filter(record => typeof record._t === 'string');
  const gone = records.slice(0, Math.floor(records.length * share));
  for (const record of gone) record._life = [{erase: [record._t], t: `${actor} ${Date.now()}`}];
  return {text: JSON.stringify(team), gone: gone.map(one => one.id)};
}

describe('a file that deletes much', () => {
  const dialog = app => app.page.getByRole('dialog', {name: /^Merge into/});
  const merge = app => dialog(app).getByRole('button', {name: 'Merge', exact: true});

  test('is merged only after the box is ticked that says how many, and is undone in one step', async () => {
    const path = make('team.fullcircle');
    const text = readFileSync(path, 'utf8');
    const app = await open(path);
    await go(app, 'goals');
    assert.match(await app.pageText(), /Keep customers for the long term/);
    const {text: few, gone: one} = deleteElsewhere(text, 'checkIns', 0.05);
    assert.ok(one.length > 0);
    await drop(app, [{name: 'few.fullcircle', text: few}]);
    await dialog(app).waitFor({state: 'attached'});  // its frame is drawn by the program
    assert.equal(await merge(app).isEnabled(), true, 'few');
    assert.equal(await dialog(app).getByRole('checkbox').count(), 0);
    await app.click('button', 'Cancel');

    const all = ['progressPoints', 'checkIns', 'goals'].reduce((so, kind) => {
      const {text, gone} = deleteElsewhere(so.text, kind, 1);
      return {text, count: so.count + gone.length};
    }, {text, count: 0});
    await drop(app, [{name: 'many.fullcircle', text: all.text}]);
    await dialog(app).waitFor({state: 'attached'});  // its frame is drawn by the program
    assert.match(await dialog(app).innerText(), /more than a tenth of the team/);
    assert.equal(await merge(app).isEnabled(), false, 'before it is ticked');
    await merge(app).click({force: true});
    await app.waitIdle();
    assert.equal(await dialog(app).count(), 1);
    await app.click('checkbox', `Yes, delete ${all.count.toLocaleString('en')} entries`);
    assert.equal(await merge(app).isEnabled(), true, 'ticked');
    await app.screenshot('merge-vanishing');
    await merge(app).click();
    await app.waitIdle();
    await go(app, 'goals');
    assert.doesNotMatch(await app.pageText(), /Keep customers for the long term/);
    await go(app, 'settings//storage');
    await app.find('button', 'Undo the merge').or(app.find('button', 'Undo')).first().click();
    await app.waitFor(() => document.body.innerText.includes('Merge undone'));
    await go(app, 'goals');
    await app.waitFor(() => document.body.innerText.includes('Keep customers for the long term'));
    assert.deepEqual(app.errors, []);
    await app.close();
  });
});

describe('G1: three hundred answers at once', () => {
  test('each is counted; one altered, withdrawn, unknown and already there are named', {timeout: 240_000}, async context => {
    const path = make('large.fullcircle', '--people', '120');
    const answersOf = (team, name, most) => {
      const requests = join(folder, `requests-${name}`);
      run('request', team, '-o', requests);
      return readdirSync(requests).sort().slice(0, most).map((request, number) => {
        const answer = join(folder, `${name}-${number}.fullcircle`);
        run('answer', join(requests, request), '--all', String(3 + number % 3), '--day', '2026-11-18', '-o', answer);
        return {name: `${name}-${number}.fullcircle`, text: readFileSync(answer, 'utf8')};
      });
    };
    const all = answersOf(path, 'answer', 303);
    assert.equal(all.length, 303);
    const [known, withdrawn, genuine] = all.splice(0, 3);
    const altered = {name: 'altered.fullcircle', text: genuine.text.replace(/"rating": 3|"rating": 4|"rating": 5/, '"rating": 2')};
    assert.notEqual(altered.text, genuine.text);
    const [unknown] = answersOf(make('other.fullcircle', '--seed', '2'), 'unknown', 1);
    const team = JSON.parse(readFileSync(path, 'utf8'));
    const {request} = JSON.parse(withdrawn.text);
    team.records.requests.find(one => one.id === request).state = 'withdrawn';
    const app = await openApp('chromium', {width: 1320, height: 900});
    await drop(app, [{name: 'large.fullcircle', text: JSON.stringify(team)}]);
    await app.page.getByRole('navigation', {name: 'Main navigation'}).waitFor();
    await drop(app, [known]);
    await app.waitFor(() => /1\s*new answers/.test(document.body.innerText));
    await app.page.evaluate(() => {
      globalThis.hasProgress = false;
      new MutationObserver(() => { globalThis.hasProgress ||= document.querySelector('progress, [role=progressbar]') !== null; })
        .observe(document, {subtree: true, childList: true, attributes: true});
    });
    const began = performance.now();
    await drop(app, [...all.slice(0, 150), altered, {...withdrawn, name: 'withdrawn.fullcircle'}, {...unknown, name: 'unknown.fullcircle'},
      {...known, name: 'already.fullcircle'}, ...all.slice(150)]);
    await app.waitFor(() => /304 files merged/.test(document.body.innerText));
    const took_ms = performance.now() - began;
    await app.screenshot('answers-300');
    const shown = await app.pageText();
    assert.match(shown, /300\s*new answers/);
    assert.match(shown, /1\s*already there/i);
    assert.match(shown, /3\s*not counted/);
    const line = name => app.page.getByRole('listitem').filter({hasText: name}).innerText();
    assert.match(await line('altered.fullcircle'), /Changed after it was exported: not counted/);
    assert.match(await line('withdrawn.fullcircle'), /withdrawn: not counted/);
    assert.match(await line('unknown.fullcircle'), /does not know/);
    await app.page.getByRole('button', {name: /more files/}).click();
    await app.waitIdle();
    assert.match(await line('already.fullcircle'), /already there/);
    context.diagnostic(`${Math.round(took_ms)} ms, a bar of progress: ${await app.page.evaluate(() => hasProgress)}`);
    assert.deepEqual(app.errors, []);
    await app.close();
  });
});
