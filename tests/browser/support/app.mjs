// Opens the app in a browser and drives it as a person with a screen reader would: by role and name.
//
// The page tells its state in `globalThis.fullcircle`: `frames` counts the frames drawn so far, `idle` is true while
// nothing more is to be drawn, saved or loaded. Tests wait for that, never for an amount of time.
import {mkdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {closeChromium, openChromiumPage} from './chromium.mjs';
import {openFirefoxPage} from './firefox.mjs';
import {closeSite, projectFolder, shellUrl, siteFile, siteUrl} from './site.mjs';

const defaults = {width: 900, height: 640, theme: 'light', language: 'en', dpr: 1, query: '', reducedMotion: true};

/** The app opened in 'chromium' or 'firefox'. Settings: width, height, theme, language, dpr, query, profile, context of another
 *  app to share its storage, address of another site than the built one. */
export async function openApp(browser, settings = {}) {
  const all = {...defaults, ...settings};
  const {page, close} = await (browser === 'firefox' ? openFirefoxPage : openChromiumPage)(all);
  const app = new App(browser, page, close);
  await page.goto((all.address ?? await siteUrl()) + (all.query ? `?${all.query}` : ''), {waitUntil: 'load', timeout: 60_000});
  await app.waitIdle();
  return app;
}

/** A page without the app, in 'chromium' or 'firefox', that can import the modules of shell/ and start their worker. */
export async function openModules(browser) {
  const {page, close} = await (browser === 'firefox' ? openFirefoxPage : openChromiumPage)(defaults);
  const app = new App(browser, page, close);
  await page.goto(await shellUrl() + 'licences.txt');
  await page.evaluate(href => document.head.append(Object.assign(document.createElement('link'), {id: 'age-worker', href})), `/${siteFile(/^age_worker-.*\.js$/)}`);
  return app;
}

/** Ends what the test program shares: call it in `after`. */
export async function closeAll() {
  await closeChromium();
  await closeSite();
}

class App {
  /** Messages of console.error and uncaught errors, in order. */
  errors = [];
  /** Addresses of all requests, in order. */
  requests = [];

  constructor(browser, page, close) {
    this.browser = browser;
    /** The Playwright page in Chromium, the Puppeteer page in Firefox. */
    this.page = page;
    this.close = close;
    page.on('console', message => message.type() === 'error' && this.errors.push(message.text()));
    page.on('pageerror', error => this.errors.push(String(error)));
    page.on('request', request => this.requests.push(request.url()));
  }

  /** What another app opened with it shares: storage and service worker. */
  get context() {
    return this.browser === 'firefox' ? this.page.browser() : this.page.context();
  }

  async waitIdle() {
    await this.waitFor(() => globalThis.fullcircle?.frames > 0 && globalThis.fullcircle.idle);
  }

  /** Waits until the function, run in the page, is true. */
  async waitFor(condition, argument) {
    if (this.browser === 'firefox') await this.page.waitForFunction(condition, {timeout: 60_000}, argument);
    else await this.page.waitForFunction(condition, argument, {timeout: 60_000});
  }

  async resize(width, height) {
    await (this.browser === 'firefox' ? this.page.setViewport({width, height}) : this.page.setViewportSize({width, height}));
    await this.waitIdle();
  }

  frames() {
    return this.page.evaluate(() => globalThis.fullcircle.frames);
  }

  /** The one element with this role and name; waits until it is there. */
  find(role, name) {
    if (this.browser === 'firefox') return this.page.locator(`::-p-aria([role="${role}"][name="${name}"])`);
    return this.page.getByRole(role, {name, exact: true});
  }

  async click(role, name) {
    await this.find(role, name).click();
    await this.waitIdle();
  }

  /** Focuses a field, types key by key after what is there, and leaves the focus in it. */
  async type(role, name, text) {
    await this.find(role, name).click();
    await this.page.keyboard.type(text);
    await this.waitIdle();
  }

  /** A key by name, with what is held down before it: "Enter", "Control+Enter". */
  async press(key) {
    const keyboard = this.page.keyboard;
    const held = this.browser === 'firefox' && key.length > 1 ? key.split('+').slice(0, -1) : [];  // Playwright takes them in one
    for (const one of held) await keyboard.down(one);
    await keyboard.press(held.length > 0 ? key.split('+').at(-1) : key);
    for (const one of held) await keyboard.up(one);
    await this.waitIdle();
  }

  async valueOf(role, name) {
    if (this.browser !== 'firefox') return this.find(role, name).inputValue();
    return (await this.find(role, name).waitHandle()).evaluate(element => element.value);
  }

  /** All text of the page, as a person would find it. */
  pageText() {
    return this.page.evaluate(() => document.body.innerText);
  }

  async textOf(role, name) {
    if (this.browser !== 'firefox') return this.find(role, name).textContent();
    return (await this.find(role, name).waitHandle()).evaluate(element => element.textContent);
  }

  /** Saves what is on the screen as build/screens/NAME.png, for a person to look at. */
  async screenshot(name) {
    const path = name.endsWith('.png') ? name : join(projectFolder, 'build/screens', `${name}.png`);
    mkdirSync(dirname(path), {recursive: true});
    await this.page.screenshot({path});
  }
}
