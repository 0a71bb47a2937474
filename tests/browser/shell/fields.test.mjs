// Text fields: the browser owns the text while the focus is in them, whatever the program says meanwhile.
import assert from 'node:assert/strict';
import {after, beforeEach, test} from 'node:test';
import {openShell, keys, role, state} from '../support/bare_shell.mjs';
import {closeAll} from '../support/app.mjs';

const shell = await openShell();
const {page} = shell;
const cdp = await page.context().newCDPSession(page);
after(async () => { await shell.close(); await closeAll(); });
beforeEach(async () => { await shell.apply([]); await shell.take(); });

const field = (value = '', more = {}) => ({id: 1, role: role.text_field, name: 'Name', value, ...more});
const area = (value = '', more = {}) => ({id: 2, role: role.text_area, name: 'Notes', value, ...more});
const other = {id: 3, role: role.button, name: 'Other'};
const value = name => page.getByRole('textbox', {name}).inputValue();
const taken = async kind => (await shell.take()).filter(([name]) => name === kind);

test('typing reports the whole text each time', async () => {
  await shell.apply([field()]);
  await page.getByRole('textbox', {name: 'Name'}).click();
  await page.keyboard.type('Zoë');
  assert.deepEqual(await taken('text'), [['text', 1, 'Z'], ['text', 1, 'Zo'], ['text', 1, 'Zoë']]);
});

test('Chinese composed by an input method arrives once, when it is finished', async () => {
  await shell.apply([field('', {keys: keys.escape})]);
  await page.getByRole('textbox', {name: 'Name'}).click();
  await shell.take();
  await cdp.send('Input.imeSetComposition', {text: 'zhou', selectionStart: 4, selectionEnd: 4});
  await shell.apply([field('', {keys: keys.escape})]);  // a frame in the middle of it
  assert.equal(await value('Name'), 'zhou');
  const during = await shell.take();
  assert.deepEqual(during.filter(([name]) => name === 'text'), []);
  assert.deepEqual(during.filter(([name]) => name === 'composing'), [['composing', 1]]);
  await cdp.send('Input.insertText', {text: '周'});
  const done = await shell.take();
  assert.deepEqual(done.filter(([name]) => name === 'text').at(-1), ['text', 1, '周']);
  assert.deepEqual(done.filter(([name]) => name === 'composing'), [['composing', 0]]);
});

test('no key is taken while composing', async () => {
  await shell.apply([field('', {keys: keys.escape | keys.enter})]);
  await page.getByRole('textbox', {name: 'Name'}).click();
  await cdp.send('Input.imeSetComposition', {text: 'ni', selectionStart: 2, selectionEnd: 2});
  await shell.take();
  await cdp.send('Input.dispatchKeyEvent', {type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229});
  assert.deepEqual((await shell.take()).filter(([name]) => ['key', 'commit'].includes(name)), []);
  await cdp.send('Input.insertText', {text: '你'});
});

test('the program never overwrites what is being typed, and undo still works', async () => {
  await shell.apply([field()]);
  await page.getByRole('textbox', {name: 'Name'}).click();
  await page.keyboard.insertText('first');
  await shell.apply([field('something else')]);
  assert.equal(await value('Name'), 'first');
  await page.keyboard.press('Control+z');
  assert.equal(await value('Name'), '');
});

test('a raised revision replaces the text even then', async () => {
  await shell.apply([field()]);
  await page.getByRole('textbox', {name: 'Name'}).click();
  await page.keyboard.type('sent');
  await shell.apply([field('', {revision: 1})]);
  assert.equal(await value('Name'), '');
});

test('leaving the field commits, and then it shows what the program settled on', async () => {
  await shell.apply([field('12'), other]);
  await page.getByRole('textbox', {name: 'Name'}).fill('12.0 ');
  await shell.take();
  await shell.focus(3);
  assert.deepEqual(await taken('commit'), [['commit', 1, '12.0 ']]);
  await shell.apply([field('12'), other]);
  assert.equal(await value('Name'), '12');
});

test('Enter commits a field of one line and breaks a line in an area', async () => {
  await shell.apply([field('done'), area()]);
  await page.getByRole('textbox', {name: 'Name'}).click();
  await page.keyboard.press('Enter');
  assert.deepEqual(await taken('commit'), [['commit', 1, 'done']]);
  await page.getByRole('textbox', {name: 'Notes'}).click();
  await shell.take();
  await page.keyboard.type('one\ntwo');
  assert.equal(await value('Notes'), 'one\ntwo');
  assert.deepEqual(await taken('commit'), []);
});

test('paste and cut are the browser\'s own', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await shell.apply([area('all of it')]);
  await page.getByRole('textbox', {name: 'Notes'}).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+x');
  assert.equal(await value('Notes'), '');
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Control+v');
  assert.equal(await value('Notes'), 'all of itall of it');
  assert.deepEqual((await taken('text')).at(-1), ['text', 2, 'all of itall of it']);
});

test('a field is transparent until it has the focus, with the same place and type as the drawn text', async () => {
  await shell.apply([field('Mara', {rect: [20, 30, 180, 32]})]);
  const look = () => page.getByRole('textbox', {name: 'Name'}).evaluate(element => {
    const {color, fontFamily, fontSize, lineHeight} = getComputedStyle(element);
    return {color, fontFamily: fontFamily.split(',')[0], fontSize, lineHeight};
  });
  assert.deepEqual(await look(), {color: 'rgba(0, 0, 0, 0)', fontFamily: 'Inter', fontSize: '14px', lineHeight: '20px'});
  await shell.focus(1);
  assert.notEqual((await look()).color, 'rgba(0, 0, 0, 0)');
  assert.deepEqual(await page.getByRole('textbox', {name: 'Name'}).boundingBox(), {x: 20, y: 30, width: 180, height: 32});
});

test('a read-only field takes no text', async () => {
  await shell.apply([field('fixed', {states: state.readonly})]);
  await page.getByRole('textbox', {name: 'Name'}).click();
  await page.keyboard.type('x');
  assert.equal(await value('Name'), 'fixed');
});
