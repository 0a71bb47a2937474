// The `age` command line, which knows nothing of Fullcircle: what it opens and makes, everybody's tools open and make.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'fullcircle-age-'));
process.on('exit', () => rmSync(folder, {recursive: true, force: true}));

function age(options, input, environment = {}) {
  return execFileSync('age', options, {input, env: {...process.env, ...environment}, maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'pipe']});
}

/** Without a terminal a passphrase goes by way of age's own plugin for scripts. */
const withPassphrase = passphrase => ({AGE_PASSPHRASE: passphrase});

function identityFile(identity) {
  const path = join(folder, 'identity');
  writeFileSync(path, identity + '\n');
  return path;
}

/** A pair of keys as age-keygen makes them. */
export function makeKeys() {
  const text = execFileSync('age-keygen', {stdio: ['ignore', 'pipe', 'ignore']}).toString();
  return {identity: /^AGE-SECRET-KEY-\S+/m.exec(text)[0], recipient: /public key: (\S+)/.exec(text)[1]};
}

/** The secret of the device an app runs on, as its settings show it. Leaves the settings open. */
export async function recoveryText(app) {
  await app.page.evaluate(() => { location.hash = 'settings//encryption'; });
  await app.waitIdle();
  await app.click('button', 'Show');
  const shown = /AGE-SECRET-KEY-1(?: [0-9A-Z]+)+/.exec(await app.pageText())[0];
  await app.click('button', 'Hide');
  return shown.replaceAll(' ', '');
}

export const lockTo = (recipient, bytes, options = []) => age(['-e', ...options, '-r', recipient], bytes);
export const openWith = (identity, bytes) => age(['-d', '-i', identityFile(identity)], bytes);
export const lockByPassphrase = (passphrase, bytes) => age(['-e', '-j', 'batchpass'], bytes, withPassphrase(passphrase));
export const openByPassphrase = (passphrase, bytes) => age(['-d', '-j', 'batchpass'], bytes, withPassphrase(passphrase));
