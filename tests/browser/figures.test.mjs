// Figures that open into their terms: the running review on Home, a person's goals and wellbeing, a goal's forecast.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';

describe('G3: figures open into their terms', () => {
  let app;
  const dialog = () => app.page.getByRole('dialog');
  const open = async name => {
    await app.page.getByRole('button', {name}).first().click();
    await app.waitIdle();
    return (await dialog().innerText()).replace(/\s+/g, ' ');
  };
  const close = async () => {
    await dialog().getByRole('button', {name: 'Close'}).click();
    await app.waitIdle();
  };

  before(async () => {
    app = await openApp('chromium', {width: 1440, height: 900});
    await app.click('button', 'Explore the sample');
  });
  after(async () => {
    await app.close();
    await closeAll();
  });

  test('how far the review is says what was counted in each stage, and the mean', async () => {
    const said = await app.page.getByRole('button', {name: /% complete\. Show how it came about/}).textContent();
    const text = await open(/% complete\. Show how it came about/);
    const shares = [...text.matchAll(/\d+ of \d+ = ([\d.]+)%/g)].map(match => Number(match[1]));
    assert.equal(shares.length, 6);
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    assert.ok(Math.abs(mean - Number(/Mean of 6 stages, each counted the same ([\d.]+)%/.exec(text)[1])) < 0.11, text);
    assert.equal(Number(/^(\d+)%/.exec(said)[1]), Math.round(mean));
    await close();
  });

  test('what a person’s goals come to is the sum of the shares listed, and leads to the guide', async () => {
    await app.click('button', 'People');
    await app.page.getByRole('row', {name: /^Mara/}).first().click();
    await app.waitIdle();
    const text = await open(/^Attainment of goals \d+%\. Show how it came about/);
    const today = text.slice(0, text.indexOf('Rounded once'));
    const parts = [...today.matchAll(/share ([\d.]+)% ([\d.]+)%/g)].map(match => Number(match[1]) * Number(match[2]) / 100);
    assert.ok(parts.length >= 2, text);
    const sum = parts.reduce((all, part) => all + part, 0);
    assert.ok(Math.abs(sum - Number(/weighted mean ([\d.]+)%/.exec(today)[1])) < 0.2, text);
    await app.click('button', 'How a rating is computed');
    assert.match(app.page.url(), /guides/);
    await app.page.goBack();
    await app.waitIdle();
  });

  test('a strength opens into the answers it comes from', async () => {
    const text = await open(/^[^:]+: \d\.\d\. Show how it came about/);
    const [, shown] = /· Others: (\d\.\d) /.exec(text), [, exact] = /Others: \d\.\d .*? (\d\.\d+)/.exec(text);
    assert.ok(Math.abs(Number(shown) - Number(exact)) < 0.0501, text);
    await close();
  });

  test('a change in wellbeing opens into the two values it is the difference of', async () => {
    const text = await open(/(up|down|same as) .*\. Show how it came about/);
    const [last, before, change] = [/Latest value, [^.]*? (\d\.\d)/, /First value of [^.]*? (\d\.\d)/, /Change ([+−]?\d\.\d)/].map(pattern => Number(pattern.exec(text)[1].replace('−', '-')));
    assert.ok(Math.abs(last - before - change) < 0.001, text);
    await close();
    assert.deepEqual(app.errors, []);
  });

  test('D12: one competency is followed over the cycles, and its change opens into interval and terms', async () => {
    await app.click('button', 'What is followed: Overall rating');
    await app.click('option', 'Collaboration');
    const rows = await app.page.getByRole('figure', {name: /^Collaboration: [\d.]+ to [\d.]+ over 4 cycles/}).getByRole('row').allTextContents();
    assert.equal(rows.length, 5);
    const text = await open(/since Spring review: within measurement noise/);
    const number = pattern => Number(pattern.exec(text)[1].replace('−', '-'));
    const [low, high] = [number(/([+−][\d.]+) to [+−]/), number(/[+−][\d.]+ to ([+−][\d.]+)/)];
    const [difference, smallest] = [number(/Change ([+−][\d.]+)/), number(/± ([\d.]+)/)];
    assert.ok(Math.abs(low - (difference - smallest)) < 0.011 && Math.abs(high - (difference + smallest)) < 0.011, text);
    await close();
  });

  test('the value of the competency in one cycle opens into its groups of raters, by keyboard, and leads to the guide', async () => {
    const value = app.page.getByRole('button', {name: /^Spring review · \d\.\d\d\. Show how it came about/}), said = await value.textContent();
    await value.focus();
    await app.press('Enter');
    const text = (await dialog().innerText()).replace(/\s+/g, ' ');
    const shown = /· (\d\.\d\d)/.exec(said)[1];
    assert.ok(text.includes(`Spring review · Collaboration · Others: ${shown}`), text);
    const parts = [...text.matchAll(/(?:Manager|Peers|Reports|Other teams|Customers)[^%]*? (\d(?:\.\d+)?) \d+ ([\d.]+)%/g)].map(match => Number(match[1]) * Number(match[2]) / 100);
    assert.ok(parts.length >= 2, text);
    assert.ok(Math.abs(parts.reduce((all, part) => all + part, 0) - Number(shown)) < 0.011, text);
    await app.click('button', 'How a rating is computed');
    assert.match(app.page.url(), /guides/);
    await app.page.goBack();
    await app.waitIdle();
  });

  test('D13: a plan takes before and after from the reviews around its actions, and says what was entered by hand', async () => {
    await app.page.getByRole('tab', {name: 'Development'}).click();
    await app.waitIdle();
    const text = await open(/^Collaboration: [+−][\d.]+, Spring review to Autumn review · 95% interval/);
    assert.match(text, /Done between the two reviews: Open planning with a round of concerns\./);
    assert.match(text, /cannot be told from one person/);
    await close();
    assert.match(await open(/^Planning: \+0\.2, entered by hand/), /entered by hand/);
    await close();
  });

  test('D13: people with an action stand beside those without it, with the numbers of both', async () => {
    await app.page.evaluate(() => { location.hash = 'insights'; });
    await app.waitIdle();
    await app.click('radio', 'With and without');
    const figure = app.page.getByRole('figure', {name: /^People with and without the action/});
    const heads = await figure.getByRole('columnheader').allTextContents(), cells = await figure.getByRole('row').nth(1).getByRole('cell').allTextContents();
    const value = head => Number(cells[heads.indexOf(head) - 1].replace('−', '-'));
    assert.ok(value('With') >= 3 && value('Without') >= 3, String(cells));
    assert.ok(Math.abs(value('Change, with') - value('Change, without') - value('Difference')) < 0.011, String(cells));
    assert.ok(value('95% from') < value('Difference') && value('Difference') < value('95% to'), String(cells));
    assert.match(await open(/^How computed: People with and without the action/), /nothing about why/);
    await close();
    assert.deepEqual(app.errors, []);
  });

  test('a line’s value, a share, a cell of agreement, a change and a rater in Insights open into their own terms, by keyboard', async () => {
    const read = async () => (await dialog().innerText()).replace(/\s+/g, ' ');
    const opened = async (role, name) => {
      await app.page.getByRole(role, {name}).first().focus();
      await app.press('Enter');
      const text = await read();
      await close();
      return text;
    };
    await app.page.evaluate(() => { location.hash = 'insights'; });
    await app.waitIdle();
    const line = await opened('button', /^Product \d\.\d\. Show how it came about/);
    assert.match(line, /^Product · Ratings by others: (\d\.\d) .*Autumn review · \d people \1\d Rounded once, half up: \1\d{3} becomes \1 /);
    const share = await opened('button', /: \d+%\. Show how it came about/);
    const count = name => Number(new RegExp(`${name} (\\d+)`).exec(share)[1]);
    const met = count('will be met'), all = met + count('at risk') + count('off track');
    assert.ok(share.includes(`Share ${Math.round(100 * met / all)}%`) && share.includes(`${all} goal`), share);
    assert.match(await opened('button', / · .*: [01]\.\d\d\. Show how it came about/), /People \d+ of \d+ Agreement of raters (High|Medium|Low) · [01]\.\d\d Rounded once/);
    await app.page.getByRole('button', {name: / · .*: [01]\.\d\d\. Show how it came about/}).first().focus();
    const name = () => app.page.evaluate(() => document.activeElement.textContent || document.activeElement.getAttribute('aria-label'));
    const first = await name();
    await app.press('ArrowDown');
    assert.notEqual(await name(), first);
    assert.match(await name(), / · .*: [01]\.\d\d\. Show how it came about/);
    assert.match(await opened('button', /: [+−]\d\.\d\d\. Show how it came about/), /Rounded once, half up: [+−]\d\.\d{4} becomes/);
    await app.page.evaluate(() => { location.hash = 'insights//quality'; });
    await app.waitIdle();
    await app.page.getByRole('table', {name: 'Raters'}).getByRole('row').nth(1).focus();
    await app.press('Enter');
    assert.match(await read(), /Beside the other raters .* Cautious difference [+−±]?\d/);
    await close();
    assert.deepEqual(app.errors, []);
  });

  test('a number inside a chart opens by Enter, which is not the chart’s to take', async () => {
    await app.page.evaluate(() => { location.hash = 'results'; });
    await app.waitIdle();
    await app.page.getByRole('row', {name: /^Mara/}).first().click();
    await app.waitIdle();
    await app.page.getByRole('button', {name: /^Collaboration · Gap [+−]?\d\.\d\. Show how it came about/}).first().focus();
    await app.press('Enter');
    assert.match((await dialog().innerText()).replace(/\s+/g, ' '), /^Collaboration · Gap: [+−]?\d\.\d .*Rounded once, half up/);
    await close();
  });

  test('a forecast’s band stands in the chart’s table and summary, and its terms name errors and degrees of freedom', async () => {
    await app.click('button', 'Goals');
    await app.page.getByRole('row', {name: 'Second source for 8 key parts'}).click();
    await app.waitIdle();
    const figure = app.page.getByRole('figure', {name: /^Progress of .*95% interval .* to /});
    const heads = await figure.getByRole('columnheader').allTextContents();
    for (const head of ['Day', 'Value', 'Forecast', '95% from', '95% to', 'Target']) assert.ok(heads.some(text => text === head), String(heads));
    await app.click('button', 'How these figures came about');
    const text = (await dialog().innerText()).replace(/\s+/g, ' ');
    assert.match(text, /÷/);
    assert.match(text, /standard deviation, \d+ degrees of freedom/);
    assert.match(text, /Needed a week: \(8 − \d+\) ÷ \d+ days × 7/);
    await close();
    assert.deepEqual(app.errors, []);
  });
});
