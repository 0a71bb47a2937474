// Pages of build/probe: the storage layer on its own, in a browser profile that a test can keep, kill and open again.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openChromiumPage} from './chromium.mjs';
import {openFirefoxPage} from './firefox.mjs';
import {projectFolder} from './site.mjs';
import {serveSite} from '../../../web/serve.mjs';

const patience = {timeout: 120_000};
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
  await page.goto(await probeUrl(workspace), patience);
  return waitForProbe(page);
}

/** After a reload that the page does by itself. */
export async function waitForProbe(page, isReady = () => globalThis.probe !== undefined, argument = null) {
  const isPuppeteer = !page.context;
  await (isPuppeteer ? page.waitForFunction(isReady, patience, argument) : page.waitForFunction(isReady, argument, patience));
  return page;
}

/** {page, close}: a probe in 'chromium' or 'firefox', in a profile of its own or the one given; or another address. */
export async function openProbe(browser, {profile, workspace, address, processes} = {}) {
  const opened = await (browser === 'firefox' ? openFirefoxPage : openChromiumPage)({...settings, profile, processes});
  await (address ? opened.page.goto(address) : loadProbe(opened.page, workspace));
  return opened;
}
