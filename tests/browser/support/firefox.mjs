// Firefox through Puppeteer and BiDi. It has WebGL only with a display: the test runner starts it under xvfb.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import puppeteer from 'puppeteer-core';

const preferences = ({theme, language, dpr, reducedMotion, downloads}) => ({
  'browser.download.folderList': 2,
  ...(downloads ? {'browser.download.dir': downloads} : {}),
  'browser.shell.checkDefaultBrowser': false,
  'browser.tabs.remote.autostart': true,
  'datareporting.policy.dataSubmissionEnabled': false,
  'focusmanager.testmode': true,  // focus events although no window manager makes the window active
  'intl.accept_languages': language,
  'layout.css.devPixelsPerPx': String(dpr),
  'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1,
  'security.fileuri.strict_origin_policy': true,  // as people have it; Puppeteer switches it off
  'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
  'webgl.force-enabled': true,
  'webgl.disable-fail-if-major-performance-caveat': true,
});

/** A page in a Firefox of its own. `profile` is a folder that outlives it, otherwise one is made and removed. */
export async function openFirefoxPage(settings) {
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
