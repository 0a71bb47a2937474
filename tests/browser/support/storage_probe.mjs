// Pages of build/probe: the storage layer on its own, in a browser profile that a test can keep, kill and open again.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openChromiumPage} from './chromium.mjs';
import {openFirefoxPage} from './firefox.mjs';
import {projectFolder} from './site.mjs';
import {serveSite} from '../../../web/serve.mjs';

const settings = {width: 400, height: 300, theme: 'light', language: 'en', dpr: 1};
let site;

/** Stops the server. Call it in `after`. */
export async function closeProbes() {
  await site?.close();
  site = undefined;
}

export async function probeUrl(workspace = 'w1') {
  site ??= await serveSite(join(projectFolder, 'build/probe'));
  return `${site.url}?${workspace}`;
}

/** A fresh profile folder, and the function that removes it. */
export function makeProfile() {
  const profile = mkdtempSync(join(tmpdir(), 'probe-'));
  return {profile, remove: () => rmSync(profile, {recursive: true, force: true, maxRetries: 5})};
}

/** Waits until globalThis.probe has loaded its workspace. */
export async function loadProbe(page, workspace) {
  await page.goto(await probeUrl(workspace));
  await page.waitForFunction(() => globalThis.probe);
  return page;
}

/** {page, close}: a probe in 'chromium' or 'firefox', in a profile of its own or the one given. */
export async function openProbe(browser, {profile, workspace, context} = {}) {
  const opened = await (browser === 'firefox' ? openFirefoxPage : openChromiumPage)({...settings, profile, context});
  await loadProbe(opened.page, workspace);
  return opened;
}
