// The site opens without a network once it has been open, and costs no request for that.
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';
import {closeSite} from './support/site.mjs';

after(closeAll);

test('after a first visit the page opens with the server gone', async () => {
  const app = await openApp('chromium');
  await app.page.evaluate(async () => { await navigator.serviceWorker.ready; });
  await closeSite();
  await app.page.reload();
  await app.waitIdle();
  assert.match(await app.page.title(), /Fullcircle/);
  await app.close();
});
