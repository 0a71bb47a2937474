// A person who has only the keyboard: finds the way with Tab by what a screen reader says, and never loses the place.
import assert from 'node:assert/strict';

/** Longest way with Tab that anybody would go. */
const mostSteps = 90;

/** Role and name of what has the focus, as the browser computes them for a screen reader: {role, name}; the page itself is {role: 'page'}. */
export async function place(app) {
  if (await app.page.evaluate(() => document.activeElement === document.body || document.activeElement === null)) return {role: 'page', name: ''};
  const said = await app.page.locator('*:focus').last().ariaSnapshot();
  const [, role, name = ''] = /^- '?([a-z]+)(?: "((?:[^"\\]|\\.)*)")?/.exec(said) ?? [undefined, 'nothing'];
  return {role, name: name.replaceAll('\\"', '"')};
}

const fits = (at, role, name) => at.role === role && (name instanceof RegExp ? name.test(at.name) : at.name === name);
const shown = at => `${at.role} “${at.name}”`;

/** The focus is on something: what a person does next starts from there. */
export async function hasPlace(app, after) {
  const at = await place(app);
  assert.notEqual(at.role, 'page', `the focus is lost after ${after}`);
  return at;
}

/** Presses Tab (or another key) until the focus is on this role and name. */
export async function walkTo(app, role, name, key = 'Tab') {
  const seen = new Set();
  for (let step = 0; step < mostSteps; ++step) {
    const at = await place(app);
    if (fits(at, role, name)) return at;
    seen.add(shown(at));
    await app.press(key);
  }
  return assert.fail(`${key} never came to ${role} ${name}; on the way: ${[...seen].join(', ')}`);
}

/** A key that does something; the focus is somewhere afterwards. */
export async function press(app, key) {
  await app.press(key);
  return hasPlace(app, key);
}

/** Walks to a control and presses Enter on it. */
export async function enter(app, role, name) {
  await walkTo(app, role, name);
  await app.press('Enter');
  return hasPlace(app, `Enter on ${role} ${name}`);
}

/** Walks to a field and types over what stands in it. */
export async function write(app, name, text, role = 'textbox') {
  await walkTo(app, role, name);
  await app.page.keyboard.press('Control+a');
  await app.page.keyboard.type(text);
  await app.waitIdle();
}

/** Opens the list of a field, finds an entry by typing where the list can be searched, and takes it. */
export async function pick(app, field, option) {
  await walkTo(app, 'button', new RegExp(`^${field}`));
  await app.press('Enter');
  const at = await hasPlace(app, `opening ${field}`);
  if (/box/.test(at.role) && at.role !== 'listbox') {
    await app.page.keyboard.type(option);
    await app.waitIdle();
  } else {
    await app.press(option[0].toLowerCase());  // a letter goes to the entry that begins with it
  }
  await app.press('Enter');
  const back = await hasPlace(app, `choosing ${option}`);
  assert.match(back.name, new RegExp(`^${field}`), 'the field has the focus again');
}

/** Goes to a page with the palette. */
export async function goTo(app, page) {
  await app.press('Control+k');
  await hasPlace(app, 'Control+k');
  await app.page.keyboard.type(page);
  await app.waitIdle();
  await app.press('Enter');
  return hasPlace(app, `going to ${page}`);
}

/** Walks into the table of the page, and in it with the arrows to a row. */
export async function toRow(app, name) {
  await walkTo(app, 'row', /./);
  await app.press('Home');
  return walkTo(app, 'row', name, 'ArrowDown');
}

/** Walks to the button that opens the browser's file dialog and chooses a file there. On a busy machine the browser may let a dialog lapse. */
export async function chooseBy(app, button, path) {
  for (let tries = 0; tries < 3; ++tries) {
    await walkTo(app, 'button', button);
    const opened = app.page.waitForEvent('filechooser', {timeout: 10_000}).catch(() => null);
    await app.page.keyboard.press('Enter');
    const dialog = await opened;
    if (!dialog) continue;
    await dialog.setFiles([path]);
    return app.waitIdle();
  }
  return assert.fail(`${button} opened no file dialog`);
}
