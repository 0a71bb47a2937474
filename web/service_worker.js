// Keeps the whole site in the browser, so that it opens without a network. The network is asked first: a newer site is
// never hidden by an older one, and a file of another version never joins this one's, because they are kept by version.
// web/assemble.py fills in both constants.

const version = '';
const files = [];

const name = `site-${version}`;

async function keep() {
  // On a first visit the page has just fetched everything: taken from the browser's own cache, it costs no request.
  const isFirst = (await caches.keys()).length === 0;
  const cache = await caches.open(name);
  await cache.addAll(files.map(file => new Request(file, {cache: isFirst ? 'force-cache' : 'no-cache'})));
}

async function forgetOlder() {
  const kept = await caches.keys();
  await Promise.all(kept.filter(each => each.startsWith('site-') && each !== name).map(each => caches.delete(each)));
}

async function answer(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const cache = await caches.open(name);
    const kept = await cache.match(request.mode === 'navigate' ? './' : request, {ignoreSearch: true, ignoreVary: true});
    if (!kept) throw error;
    return kept;
  }
}

self.addEventListener('install', event => event.waitUntil(keep()));
self.addEventListener('activate', event => event.waitUntil(forgetOlder()));
self.addEventListener('fetch', event => {
  const {method, url} = event.request;
  if (method === 'GET' && url.startsWith(self.registration.scope)) event.respondWith(answer(event.request));
});
