// Keeps one version of the site whole in the browser, and answers from it alone: it opens without a network, and a file of
// another version never joins it. A newer version is fetched whole beside it and waits until the page says so, or until no
// page is open. web/assemble.py fills in both constants.

const version = '';
/** Address -> SHA-256 of its bytes: a server that is just being updated may hand out some of the next version. */
const files = {};

const PREFIX = 'site-';
const name = PREFIX + version;
const SHARED = 'shared';
const scope = self.registration.scope;

const digest = async bytes => Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), byte => byte.toString(16).padStart(2, '0')).join('');

async function keep() {
  const cache = await caches.open(name);
  await Promise.all(Object.entries(files).map(async ([file, expected]) => {
    if (await cache.match(file)) return;
    // A name with a hash always means the same bytes: they may be here already, or in the browser's own cache.
    const isNamed = /-[0-9a-f]{10}\./.test(file);
    const response = isNamed && await caches.match(file, {ignoreVary: true}) || await fetch(file, {cache: isNamed ? 'force-cache' : 'no-cache'});
    const bytes = await response.clone().arrayBuffer();
    if (!response.ok || await digest(bytes) !== expected) throw new Error(`${file} is of another version`);
    await cache.put(file, response);
  }));
}

/** An older version goes when no other page can still be living on it. While a newer one waits, nothing goes: it might be that one. */
async function forgetOlder() {
  if (self.registration.waiting || self.registration.installing) return;
  const pages = await self.clients.matchAll({type: 'window', includeUncontrolled: true});
  if (pages.length > 1) return;
  const kept = await caches.keys();
  await Promise.all(kept.filter(each => each.startsWith(PREFIX) && each !== name).map(each => caches.delete(each)));
}

async function answer(request) {
  const address = new URL(request.url);
  address.search = address.hash = '';
  const wanted = request.mode === 'navigate' && address.href === `${scope}index.html` ? scope : address.href;
  const own = await (await caches.open(name)).match(wanted, {ignoreVary: true});
  // What an older page loads later, such as the worker that encrypts, is still of its own version.
  return own ?? await caches.match(wanted, {ignoreVary: true}) ?? fetch(request);
}

/** Files handed over by another app wait here for the page. */
async function takeShared(request) {
  const given = (await request.formData()).getAll('files').filter(file => file instanceof File);
  const cache = await caches.open(SHARED);
  await Promise.all(given.map((file, i) => cache.put(`shared/${i}`, new Response(file, {headers: {'X-Name': encodeURIComponent(file.name)}}))));
  return Response.redirect('./?shared', 303);
}

self.addEventListener('install', event => event.waitUntil(keep()));
self.addEventListener('activate', event => event.waitUntil(Promise.all([forgetOlder(), self.clients.claim()])));
self.addEventListener('message', ({data}) => { if (data === 'take over') self.skipWaiting(); });
self.addEventListener('fetch', event => {
  const {method, mode, url} = event.request;
  if (!url.startsWith(scope)) return;
  if (method === 'POST' && url === `${scope}share`) return event.respondWith(takeShared(event.request));
  if (method !== 'GET') return;
  event.respondWith(answer(event.request));
  if (mode === 'navigate') event.waitUntil(forgetOlder());
});
