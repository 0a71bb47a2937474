// A small static server for build/site: `node web/serve.mjs SITE PORT` or, from tests, serveSite(folder).
// It sends the headers of the site's own `_headers` file, the packed .br or .gz where the browser takes it, and
// answers 304 to an unchanged file. It listens on loopback only.
import {createServer} from 'node:http';
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {extname, join, normalize} from 'node:path';
import {pathToFileURL} from 'node:url';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.otf': 'font/otf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** The headers under `/*` in a `_headers` file, the form common to static hosts. */
function parseHeaders(text) {
  return Object.fromEntries(text.split('\n').filter(line => /^\s+\S/.test(line)).map(line => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
  }));
}

/** The first of the folders that has the file decides. */
async function read(folders, path) {
  for (const folder of folders) {
    const found = await readFile(join(folder, path)).catch(() => null);
    if (found) return found;
  }
  return null;
}

async function respond(folders, request, response) {
  const headers = parseHeaders(String(await read(folders, '_headers')));
  const finish = (status, extra = {}, body) => {
    response.writeHead(status, {...headers, ...extra});
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  if (!['GET', 'HEAD'].includes(request.method)) return finish(405, {Allow: 'GET, HEAD'});

  let path;
  try {
    path = normalize(decodeURIComponent(request.url.split(/[?#]/)[0]));
  } catch {
    return finish(400);
  }
  if (path.includes('\0') || path.split('/').includes('..') || path === '/_headers') return finish(404);
  if (path.endsWith('/')) path += 'index.html';

  const accepted = request.headers['accept-encoding'] ?? '';
  for (const [encoding, suffix] of [['br', '.br'], ['gzip', '.gz'], ['', '']]) {
    if (encoding && !accepted.includes(encoding)) continue;
    const body = await read(folders, path + suffix);
    if (!body) continue;
    const entity = {
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      'ETag': `"${createHash('sha256').update(body).digest('hex').slice(0, 20)}"`,
      'Vary': 'Accept-Encoding',
      ...(encoding && {'Content-Encoding': encoding}),
    };
    if (request.headers['if-none-match'] === entity.ETag) return finish(304, entity);
    return finish(200, {...entity, 'Content-Length': body.length}, body);
  }
  finish(404, {'Content-Type': 'text/plain'}, 'Not found\n');
}

/** Serves a folder, or several laid over each other, on loopback. Port 0 takes a free one. Resolves to {url, close}; rejects if the port is taken. */
export function serveSite(site, port = 0) {
  const server = createServer((request, response) => {
    respond([site].flat(), request, response).catch(() => response.writableEnded || response.writeHead(500).end());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve({
      url: `http://127.0.0.1:${server.address().port}/`,
      close: () => new Promise(done => { server.close(done); server.closeAllConnections(); }),
    }));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [site, port] = process.argv.slice(2);
  try {
    const {url} = await serveSite(site, Number(port));
    console.log(`Fullcircle is at ${url}  (Ctrl C stops it)`);
  } catch (error) {
    console.error(error.code === 'EADDRINUSE' ? `Port ${port} is in use; choose another with --port.` : String(error));
    process.exit(1);
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
}
