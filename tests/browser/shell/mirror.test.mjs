// The mirror: elements follow the program's nodes, and the focus survives whatever happens around it.
import assert from 'node:assert/strict';
import {after, beforeEach, test} from 'node:test';
import {findViolations} from '../support/accessibility.mjs';
import {openShell, role, state} from '../support/bare_shell.mjs';
import {closeAll} from '../support/app.mjs';

const shell = await openShell();
const {page} = shell;
after(async () => { await shell.close(); await closeAll(); });
beforeEach(async () => { await shell.apply([]); await shell.take(); });

const button = (id, name, more = {}) => ({id, role: role.button, name, ...more});
const names = () => page.locator('#mirror button').allTextContents();

test('elements are found by role and name, in the order of the nodes', async () => {
  await shell.apply([button(1, 'First'), button(2, 'Second'), {id: 3, role: role.heading, level: 2, name: 'Team'}]);
  assert.deepEqual(await names(), ['First', 'Second']);
  await page.getByRole('heading', {name: 'Team', level: 2}).waitFor();
});

test('a new order moves elements, and the focused one keeps the focus', async () => {
  for (const withMove of [true, false]) {
    await page.evaluate(on => { if (!on) Element.prototype.moveBefore = undefined; }, withMove);
    await shell.apply([button(1, 'A'), button(2, 'B'), button(3, 'C'), button(4, 'D')]);
    await shell.focus(3);
    await shell.apply([button(3, 'C'), button(4, 'D'), button(1, 'A'), button(2, 'B')]);
    assert.deepEqual(await names(), ['C', 'D', 'A', 'B']);
    assert.equal(await shell.focused(), 'C');
    await shell.apply([button(2, 'B'), button(1, 'A'), button(5, 'E'), button(3, 'C')]);
    assert.deepEqual(await names(), ['B', 'A', 'E', 'C']);
    assert.equal(await shell.focused(), 'C');
  }
});

test('an element is kept while its node changes, and made anew for another role', async () => {
  await shell.apply([button(1, 'Save')]);
  await page.evaluate(() => { document.querySelector('#mirror button').kept = true; });
  await shell.apply([button(1, 'Saved', {states: state.disabled})]);
  assert.equal(await page.evaluate(() => document.querySelector('#mirror button').kept), true);
  assert.ok(await page.getByRole('button', {name: 'Saved'}).isDisabled());
  await shell.apply([{id: 1, role: role.link, name: 'Saved', value: '#home'}]);
  assert.equal(await page.getByRole('link', {name: 'Saved'}).getAttribute('href'), '#home');
  assert.equal(await page.locator('#mirror button').count(), 0);
});

test('a second node with the same id is left out', async () => {
  await shell.apply([button(1, 'One'), button(1, 'Two')]);
  assert.deepEqual(await names(), ['One']);
});

test('a modal dialog takes the focus, puts the rest out of reach and gives the focus back', async () => {
  const page1 = [{id: 1, role: role.main, name: 'Home', rect: [0, 0, 500, 400]}, button(2, 'Delete', {parent: 1})];
  const dialog = [{id: 9, role: role.dialog, name: 'Sure?', layer: 2, states: state.modal, tabIndex: -1}, button(10, 'Yes', {parent: 9})];
  await shell.apply(page1);
  await shell.focus(2);
  await shell.apply([...page1, ...dialog]);
  assert.equal(await shell.focused(), 'Yes');
  assert.equal(await page.evaluate(() => document.querySelector('main').inert), true);
  await shell.apply(page1);
  assert.equal(await shell.focused(), 'Delete');
  assert.equal(await page.evaluate(() => document.querySelector('main').inert), false);
});

test('a focus asked for too early comes with the element, but not long after', async () => {
  await shell.apply([button(1, 'Open')]);
  await shell.focus(2);
  await shell.apply([button(1, 'Open'), button(2, 'First choice')]);
  assert.equal(await shell.focused(), 'First choice');
  await shell.focus(3);
  await shell.apply([button(1, 'Open')]);
  await shell.focus(1);
  await shell.apply([button(1, 'Open'), button(3, 'Late')]);
  assert.equal(await shell.focused(), 'Open');
});

test('a removed element that had the focus is reported', async () => {
  await shell.apply([button(1, 'Gone')]);
  await shell.focus(1);
  await shell.take();
  await shell.apply([]);
  assert.deepEqual((await shell.take()).filter(([name]) => name === 'focus'), [['focus', 0, 0]]);
});

