// The page itself, in both browsers: it starts without an error, answers to roles and names, and then stays quiet.
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {closeAll, openApp} from './support/app.mjs';

after(closeAll);

for (const browser of ['chromium', 'firefox']) {
  test(`the page starts without an error (${browser})`, async () => {
    const app = await openApp(browser);
    try {
      assert.deepEqual(app.errors, []);
    } finally {
      await app.close();
    }
  });

  test(`nothing is drawn and nothing is fetched in 5 idle seconds (${browser})`, async () => {
    const app = await openApp(browser);
    try {
      const [frames, requests] = [await app.frames(), app.requests.length];
      await delay(5000);
      assert.equal(await app.frames(), frames);
      assert.deepEqual(app.requests.slice(requests), []);
    } finally {
      await app.close();
    }
  });
}
