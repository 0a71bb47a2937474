// The harness itself: files, accessibility and killing work, so that a test which uses them can be believed.
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {findViolations} from './support/accessibility.mjs';
import {closeAll, openApp} from './support/app.mjs';
import {killChromium} from './support/chromium.mjs';
import {choose, download, drop, makeFile} from './support/files.mjs';

after(closeAll);

/** The app's page with a body of its own: [tag, attributes, text] of each element. The page's policy lets no text become HTML. */
async function openBody(elements) {
  const app = await openApp('chromium');
  await app.page.evaluate(list => {
    const main = document.createElement('main');
    for (const [tag, attributes, text] of list) {
      const element = main.appendChild(document.createElement(tag));
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.textContent = text;
    }
    document.body.replaceChildren(main);
  }, elements);
  return app;
}

test('axe finds an unnamed button and accepts a named one', async () => {
  const app = await openBody([['h1', {}, 'Page'], ['button', {}, '']]);
  assert.match((await findViolations(app)).join(), /button-name/);
  await app.page.evaluate(() => { document.querySelector('button').textContent = 'Save'; });
  assert.deepEqual(await findViolations(app), []);
  await app.close();
});

test('a chosen, a dropped and a downloaded file keep their bytes', async () => {
  const app = await openBody([['input', {type: 'file'}, ''], ['a', {download: 'out.txt'}, 'save']]);
  await app.page.evaluate(() => {
    document.addEventListener('drop', async event => { document.title = await event.dataTransfer.files[0].text(); });
    document.querySelector('a').href = URL.createObjectURL(new Blob(['out — ü']));
  });
  await choose(app, makeFile('in.txt', 'in — ü'), () => app.page.locator('input').click());
  assert.equal(await app.page.evaluate(() => document.querySelector('input').files[0].text()), 'in — ü');
  await drop(app, [{name: 'dropped.txt', text: 'dropped — ü'}]);
  await app.waitFor(() => document.title === 'dropped — ü');
  const file = await download(app, () => app.page.locator('a').click());
  assert.deepEqual([file.name, file.text], ['out.txt', 'out — ü']);
  await app.close();
});

test('a profile outlives a killed browser', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  const first = await openApp('chromium', {profile});
  const gone = new Promise(resolve => { first.page.context().once('close', resolve); });
  killChromium(profile);
  await gone;
  const second = await openApp('chromium', {profile});
  assert.match(await second.page.title(), /Fullcircle/);
  await second.close();
  rmSync(profile, {recursive: true, force: true});
});
