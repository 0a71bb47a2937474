// A team of 2,000 people, 49 MB: opened, saved, loaded again and put on paper in a page that stays alive and says how far it is.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';
import {choose, makeFile} from './support/files.mjs';
import {projectFolder} from './support/site.mjs';

after(closeAll);

/** A file of a generated team; its path. */
function sampleFile(people) {
  const path = makeFile(`team-of-${people}.fullcircle`, '');
  execFileSync(join(projectFolder, 'build/native/fullcircle'), ['sample', '--people', String(people), '--today', '2026-11-19', '-o', path]);
  return path;
}

/** From now on, and in every page loaded later, notes the values of progress bars and the longest time the page stood still. */
async function watch(page) {
  const note = () => {
    globalThis.seen = {values: {}, longestMs: 0};
    new PerformanceObserver(list => {
      for (const {duration} of list.getEntries()) globalThis.seen.longestMs = Math.max(globalThis.seen.longestMs, duration);
    }).observe({entryTypes: ['longtask']});
    // Told of each change: a timer that looks comes late while the page works.
    new MutationObserver(() => {
      for (const bar of document.querySelectorAll('[role=progressbar]')) {
        const values = globalThis.seen.values[bar.getAttribute('aria-label') ?? ''] ??= [];
        const value = Number(bar.getAttribute('aria-valuenow'));
        if (values.at(-1) !== value) values.push(value);
      }
    }).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ['aria-valuenow', 'aria-label', 'role']});
  };
  await page.addInitScript(note);
  await page.evaluate(note);
}

const seen = page => page.evaluate(() => globalThis.seen);

/** How often the bar whose name begins so has moved on. */
function moves({values}, name) {
  const found = Object.entries(values).find(([key]) => key.startsWith(name))?.[1] ?? [];
  assert.deepEqual(found, found.toSorted((a, b) => a - b), `the bar ${name} only moves forward`);
  return found.length;
}

test('G11: a large team opens with a bar that moves, is saved beside the work, and is there after reloading', {timeout: 280_000}, async t => {
  const app = await openApp('chromium', {width: 800, height: 600});
  const {page} = app;
  await watch(page);
  const file = sampleFile(2000);
  const session = await page.context().newCDPSession(page);
  /** Makes the page so many times as slow: there must be time to see and to stop what it does. */
  const slowDown = rate => session.send('Emulation.setCPUThrottlingRate', {rate});

  await t.test('Cancel, also by the keyboard, leaves everything as it was', async () => {
    await slowDown(4);
    const chosen = choose(app, [file], () => app.find('button', 'Open a file').click());
    const dialog = page.getByRole('dialog', {name: /^Reading team-of-2000/});
    await dialog.getByRole('progressbar').waitFor();
    await page.keyboard.press('Escape');
    await chosen;
    await dialog.waitFor({state: 'detached'});
    await slowDown(1);
    assert.match(await app.pageText(), /Stopped\. Nothing was changed\./);
    await app.find('button', 'Open a file').waitFor();
  });

  await t.test('the bar of the reading moves at least five times', async () => {
    await page.evaluate(() => { globalThis.seen.values = {}; });
    await slowDown(4);
    await choose(app, [file], () => app.find('button', 'Open a file').click());
    await page.getByRole('dialog', {name: /^Reading team-of-2000/}).waitFor({state: 'detached'});
    await slowDown(1);
    await page.getByRole('button', {name: /Saved on this device/}).waitFor({timeout: 120_000});
    const noted = await seen(page);
    t.diagnostic(`opening: longest stop ${Math.round(noted.longestMs)} ms, the bar moved ${moves(noted, 'Reading')} times`);
    assert.ok(moves(noted, 'Reading') >= 5);
    assert.ok(Object.keys(noted.values).some(name => name.startsWith('Saving on this device')), 'the saving is shown too');
  });

  await t.test('after reloading all is there, loaded with a bar as well', async () => {
    await page.reload({waitUntil: 'load'});
    await page.getByRole('button', {name: /Saved on this device/}).waitFor({timeout: 120_000});
    const noted = await seen(page);
    t.diagnostic(`loading: longest stop ${Math.round(noted.longestMs)} ms`);
    assert.ok(moves(noted, 'Opening') >= 5);
    await page.getByRole('link', {name: 'People', exact: true}).or(page.getByRole('button', {name: 'People', exact: true})).first().click();
    await app.waitIdle();
    assert.match(await app.pageText(), /1,9\d\d|2,000/);
  });

  await t.test('insights are put on paper with a bar; stopped by the keyboard, nothing is printed', async () => {
    await page.evaluate(() => { globalThis.print = () => { globalThis.printed = {text: document.getElementById('print').shadowRoot.textContent, seen: structuredClone(globalThis.seen)}; }; });
    await page.evaluate(() => { location.hash = 'insights'; });
    await app.waitIdle();
    const toPaper = async () => {
      await app.click('button', 'Export');
      await slowDown(12);
      await app.find('menuitem', 'Print').click();
    };
    await toPaper();
    const dialog = page.getByRole('dialog', {name: 'Computing'});
    await dialog.getByRole('progressbar').waitFor();
    await app.screenshot('insights-to-paper');
    await page.keyboard.press('Escape');
    await dialog.waitFor({state: 'detached'});
    await slowDown(1);
    assert.match(await app.pageText(), /Stopped\. Nothing was changed\./);
    assert.equal(await page.evaluate(() => globalThis.printed), undefined);
    await page.evaluate(() => Object.assign(globalThis.seen, {values: {}, longestMs: 0}));
    await toPaper();
    await app.waitFor(() => globalThis.printed);
    await slowDown(1);
    const {text, seen: noted} = await page.evaluate(() => globalThis.printed);
    t.diagnostic(`insights on paper: longest stop ${Math.round(noted.longestMs)} ms at a twelfth of the speed, the bar moved ${moves(noted, 'Computing')} times`);
    assert.match(text, /All departments/);
  });
  assert.deepEqual(app.errors, []);
  await app.close();
});
