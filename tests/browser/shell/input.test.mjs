// Pointer and keyboard: who hears of a click, a hover, a key, and who does not.
import assert from 'node:assert/strict';
import {after, beforeEach, test} from 'node:test';
import {openShell, keys, role, state} from '../support/bare_shell.mjs';
import {closeAll} from '../support/app.mjs';

const shell = await openShell();
const {page} = shell;
after(async () => { await shell.close(); await closeAll(); });
beforeEach(async () => { await shell.apply([]); await page.mouse.move(490, 390); await shell.take(); });

const button = (id, name, more = {}) => ({id, role: role.button, name, ...more});
const taken = async kind => (await shell.take()).filter(([name]) => name === kind);

test('mouse, Enter, Space and a screen reader activate in the same way', async () => {
  await shell.apply([button(1, 'Add')]);
  await page.getByRole('button', {name: 'Add'}).click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await page.getByRole('button', {name: 'Add'}).dispatchEvent('click');
  assert.deepEqual(await taken('activate'), Array(4).fill(['activate', 1, 0]));
});

test('a press that ends elsewhere activates nothing', async () => {
  await shell.apply([button(1, 'A', {rect: [10, 10, 100, 30]}), button(2, 'B', {rect: [10, 100, 100, 30]})]);
  await page.mouse.move(50, 20);
  await page.mouse.down();
  await page.mouse.move(50, 110);
  await page.mouse.up();
  const calls = await shell.take();
  assert.deepEqual(calls.filter(([name]) => ['activate', 'press', 'release'].includes(name)), [['press', 1], ['release']]);
});

test('the innermost thing under the pointer comes first, and texts never stand in the way', async () => {
  await shell.apply([
    {id: 1, role: role.list, name: 'People', rect: [0, 0, 400, 300]},
    {id: 2, parent: 1, role: role.list_item, rect: [0, 0, 400, 40]},
    button(3, 'Open', {parent: 2, rect: [0, 0, 400, 40]}),
    {id: 4, parent: 2, role: role.text, name: 'Mara', rect: [10, 10, 60, 20]},
  ]);
  await page.mouse.move(20, 20);
  assert.deepEqual((await taken('hover')).at(-1), ['hover', 3, 2, 1]);
});

test('what lies under a surface hears nothing', async () => {
  await shell.apply([button(1, 'Under', {rect: [10, 10, 100, 30]}),
    {id: 2, role: role.surface, rect: [0, 0, 500, 400], layer: 1, states: state.clickable, tabIndex: -1}]);
  await page.mouse.click(50, 20);
  assert.deepEqual(await taken('activate'), [['activate', 2, 0]]);
});

test('a checkbox that the program does not change shows its old state again', async () => {
  await shell.apply([{id: 1, role: role.checkbox, name: 'Agree'}]);
  await page.getByRole('checkbox').click();
  assert.deepEqual(await taken('activate'), [['activate', 1, 0]]);
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  assert.equal(await page.getByRole('checkbox').isChecked(), false);
});

test('a disabled thing takes no click', async () => {
  await shell.apply([button(1, 'Off', {states: state.disabled}), {id: 2, role: role.tree_item, name: 'Goal', states: state.disabled}]);
  await page.getByRole('button').click({force: true});
  await page.getByRole('treeitem').click({force: true});
  assert.deepEqual(await taken('activate'), []);
});

test('a link is the program\'s, unless it is to open elsewhere', async () => {
  await shell.apply([{id: 1, role: role.link, name: 'Mara', value: '#people/1'}]);
  await page.getByRole('link').click();
  assert.deepEqual(await taken('activate'), [['activate', 1, 0]]);
  assert.equal(await page.evaluate(() => location.hash), '');
});

test('a widget gets the keys it asked for, also for what is inside it', async () => {
  await shell.apply([{id: 1, role: role.list, name: 'Menu', keys: keys.down}, button(2, 'Edit', {parent: 1})]);
  await shell.focus(2);
  await shell.take();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  assert.deepEqual(await taken('key'), [['key', 1, 4, 0, '', 0]]);
});

test('a shortcut works anywhere but in a text field, unless it says so', async () => {
  const character = 17, control = 4, inFields = 1 << 24;
  const code = (letter, more = 0) => (character | letter.charCodeAt(0) << 8 | control << 16 | more) >>> 0;
  await page.evaluate(codes => shell.shortcuts(codes), [code('k', inFields), code('j')]);
  await shell.apply([button(1, 'Add'), {id: 2, role: role.text_field, name: 'Name'}]);
  await shell.focus(1);
  for (const key of ['Control+k', 'Control+j']) await page.keyboard.press(key);
  assert.deepEqual((await taken('key')).map(call => call[4]), ['k', 'j']);
  await shell.focus(2);
  for (const key of ['Control+k', 'Control+j']) await page.keyboard.press(key);
  assert.deepEqual((await taken('key')).map(call => call[4]), ['k']);
});

test('the ring is asked for after a key, not after a click', async () => {
  await shell.apply([button(1, 'Add'), button(2, 'Save')]);
  await page.getByRole('button', {name: 'Add'}).click();
  assert.deepEqual((await taken('focus')).at(-1), ['focus', 1, 0]);
  await page.keyboard.press('Tab');
  assert.deepEqual((await taken('focus')).at(-1), ['focus', 2, 1]);
});

test('a finger that scrolls clicks nothing, one that taps does', async () => {
  const touch = await openShell({hasTouch: true});
  const area = {id: 1, role: role.scroll_area, name: 'People', rect: [0, 0, 400, 300], content: [400, 3000]};
  await touch.apply([area, ...Array.from({length: 60}, (_, i) => button(i + 2, `Row ${i}`, {parent: 1, rect: [0, 50 * i, 400, 50]}))]);
  const cdp = await touch.page.context().newCDPSession(touch.page);
  const send = (type, y) => cdp.send('Input.dispatchTouchEvent', {type, touchPoints: type === 'touchEnd' ? [] : [{x: 200, y}]});
  await send('touchStart', 250);
  for (let y = 240; y > 100; y -= 10) await send('touchMove', y);
  await send('touchEnd');
  // Until the browser no longer rolls on: a tap before that only stops it.
  await touch.page.waitForFunction(() => {
    const before = globalThis.scrolledTo;
    globalThis.scrolledTo = document.querySelector('.scroll').scrollTop;
    return globalThis.scrolledTo > 50 && globalThis.scrolledTo === before;
  }, undefined, {polling: 200});
  const calls = await touch.take();
  assert.deepEqual(calls.filter(([name]) => name === 'activate'), []);
  assert.deepEqual(calls.filter(([name]) => name === 'release'), [['release']]);
  await touch.apply([button(2, 'Tap')]);
  await send('touchStart', 25);
  await send('touchEnd');
  const tap = [];  // the click follows the focus, each as a task of its own
  for (let i = 0; i < 1000 && !tap.some(([name]) => name === 'activate'); ++i) tap.push(...await touch.take());
  assert.deepEqual(tap.filter(([name]) => name === 'activate'), [['activate', 2, 0]]);
  assert.ok(tap.filter(([name]) => name === 'hover').every(call => call.length === 1), 'no hover is left behind');
  await touch.close();
});
