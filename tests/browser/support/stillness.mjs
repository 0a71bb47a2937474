// A page that is left alone draws nothing and fetches nothing.
import assert from 'node:assert/strict';
import {setTimeout as delay} from 'node:timers/promises';

/** What the browser tells a page by itself: another window came over it, or the pointer rests on something that has just moved there. */
const told = ['focus', 'blur', 'visibilitychange', 'resize', 'pointermove', 'pointerover', 'pointerout'];

function countDisturbances(kinds) {
  if (globalThis.disturbances !== undefined) return;
  globalThis.disturbances = 0;
  for (const kind of kinds) addEventListener(kind, () => { ++globalThis.disturbances; }, {capture: true});
}

/** Whatever disturbs it begins the time anew: a page that keeps itself awake by such events never gets to the end of it. */
export async function staysStill(app, duration_ms) {
  await app.page.evaluate(countDisturbances, told);
  const count = async () => ({frames: await app.frames(), requests: app.requests.length, disturbances: await app.page.evaluate(() => globalThis.disturbances)});
  for (;;) {
    await app.waitIdle();
    const before = await count();
    await delay(duration_ms);
    const later = await count();
    if (later.disturbances !== before.disturbances) continue;
    assert.deepEqual(later, before, 'drawn or fetched while nothing happened');
    return;
  }
}
