// Chromium through Playwright: software WebGL, nothing in the background, a fresh profile for each app.
import {readdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {chromium} from 'playwright-core';

const args = [
  '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist',
  '--no-sandbox',  // the whole program already runs in a sandbox without network, which allows no second one inside
];
const options = {executablePath: '/usr/bin/chromium', args, headless: true, timeout: 120_000};

let shared;

const contextOptions = ({width, height, theme, language, dpr, reducedMotion, hasTouch}) => ({
  viewport: {width, height},
  deviceScaleFactor: dpr,
  colorScheme: theme,
  locale: language,
  reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  acceptDownloads: true,
  hasTouch: Boolean(hasTouch),
});

/** A page in its own profile: in memory, or in the folder `profile`, which then outlives it. */
export async function openChromiumPage(settings) {
  if (settings.profile) {
    const context = await chromium.launchPersistentContext(settings.profile, {...options, ...contextOptions(settings)});
    return {page: context.pages()[0] ?? await context.newPage(), close: () => context.close()};
  }
  shared ??= chromium.launch(options);
  const context = settings.context ?? await (await shared).newContext(contextOptions(settings));
  return {page: await context.newPage(), close: () => context.close()};
}

export async function closeChromium() {
  if (shared) await (await shared).close();
  shared = undefined;
}

/** Ends every process of the browser that holds this profile at once, as a crash would, and frees the profile. */
export function killChromium(profile) {
  for (const entry of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    let command = '';
    try { command = readFileSync(`/proc/${entry}/cmdline`, 'utf8'); } catch { continue; }  // it has just ended
    if (command.includes(`--user-data-dir=${profile}`)) {
      try { process.kill(Number(entry), 'SIGKILL'); } catch { /* it has just ended */ }
    }
  }
  for (const name of readdirSync(profile).filter(each => each.startsWith('Singleton'))) rmSync(join(profile, name), {force: true});
}

/** Ends the process of a page as a crash would. */
export async function crashChromiumPage(page) {
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => {});  // it does not live to answer
}
