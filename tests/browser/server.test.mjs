// The small server of web/start, by plain requests.
import assert from 'node:assert/strict';
import {request} from 'node:http';
import {after, test} from 'node:test';
import {closeSite, siteFile, siteUrl} from './support/site.mjs';

after(closeSite);

/** One request as it stands: no client that tidies the path or unpacks the body. */
async function ask(path, {method = 'GET', headers = {}} = {}) {
  const {hostname, port} = new URL(await siteUrl());
  return new Promise((resolve, reject) => {
    request({hostname, port, path, method, headers}, response => {
      const parts = [];
      response.on('data', part => parts.push(part));
      response.on('end', () => resolve({status: response.statusCode, headers: response.headers, body: Buffer.concat(parts)}));
    }).on('error', reject).end();
  });
}

test('the page comes with its content policy', async () => {
  const {status, headers} = await ask('/');
  assert.equal(status, 200);
  assert.match(headers['content-security-policy'], /default-src 'none'/);
  assert.match(headers['content-type'], /^text\/html/);
});

test('the program has its own type and is packed where the browser takes it', async () => {
  const program = `/${siteFile(/^program-.*\.wasm$/)}`;
  const packed = await ask(program, {headers: {'accept-encoding': 'gzip, br'}});
  const plain = await ask(program);
  assert.equal(packed.headers['content-type'], 'application/wasm');
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(plain.body.subarray(0, 4).toString('latin1'), '\0asm');
  assert.ok(packed.body.length < plain.body.length / 2);
});

test('an unchanged file is not sent again', async () => {
  const {headers} = await ask('/');
  const again = await ask('/', {headers: {'if-none-match': headers.etag}});
  assert.deepEqual([again.status, again.body.length], [304, 0]);
});

test('nothing outside the site is served', async () => {
  for (const path of ['/../../package.json', '/%2e%2e/%2e%2e/package.json', '/..%2f..%2fpackage.json', '/_headers', '/nothing.js', '/%00']) {
    assert.equal((await ask(path)).status, 404, path);
  }
  assert.equal((await ask('/%zz')).status, 400);
});

test('only reading is allowed', async () => {
  assert.equal((await ask('/', {method: 'POST'})).status, 405);
  const head = await ask('/', {method: 'HEAD'});
  assert.deepEqual([head.status, head.body.length], [200, 0]);
});
