// Every screen of the sample team: nothing for axe to complain about, no frame drawn while nothing happens, no error; and a picture of
// each in build/screens/, light, dark, on a phone and in German, for a person to look at.
import assert from 'node:assert/strict';
import {after, describe, test} from 'node:test';
import {findViolations} from './accessibility.mjs';
import {closeAll, openApp} from './app.mjs';
import {drop, saveOffered} from './files.mjs';
import {editedElsewhere} from './other_device.mjs';
import {staysStill} from './stillness.mjs';

async function go(app, route) {
  await app.page.evaluate(to => { location.hash = to; }, route);
  await app.waitIdle();
}

/** The record behind the first row of a list; lists have rows where there is room for a table. */
async function firstRecord(app, list) {
  await go(app, list);
  await app.page.getByRole('row').nth(1).click();
  await app.waitIdle();
  return app.page.evaluate(() => location.hash.split('/')[1]);
}

const at = route => ({app}) => go(app, route);
const person = tab => ({app, ids}) => go(app, `person/${ids.person}${tab && `/${tab}`}`);
const pressed = (...keys) => async ({app}) => {
  await go(app, 'home');
  for (const key of keys) await app.press(key);
};

/** The terms of the first figure on a screen, opened by keyboard: Escape gives the focus back to the figure. */
const terms = (open, name = /Show how it came about|Zeigen, wie es entstand/) => async context => {
  await open(context);
  const {app} = context;
  const figure = app.page.getByRole('button', {name}).first(), dialog = app.page.getByRole('dialog');
  await figure.focus();
  for (const key of ['Enter', 'Escape', 'Enter']) {
    await app.press(key);
    await dialog.waitFor({state: key === 'Enter' ? 'visible' : 'hidden'});
    if (key === 'Escape') assert.ok(await figure.evaluate(element => element === document.activeElement), 'the figure has the focus again');
  }
};
const figures = /How these figures came about|entstanden diese Zahlen|diese Zahlen entstanden/;

const words = {en: {sample: 'Explore the sample', backUp: 'Back up now', save: 'Save file', merge: 'Merge'}, de: {sample: 'Beispiel ansehen', backUp: 'Jetzt sichern', save: 'Datei speichern', merge: 'Zusammenführen'}};

/** Until the last notice has gone. */
async function waitForQuiet(app) {
  await app.page.getByRole('status').filter({hasText: /\S/}).first().waitFor({state: 'hidden'});
  await app.waitIdle();
}

/** Opens what another device made of the team. */
async function openOtherCopy({app, say}) {
  await go(app, 'settings//storage');
  const file = await saveOffered(app, () => app.find('button', say.backUp).click(), say.save);
  await go(app, 'home');
  await waitForQuiet(app);
  await drop(app, [{name: 'northside.fullcircle', text: editedElsewhere(file.text)}]);
}

/** Name of the picture, and how to get there. */
const screens = {
  home: at('home'),
  people: at('people'),
  person: person(''),
  'person-goals': person('goals'),
  'person-feedback': person('feedback'),
  'person-result': person('result'),
  'person-development': person('development'),
  'person-conversations': person('conversations'),
  'person-history': person('history'),
  'person-check-in': person('check-in'),
  'person-give-feedback': person('give-feedback'),
  goals: at('goals'),
  'goals-list': at('goals//list'),
  'goals-people': at('goals//by-person'),
  requests: at('requests'),
  received: at('answer'),
  results: at('results'),
  result: ({app, ids}) => go(app, `result/${ids.review}`),
  calibration: at('calibration'),
  'self-review': ({app, ids}) => go(app, `self-review/${ids.review}`),
  conversations: at('conversations'),
  conversation: ({app, ids}) => go(app, `conversation/${ids.conversation}`),
  plans: at('plans'),
  plan: ({app, ids}) => go(app, `plan/${ids.plan}`),
  insights: at('insights'),
  'insights-quality': at('insights//quality'),
  cycle: at('cycle'),
  settings: at('settings'),
  'settings-rules': at('settings//rules'),
  'settings-storage': at('settings//storage'),
  'settings-teams': at('settings//teams'),
  'settings-encryption': at('settings//encryption'),
  'settings-lock': at('settings//lock'),
  'settings-look': at('settings//look'),
  guides: at('guides'),
  'guides-insights': at('guides//insights'),
  'guides-news': at('guides//whats_new'),
  palette: pressed('Control+k'),
  'terms-home': terms(at('home')),
  'terms-person-goals': terms(person('goals')),
  'terms-person-trend': terms(async context => {
    await person('')(context);
    const {page} = context.app;
    await page.getByRole('button', {name: /^(What is followed|Was verfolgt wird): /}).click();
    await page.getByRole('option').nth(1).click();
    await context.app.waitIdle();
  }, / · \d[.,]\d\d\. (Show how|Zeigen)/),
  'terms-goal': terms(({app, ids}) => go(app, `goals/${ids.goal}`), figures),
  'terms-result': terms(({app, ids}) => go(app, `result/${ids.review}`)),
  'terms-calibration': terms(at('calibration'), figures),
  'terms-plan': terms(({app, ids}) => go(app, `plan/${ids.plan}`)),
  'terms-insights': terms(at('insights'), /^(How computed|Wie berechnet)/),
  'terms-insights-share': terms(at('insights'), /: \d+\s?%\. (Show how|Zeigen)/),
  'terms-insights-agreement': terms(at('insights'), / · .*: [01][.,]\d\d\. (Show how|Zeigen)/),
  'terms-insights-change': terms(at('insights'), /: [+−]\d[.,]\d\d\. (Show how|Zeigen)/),
  'conflicts-none': at('conflicts'),
  'merge-preview': openOtherCopy,
  conflicts: async context => {
    await openOtherCopy(context);
    await context.app.click('button', context.say.merge);
    await go(context.app, 'conflicts');
    await waitForQuiet(context.app);
  },
  'home-conflicts': at('home'),
};

const looks = {
  light: {width: 1440, height: 900},
  dark: {width: 1440, height: 900, theme: 'dark'},
  phone: {width: 390, height: 844},
  'phone-dark': {width: 390, height: 844, theme: 'dark'},
  german: {width: 1440, height: 900, language: 'de'},
};

/** Keeps the dialogs of one screen away from the next. */
async function leave(app) {
  for (let i = 0; i < 3; ++i) await app.press('Escape');
}

/** Every screen in each of these looks; `watched_ms` is for how long nothing may be drawn or fetched on it, 0 that it is not watched. */
export function testScreens(names, watched_ms) {
  after(closeAll);
  for (const look of names) describe(`screens, ${look}`, async () => {
    const {width, height, ...others} = looks[look];
    const app = await openApp('chromium', {...others, width: 1440, height: 900});
    const say = words[others.language ?? 'en'];
    await app.click('button', say.sample);
    const ids = {person: await firstRecord(app, 'people'), review: await firstRecord(app, 'results'),
      conversation: await firstRecord(app, 'conversations'), goal: await firstRecord(app, 'goals//list'), plan: await firstRecord(app, 'plans')};
    await app.page.setViewportSize({width, height});
    after(() => app.close());

    for (const [name, open] of Object.entries(screens)) {
      test(name, async () => {
        await open({app, ids, say});
        await app.screenshot(`${look}/${name}`);
        assert.deepEqual(await findViolations(app), []);
        assert.equal(await app.page.getByRole('heading', {level: 1, includeHidden: true}).count(), 1, 'one heading of the first level');
        if (watched_ms > 0) await staysStill(app, watched_ms);
        assert.deepEqual(app.errors.splice(0), []);
        await leave(app);
      });
    }
  });
}
