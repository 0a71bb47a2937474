// G6: a review is signed on two devices with a key each, checked by the command line, amended and signed again; one altered byte is found.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {createHash, createPublicKey, verify} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {findViolations} from './support/accessibility.mjs';
import {closeAll, openApp} from './support/app.mjs';
import {drop, exportFile, makeFile} from './support/files.mjs';

const program = process.env.FULLCIRCLE ?? 'build/native/fullcircle';
const desk = {width: 1320, height: 860};

/** Runs `fullcircle verify`: {code, text}. */
function verifyFile(path) {
  try {
    return {code: 0, text: execFileSync(program, ['verify', path], {encoding: 'utf8'})};
  } catch ({status, stdout}) {
    return {code: status, text: stdout};
  }
}

async function go(app, hash) {
  await app.page.evaluate(to => { location.hash = to; }, hash);
  await app.waitIdle();
}

async function sign(app, name, {verdict, words, again} = {}) {
  await app.page.getByRole('button', {name: `Sign as ${name}`}).click();
  await app.waitIdle();
  if (verdict) await app.click('radio', verdict);
  if (words) await app.type('textbox', 'Words beside the signature', words);
  await app.click('checkbox', `I am ${name} and sign for myself`);
  await app.click('button', 'Sign');
  await app.waitFor(who => !document.body.innerText.includes(`Sign as ${who}`) || !document.querySelector('dialog[open]'), name);
  await app.waitIdle();
}

const region = (app, name) => app.page.getByRole('region', {name}).innerText();

