// Behind tests/browser/shot: opens the built site, does a few steps, saves a picture.
import {parseArgs} from 'node:util';
import {closeAll, openApp} from './app.mjs';

const options = {
  size: {type: 'string', default: '1440x900'},
  theme: {type: 'string', default: 'light'},
  lang: {type: 'string', default: 'en'},
  query: {type: 'string', default: ''},
  dpr: {type: 'string', default: '1'},
  browser: {type: 'string', default: 'chromium'},
  click: {type: 'string', multiple: true},
  type: {type: 'string', multiple: true},
  press: {type: 'string', multiple: true},
  hover: {type: 'string', multiple: true},
  open: {type: 'string', multiple: true},
  at: {type: 'string', multiple: true},
  go: {type: 'string', multiple: true},
  tree: {type: 'boolean', default: false},
};
const roles = ['button', 'tab', 'link', 'menuitem', 'option', 'checkbox', 'radio', 'switch', 'row', 'treeitem', 'textbox', 'combobox', 'listitem'];

const {values, positionals, tokens} = parseArgs({options, allowPositionals: true, tokens: true});
const [width, height] = values.size.split('x').map(Number);

/** The first thing of any role with this name; "role:name" asks for one role. */
async function locate(page, text) {
  const asked = /^([a-z]+):(.+)$/.exec(text);
  const [wanted, name] = asked && roles.includes(asked[1]) ? [[asked[1]], asked[2]] : [roles, text];
  for (const exact of [true, false]) {
    for (const role of wanted) {
      const found = page.getByRole(role, {name, exact});
      if (await found.count()) return found.first();
    }
  }
  throw new Error(`nothing is named "${text}"`);
}

const steps = {
  click: async (page, name) => (await locate(page, name)).click(),
  hover: async (page, name) => (await locate(page, name)).hover(),
  type: async (page, text) => {
    const [name, ...rest] = text.split('=');
    await (await locate(page, name)).click();
    await page.keyboard.type(rest.join('='));
  },
  press: (page, key) => page.keyboard.press(key),
  go: (page, route) => page.evaluate(to => { location.hash = to; }, route),
  at: (page, point) => page.mouse.click(...point.split(',').map(Number)),
  open: async (page, text) => {  // "Button name=file": the button opens the browser's file dialog
    const [name, file] = text.split('=');
    const chooser = page.waitForEvent('filechooser');
    await (await locate(page, name)).click();
    await (await chooser).setFiles(file);
  },
};

const app = await openApp(values.browser, {width, height, theme: values.theme, language: values.lang, dpr: Number(values.dpr), query: values.query});
try {
  for (const token of tokens) {
    if (token.kind !== 'option' || !steps[token.name]) continue;
    await steps[token.name](app.page, token.value);
    await app.waitIdle();
  }
} catch (error) {
  console.error(`step failed: ${error.message.split('\n')[0]}`);
  process.exitCode = 1;
}
await app.screenshot(positionals[0] ?? 'shot');
if (values.tree) console.log(await app.page.locator('body').ariaSnapshot());
if (app.errors.length) console.error(app.errors.join('\n'));
await app.close();
await closeAll();
