// Browsers that are started on one profile again and again, and killed each time. No driver is attached: the page itself says what
// it found and what it was shown as saved, to the server it came from.
import {spawn} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {projectFolder} from './site.mjs';

const PATIENCE_MS = 90_000;

const commands = {
  chromium: (profile, address) => ['/usr/bin/chromium', [
    '--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--disable-extensions', '--disable-breakpad', '--disable-quic', '--disable-dev-shm-usage', '--window-size=200,200', `--user-data-dir=${profile}`, address]],
  firefox: (profile, address) => ['/usr/bin/firefox-esr', ['--headless', '--no-remote', '--profile', profile, address]],
};

/**
 * Nothing but the page: no questions, no pages of its own, no restored session, no safe mode after a few crashes, and no thumbnail, for
 * which Firefox opens the page once more in the background, with a storage of its own that is empty.
 */
const preferences = {
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.pagethumbnails.capturing_disabled': true,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'toolkit.startup.max_resumed_crashes': -1,
};

const types = {html: 'text/html', js: 'text/javascript', mjs: 'text/javascript', wasm: 'application/wasm'};

async function textOf(request) {
  let text = '';
  for await (const piece of request) text += piece;
  return text;
}

/** kill.html is the probe's page with another program. */
function fileOf(name) {
  if (name === 'kill.html') return readFileSync(join(projectFolder, 'build/probe/index.html'), 'utf8').replace('probe.mjs', 'kill.mjs');
  const folder = name === 'kill.mjs' ? 'tests/browser/storage_probe' : 'build/probe';
  return readFileSync(join(projectFolder, folder, name));
}

/** The probe's files, and `hear(what, body)` for what pages say; what it returns is the answer. */
export async function servePages(hear) {
  const server = createServer(async (request, response) => {
    const {pathname} = new URL(request.url, 'http://page');
    if (request.method === 'POST') {
      const body = await textOf(request).catch(() => undefined);  // killed while it spoke
      const said = body === undefined ? undefined : hear(pathname.slice('/say/'.length), body ? JSON.parse(body) : undefined);
      return response.end(JSON.stringify(said ?? null));
    }
    const name = pathname.slice(1);
    response.setHeader('Content-Type', types[name.split('.').at(-1)] ?? 'text/plain');
    try {
      response.end(fileOf(name));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {url: `http://127.0.0.1:${server.address().port}/`, close: () => { server.close(); server.closeAllConnections(); }};
}

/** One browser profile and the browser that runs on it. */
export class Victim {
  #process;
  #gone;

  constructor(browser) {
    this.browser = browser;
    this.profile = mkdtempSync(join(tmpdir(), 'killed-'));
    const lines = Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
    if (browser === 'firefox') writeFileSync(join(this.profile, 'user.js'), lines.join(''));
  }

  start(address) {
    this.#process = spawn(...commands[this.browser](this.profile, address), {detached: true, stdio: 'ignore'});
    this.#gone = new Promise(resolve => { this.#process.once('exit', resolve); });
  }

  /** Ends every process of it at once, as a crash would. */
  async kill() {
    try { process.kill(-this.#process.pid, 'SIGKILL'); } catch { /* it has just ended */ }
    for (const entry of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
      let command = '';
      try { command = readFileSync(`/proc/${entry}/cmdline`, 'utf8'); } catch { continue; }
      if (!command.includes(this.profile)) continue;
      try { process.kill(Number(entry), 'SIGKILL'); } catch { /* it has just ended */ }
    }
    await this.#gone;
    for (const name of readdirSync(this.profile)) {
      if (/^(Singleton|lock$|\.parentlock$)/.test(name)) rmSync(join(this.profile, name), {force: true});
    }
  }

  remove() {
    rmSync(this.profile, {recursive: true, force: true, maxRetries: 5});
  }
}

/** Resolves when `isTrue()`, asked after each thing that was said; fails after a minute and a half. */
export class Ear {
  #waiting = new Set();
  notify() { for (const check of this.#waiting) check(); }
  async until(isTrue, what) {
    const heard = new Promise(resolve => {
      const check = () => { if (isTrue()) { this.#waiting.delete(check); resolve(true); } };
      this.#waiting.add(check);
      check();
    });
    const tooLong = new AbortController();
    const isHeard = await Promise.race([heard, delay(PATIENCE_MS, false, {signal: tooLong.signal}).catch(() => false)]);
    tooLong.abort();
    if (!isHeard) throw new Error(`never heard: ${what}`);
  }
}