test('a scroll area scrolls, reports, and is forgotten when it goes', async () => {
  const area = {id: 5, role: role.scroll_area, name: 'People', rect: [0, 0, 300, 200], content: [300, 2000]};
  await shell.apply([area, button(6, 'Row', {parent: 5, rect: [0, 1900, 300, 40]})]);
  await page.mouse.move(100, 100);
  await page.mouse.wheel(0, 300);
  await page.waitForFunction(() => document.querySelector('.scroll').scrollTop === 300);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  assert.deepEqual((await shell.take()).filter(([name]) => name === 'scroll').at(-1), ['scroll', 5, 0, 300]);
  await shell.focus(6);
  assert.ok(await page.evaluate(() => document.querySelector('.scroll').scrollTop) > 1600, 'the focus scrolls into view');
  await shell.apply([]);
  assert.deepEqual((await shell.take()).filter(([name]) => name === 'forget_scroll'), [['forget_scroll', 5]]);
});

test('a combo is a native select with the chosen option', async () => {
  const combo = number => [{id: 1, role: role.combo, name: 'Minutes', number},
    ...['15', '30', '60'].map((name, i) => ({id: 2 + i, parent: 1, role: role.option, name}))];
  await shell.apply(combo(1));
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.getByRole('combobox', {name: 'Minutes'}).selectOption('60');
  assert.deepEqual((await shell.take()).filter(([name]) => name === 'number'), [['number', 1, 2]]);
});

test('axe finds nothing wrong with any role', async () => {
  await shell.apply([
    {id: 1, role: role.main, name: 'Everything', rect: [0, 0, 500, 400]},
    {id: 2, parent: 1, role: role.heading, level: 1, name: 'Everything'},
    button(3, 'Add', {parent: 1}), {id: 4, parent: 1, role: role.link, name: 'Help', value: '#help'},
    {id: 5, parent: 1, role: role.checkbox, name: 'Agree'}, {id: 6, parent: 1, role: 5, name: 'Reminders', states: state.checked},
    {id: 7, parent: 1, role: 42, name: 'Group'}, {id: 8, parent: 7, role: role.radio, name: 'Peer'}, {id: 9, parent: 7, role: role.radio, name: 'Lead'},
    {id: 10, parent: 1, role: 7, name: 'Views'}, {id: 11, parent: 10, role: 6, name: 'Tree', states: 8}, {id: 12, parent: 10, role: 6, name: 'List', tabIndex: -1},
    {id: 13, parent: 1, role: role.text_field, name: 'Name', value: 'Mara'}, {id: 14, parent: 1, role: role.text_area, name: 'Notes'},
    {id: 15, parent: 1, role: role.slider, name: 'Weight', number: 5, minimum: 0, maximum: 10, step: 1},
    {id: 16, parent: 1, role: 20, name: 'People', count: 1, columnCount: 1}, {id: 17, parent: 16, role: 21, index: 1}, {id: 18, parent: 17, role: 22, name: 'Name', index: 1, states: 1 << 14},
    {id: 19, parent: 1, role: 39, name: 'Progress', number: 3, minimum: 0, maximum: 8, value: '3 of 8'},
    {id: 20, parent: 1, role: 43, name: 'Goals'}, {id: 21, parent: 20, role: role.tree_item, name: 'Revenue', level: 1, index: 1, count: 1, states: 16},
    {id: 22, parent: 1, role: 40, name: 'Trend'}, {id: 23, parent: 22, role: role.text, name: 'Rising'},
    {id: 24, parent: 1, role: role.list, name: 'Steps'}, {id: 25, parent: 24, role: role.list_item, name: 'Start'},
    {id: 26, parent: 1, role: role.combo, name: 'Unit'}, {id: 27, parent: 26, role: role.option, name: 'Sales'},
    {id: 28, parent: 1, role: 11, name: 'Search', states: 1 << 17 | 16, controls: 31}, {id: 30, parent: 1, role: 14, name: 'Results'}, {id: 31, parent: 30, role: role.option, name: 'Mara', states: 8},
    {id: 32, parent: 1, role: 41, name: 'Avatar of Mara'}, {id: 33, parent: 1, role: 37, name: 'Saved'}, {id: 34, parent: 1, role: 46},
  ]);
  assert.deepEqual(await findViolations({page}, {'document-title': {enabled: false}, 'html-has-lang': {enabled: false}}), []);
});
