// A browser without WebGL 2: the page says so, and still hands out the data.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';

describe('without WebGL', () => {
  let app;

  before(async () => {
    app = await openApp('chromium', {width: 390, height: 844});
  });
  after(async () => {
    await app.close();
    await closeAll();
  });

  const reloadWithout = async (heading = 'Fullcircle cannot draw here') => {
    await app.page.addInitScript(() => {
      const {getContext} = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...rest); };
    });
    await app.page.reload();
    await app.page.getByRole('heading', {name: heading}).waitFor();
  };
  const button = () => app.page.getByRole('button', {name: 'Download a copy of your data'});

  test('the team that was open can be downloaded', async () => {
    await app.click('button', 'Explore the sample');
    await app.waitIdle();
    await reloadWithout();
    const started = app.page.waitForEvent('download');
    do await button().click();
    while (await app.page.getByText('No team is open here. If this browser keeps one, try again in a moment.').isVisible());  // it is loaded in a moment
    const copy = JSON.parse(readFileSync(await (await started).path(), 'utf8'));
    assert.equal(copy.format, 'fullcircle.workspace');
    assert.ok(copy.records.people.length > 10);
  });

  test('it says so when there is no team', async () => {
    await app.close();
    app = await openApp('chromium', {width: 390, height: 844});
    await reloadWithout();
    await button().click();
    await app.page.getByText('No team is open here. If this browser keeps one, try again in a moment.').waitFor();
    assert.equal(await app.page.evaluate(() => document.body.scrollWidth <= innerWidth), true);
    await app.page.screenshot({path: 'build/no_webgl.png'});
  });

  test('it speaks the language of the browser', async () => {
    await app.close();
    app = await openApp('chromium', {width: 390, height: 844, language: 'de'});
    await reloadWithout('Fullcircle kann hier nicht zeichnen');
    await app.find('button', 'Eine Kopie der Daten herunterladen').waitFor();
    assert.equal(await app.page.evaluate(() => document.documentElement.lang), 'de');
  });
});
