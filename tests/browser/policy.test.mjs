// What the page may do and may not: on every screen of a team nothing is fetched and the policy is never touched; code that gets in
// from outside does not run, and nothing gets out. On the site and in the page that is one file, in both browsers.
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {after, before, describe, test} from 'node:test';
import {closeAll, openApp} from './support/app.mjs';
import {fileUrl, siteUrl} from './support/site.mjs';

/** A server that would take whatever gets out, and what has. */
const arrived = [];
const listener = createServer((request, response) => {
  arrived.push(request.url);
  response.writeHead(200, {'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/html'}).end();
});
before(() => new Promise(resolve => listener.listen(0, '127.0.0.1', resolve)));
after(() => {
  listener.close();
  return closeAll();
});

const places = ['home', 'people', 'goals', 'requests', 'answer', 'results', 'calibration', 'conversations', 'plans', 'insights', 'insights//quality',
  'cycle', 'guides', 'conflicts', 'settings', 'settings//rules', 'settings//storage', 'settings//encryption', 'settings//look'];

/** Runs in the page: what becomes of each attempt. A timer runs it, for what a debugger evaluates is let through. */
const attempts = outside => new Promise(resolve => setTimeout(async () => {
  const outcome = {};
  const violations = [];
  document.addEventListener('securitypolicyviolation', event => violations.push(event.effectiveDirective));
  const attempt = async (name, act) => {
    try { outcome[name] = await act(); } catch (error) { outcome[name] = error.name; }
  };
  const settled = element => new Promise(done => { element.onload = () => done('loaded'); element.onerror = () => done('refused'); });
  await attempt('eval', () => (0, eval)('1 + 1'));
  await attempt('Function', () => new Function('return 2')());
  await attempt('innerHTML', () => { document.createElement('p').innerHTML = '<b>x</b>'; return 'ran'; });
  await attempt('policy', () => globalThis.trustedTypes.createPolicy('mine', {createHTML: text => text}) && 'made');
  await attempt('worker', () => new Worker('data:text/javascript,0') && 'started');
  await attempt('script', async () => {
    const script = document.createElement('script');
    script.append('globalThis.injected = true');
    document.body.append(script);
    return globalThis.injected ? 'ran' : 'refused';
  });
  await attempt('image', () => { const image = new Image(); image.src = `${outside}image`; return settled(image); });
  await attempt('fetch', async () => { await fetch(`${outside}fetch`); return 'sent'; });
  navigator.sendBeacon(`${outside}beacon`, 'x');
  document.body.append(Object.assign(document.createElement('iframe'), {src: `${outside}frame`}));
  document.head.append(Object.assign(document.createElement('link'), {rel: 'stylesheet', href: `${outside}style`}));
  try { new WebSocket(outside.replace('http', 'ws')); } catch { /* refused at once */ }
  for (let i = 0; i < 100 && violations.length < 5; ++i) await new Promise(done => setTimeout(done, 20));
  await attempt('style', () => {
    const style = document.createElement('style');
    style.append('body { --injected: 1 }');
    document.head.append(style);
    return getComputedStyle(document.body).getPropertyValue('--injected') ? 'applied' : 'refused';
  });
  resolve(outcome);
}));

for (const browser of ['chromium', 'firefox']) {
  for (const kind of ['site', 'one file']) {
    describe(`the policy of the ${kind} in ${browser}`, () => {
      let app;
      before(async () => {
        app = await openApp(browser, {width: 1280, height: 800, address: kind === 'site' ? await siteUrl() : fileUrl});
        await app.page.evaluate(() => {
          globalThis.violations = [];
          document.addEventListener('securitypolicyviolation', event => globalThis.violations.push(`${event.effectiveDirective}: ${event.blockedURI}`));
        });
        if (kind === 'site' && browser === 'chromium') await app.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
      });
      after(() => app.close());

      test('no screen fetches anything or goes against it', async () => {
        const before = app.requests.length;
        await app.click('button', 'Explore the sample');
        for (const place of places) {
          await app.page.evaluate(hash => { location.hash = hash; }, place);
          await app.waitIdle();
        }
        const later = app.requests.slice(before).filter(address => !/^blob:|age_worker-/.test(address));
        assert.deepEqual(later, []);
        assert.deepEqual(await app.page.evaluate(() => globalThis.violations), []);
        assert.deepEqual(app.errors, []);
      });

      test('what was not delivered with the page is refused', async () => {
        const refused = await app.page.evaluate(attempts, `http://127.0.0.1:${listener.address().port}/`);
        const {fetch, policy, worker, eval: evaluated, Function: made, innerHTML, ...others} = refused;
        assert.deepEqual(others, {script: 'refused', image: 'refused', style: 'refused'});
        assert.deepEqual(arrived, []);
        assert.ok(['EvalError', 'TypeError'].includes(evaluated), `eval: ${evaluated}`);
        assert.ok(['EvalError', 'TypeError'].includes(made), `Function: ${made}`);
        assert.deepEqual([fetch, innerHTML, policy, worker], ['TypeError', 'TypeError', 'TypeError', 'TypeError']);
      });
    });
  }
}