describe('a sign-off that can be checked', () => {
  let lead, member, review, signed, names;
  before(async () => {
    const sample = await openApp('chromium', desk);
    await sample.click('button', 'Explore the sample');
    const team = JSON.parse((await backup(sample)).text);
    await sample.close();
    const {reviews, people, cycles, workspaces: [{lead: id}]} = team.records;
    const nameOf = person => people.find(one => one.id === person).name;
    const cycle = cycles.find(one => one.state === 'open').id;
    const open = reviews.find(one => one.cycle === cycle && one.person !== id && !one.released && !one.personSignOff);
    open.manager = id;  // whoever leads the team signs as the manager here, with the key of one device
    review = open.id;
    names = {person: nameOf(open.person), lead: nameOf(id), personId: open.person};
    lead = await openApp('chromium', desk);
    await drop(lead, [{name: 'northside.fullcircle', text: JSON.stringify(team)}]);
    await lead.find('button', 'Northside').waitFor();
    await go(lead, 'settings');
    await lead.page.getByRole('button', {name: /^I am/}).click();
    await lead.waitIdle();
    await lead.click('option', names.lead);
    await go(lead, `result/${review}`);
    await lead.find('button', `Release to ${names.person}`).first().click();
    await lead.waitIdle();
    await lead.click('button', 'Release');
  });
  after(async () => {
    await lead.close();
    await member?.close();
    await closeAll();
  });

  async function backup(app) {
    await go(app, 'settings//storage');
    return exportFile(app, 'Back up now');
  }

  async function openConversation(app) {
    await go(app, `conversation/${review}`);
    if (await app.find('button', 'Agree and sign').count() > 0) await app.click('button', 'Agree and sign');
  }

  test('the lead signs with the key of this device, and says so in plain words', async () => {
    await openConversation(lead);
    await sign(lead, names.lead);
    assert.match(await region(lead, names.lead), /Signature checked · key [0-9A-F]{4} [0-9A-F]{4} [0-9A-F]{4} [0-9A-F]{4}/);
    assert.deepEqual(await findViolations(lead), []);
  });

  test('what was signed is read line by line', async () => {
    await lead.click('button', `What ${names.lead} signed`);
    const text = await lead.textOf('dialog', `What ${names.lead} signed`);
    assert.match(text, /Overall/);
    assert.match(text, /weight/);
    assert.match(text, /Form/);
    assert.deepEqual(await findViolations(lead), []);
    await lead.screenshot('sign-off-content');
    await lead.find('button', 'Close').first().click();
    await lead.waitIdle();
  });

  test('the person signs in their own browser, where the lead\'s signature is checked too', async () => {
    const file = await exportFile(lead, `Export the file for ${names.person}`);
    member = await openApp('chromium', desk);
    await drop(member, [file.path]);
    await openConversation(member);
    assert.match(await region(member, names.lead), /Signature checked/);
    await sign(member, names.person, {verdict: 'I disagree', words: 'The second goal was dropped in March'});
    assert.match(await region(member, names.person), /Signature checked/);
    await member.page.reload();
    await member.waitIdle();
    assert.match(await region(member, names.person), /Signature checked/);
    signed = await exportFile(member, 'Export my file');
    assert.deepEqual(member.errors, []);
  });

  test('it comes back, survives a reload, and the command line finds both valid', async () => {
    await drop(lead, [signed.path]);
    await openConversation(lead);
    assert.match(await region(lead, names.person), /Signature checked/);
    await lead.page.reload();
    await lead.waitIdle();
    await openConversation(lead);
    assert.match(await region(lead, names.person), /Signature checked/);
    const saved = await backup(lead);
    const {text} = verifyFile(saved.path);
    assert.match(text, new RegExp(`${names.person}, \\S+Z: disagree, "The second goal was dropped in March"\\n    signature valid \\(key `));
    assert.match(text, new RegExp(`${names.lead}, \\S+Z: agree\\n    signature valid \\(key `));
    assert.doesNotMatch(text, /invalid|unknown/);
  });

  test('the signature is one any other program can check from the file alone', async () => {
    const saved = await backup(lead);
    const {personSignOff: one} = JSON.parse(saved.text).records.reviews.find(each => each.id === review);
    assert.equal(createHash('sha256').update(one.content).digest('hex'), one.contentHash);
    const quoted = text => JSON.stringify(text);
    const statement = `fullcircle sign-off 1\n{"contentHash": ${quoted(one.contentHash)}, "person": ${quoted(one.person)}, "signedAt": ${quoted(one.signedAt)}, ` +
      `"verdict": ${quoted(one.verdict)}, "words": ${quoted(one.words)}}`;
    const key = createPublicKey({key: {kty: 'OKP', crv: 'Ed25519', x: Buffer.from(one.key, 'hex').toString('base64url')}, format: 'jwk'});
    assert.equal(verify(null, Buffer.from(statement), key, Buffer.from(one.signature, 'hex')), true);
  });

  test('one byte altered in the file is found by the command line and on the screen', async () => {
    const saved = await backup(lead);
    const altered = saved.text.replace('The second goal was dropped in March', 'The second goal was dropped in Match');
    const path = makeFile('altered.fullcircle', altered);
    const {code, text} = verifyFile(path);
    assert.equal(code, 1);
    assert.match(text, /signature invalid: words, content or signature were altered/);
    const other = await openApp('chromium', desk);
    await drop(other, [path]);
    await openConversation(other);
    assert.match(await region(other, names.person), /The signature does not fit/);
    assert.deepEqual(await findViolations(other), []);
    await other.close();
  });

  test('a later change is shown with both wordings and asks both to sign again', async () => {
    await go(lead, `result/${review}`);
    await lead.find('textbox', 'Summary of the manager').focus();
    await lead.page.keyboard.press('Control+a');
    await lead.page.keyboard.insertText('A year with two large releases');
    await lead.press('Tab');
    await openConversation(lead);
    const page = await lead.pageText();
    assert.match(page, /both sign again/);
    assert.match(page, /Now: A year with two large releases/);
    assert.deepEqual(await findViolations(lead), []);
    await lead.screenshot('sign-off-changed');
    const {code, text} = verifyFile((await backup(lead)).path);
    assert.equal(code, 1);
    assert.match(text, /signature valid \(key [^)]*\)\n {4}content changed since:\n {6}Summary\n {8}signed: .*\n {8}now: {4}A year with two large releases/);
    await openConversation(lead);
    await sign(lead, names.lead);
    assert.match(await region(lead, names.lead), /Signature checked/);
  });

  test('on this device the other side can only acknowledge, and it says so', async () => {
    await sign(lead, names.person);
    assert.match(await region(lead, names.person), /Acknowledged, without a key/);
    const {text} = verifyFile((await backup(lead)).path);
    assert.match(text, /acknowledged without a key: nothing proves who/);
    assert.match(text, /earlier: .*disagree/);
    assert.deepEqual(lead.errors, []);
  });
});
