// Firefox through Puppeteer and BiDi. It has WebGL only with a display: the test runner starts it under xvfb.
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import puppeteer from 'puppeteer-core';

const preferences = ({theme, language, dpr, reducedMotion, downloads, processes}) => ({
  'browser.download.folderList': 2,
  ...(downloads ? {'browser.download.dir': downloads} : {}),
  'browser.shell.checkDefaultBrowser': false,
  'browser.tabs.remote.autostart': true,
  'datareporting.policy.dataSubmissionEnabled': false,
  ...(processes ? {  // several for the tabs of one site
    'dom.ipc.processCount': processes, 'dom.ipc.processCount.webIsolated': processes, 'fission.webContentIsolationStrategy': 1,
  } : {}),
  'focusmanager.testmode': true,  // focus events although no window manager makes the window active
  'intl.accept_languages': language,
  'layout.css.devPixelsPerPx': String(dpr),
  'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1,
  'security.fileuri.strict_origin_policy': true,  // as people have it; Puppeteer switches it off
  'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
  'webgl.force-enabled': true,
  'webgl.disable-fail-if-major-performance-caveat': true,
});

/** A page in a Firefox of its own, or a window beside those of `context`. `profile` is a folder that outlives it, otherwise one is made and removed. */
export async function openFirefoxPage(settings) {
  if (settings.context) {
    const page = await settings.context.newPage({type: 'window'});  // a tab would hide the one before, and a hidden page draws nothing
    await page.setViewport({width: settings.width, height: settings.height});
    return {page, close: () => page.close()};
  }
  const profile = settings.profile ?? mkdtempSync(join(tmpdir(), 'firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    timeout: 120_000,  // a busy machine
    headless: settings.headless ?? false,
    userDataDir: profile,
    extraPrefsFirefox: preferences(settings),
    defaultViewport: {width: settings.width, height: settings.height},
  });
  const page = (await browser.pages())[0] ?? await browser.newPage();
  return {
    page,
    close: async () => {
      await browser.close();
      if (!settings.profile) rmSync(profile, {recursive: true, force: true});
    },
  };
}

/** Processor time of each process that shows pages for this browser, by its id: a child of it, or of the process it makes them with. */
function pageProcesses(browser) {
  const found = new Map();
  for (const entry of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      const [, parent, ...rest] = readFileSync(`/proc/${entry}/stat`, 'utf8').split(') ')[1].split(' ');
      found.set(Number(entry), {parent: Number(parent), time: Number(rest[9]) + Number(rest[10])});
    } catch { /* it has just ended */ }
  }
  const own = browser.process().pid;
  const isOurs = ({parent}) => parent === own || found.get(parent)?.parent === own;
  return new Map([...found].filter(([, each]) => isOurs(each)).map(([id, {time}]) => [id, time]));
}

/** The process of this page: the one that works when the page does. */
async function processOf(page) {
  const before = pageProcesses(page.browser());
  await page.evaluate(() => { for (const until = performance.now() + 500; performance.now() < until;); });
  const worked = [...pageProcesses(page.browser())].map(([id, time]) => [time - (before.get(id) ?? 0), id]);
  return worked.sort((left, right) => right[0] - left[0])[0][1];
}

/** Ends the process of a page as a crash would; the other page must have one of its own: open the browser with several `processes`. */
export async function crashFirefoxPage(page, other) {
  const [own, others] = [await processOf(page), await processOf(other)];
  if (own === others) throw new Error('both pages are in one process');
  process.kill(own, 'SIGKILL');
}
