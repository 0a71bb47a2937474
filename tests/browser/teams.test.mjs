// Several teams on one device, with the mouse and by name: switch, rename, archive and bring back, delete, undo and restore.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {findViolations} from './support/accessibility.mjs';
import {closeAll, openApp} from './support/app.mjs';

describe('several teams on one device', () => {
  let app;
  const has = words => app.waitFor(words => document.body.innerText.includes(words), words);
  const toTeams = async () => {
    await app.page.evaluate(() => { location.hash = 'settings//teams'; });
    await app.waitIdle();
  };
  const choose = async (team, action) => {
    await app.click('button', `More for ${team}`);
    await app.click('menuitem', action);
  };
  const count = (role, name) => app.page.getByRole(role, {name, exact: true}).count();
  const create = async (name, lead) => {
    await app.click('button', 'Create a team');
    await app.type('textbox', 'Name of the team', name);
    await app.type('textbox', 'Your name', lead);
    await app.click('button', 'Create the team');
  };
  const people = async () => {
    await app.page.evaluate(() => { location.hash = 'people'; });
    await app.waitIdle();
    return app.pageText();
  };

  before(async () => {
    app = await openApp('chromium', {width: 1320, height: 860});
    await create('Harbour', 'Ada Berg');
    await toTeams();
    await create('Quarry', 'Zoë Lind');
  });
  after(async () => {
    await app.close();
    await closeAll();
  });

  test('switching shows the other team, and only that', async () => {
    assert.match(await people(), /Zoë Lind/);
    await toTeams();
    await app.click('button', /Switch to Harbour$/);
    const shown = await people();
    assert.match(shown, /Ada Berg/);
    assert.doesNotMatch(shown, /Zoë Lind/);
    await toTeams();
    assert.equal(await count('button', /Switch to Quarry$/), 1);
    assert.equal(await count('button', /Switch to Harbour$/), 0);
    assert.deepEqual(await findViolations(app), []);
  });

  test('a team that is open and one that is not are renamed, and are still called so after a reload', async () => {
    for (const [team, name] of [['Harbour', 'Port'], ['Quarry', 'Stone']]) {
      await choose(team, 'Rename');
      await app.find('textbox', 'Name of the team').fill(name);
      await app.page.getByRole('dialog').getByRole('button', {name: 'Rename', exact: true}).click();
      await app.waitIdle();
      await app.find('button', `More for ${name}`).waitFor();
    }
    await app.page.reload();
    await app.waitIdle();
    await toTeams();
    assert.equal(await count('button', 'More for Port'), 1);
    await app.click('button', /Switch to Stone$/);
    await app.find('button', 'Stone').waitFor();
    await app.page.evaluate(() => { location.hash = 'settings'; });
    await app.waitIdle();
    assert.equal(await app.valueOf('textbox', 'Name of the team'), 'Stone');
    await toTeams();
    await app.click('button', /Switch to Port$/);
  });

  test('an archived team is out of the way, and comes back whole', async () => {
    await toTeams();
    await choose('Stone', 'Archive');
    await has('“Stone” archived');
    assert.equal(await count('button', /Switch to Stone$/), 0);
    await app.page.reload();
    await app.waitIdle();
    await toTeams();
    await app.click('button', /Bring back Stone$/);
    await app.click('button', /Switch to Stone$/);
    assert.match(await people(), /Zoë Lind/);
    await toTeams();
    await app.click('button', /Switch to Port$/);
  });

  test('deleting asks, says how long it is kept, and is undone at once or restored later', async () => {
    await toTeams();
    await choose('Stone', 'Delete');
    assert.match(await app.textOf('dialog', 'Delete “Stone” from this device?'), /30 days/);
    await app.click('button', 'Cancel');
    assert.equal(await count('button', /Switch to Stone$/), 1);
    for (const back of ['Undo', /Restore Stone$/]) {
      await choose('Stone', 'Delete');
      await app.page.getByRole('dialog').getByRole('button', {name: 'Delete', exact: true}).click();
      await app.waitIdle();
      await has('“Stone” deleted from this device');
      assert.equal(await count('button', /Switch to Stone$/), 0);
      if (back !== 'Undo') {
        await app.page.reload();
        await app.waitIdle();
        await toTeams();
      }
      await app.click('button', back);
      await app.find('button', /Switch to Stone$/).waitFor();
    }
    await app.click('button', /Switch to Stone$/);
    assert.match(await people(), /Zoë Lind/);
  });

  test('the team that is open can be deleted; for good only after it is asked once more', async () => {
    await toTeams();
    await choose('Stone', 'Delete');
    await app.page.getByRole('dialog').getByRole('button', {name: 'Delete', exact: true}).click();
    await app.waitIdle();
    await app.find('button', 'Port').waitFor();  // the other team is open then
    await toTeams();
    await app.click('button', 'Delete for good');
    await app.page.getByRole('dialog').getByRole('button', {name: 'Delete', exact: true}).click();
    await app.waitIdle();
    await app.page.reload();
    await app.waitIdle();
    await toTeams();
    assert.doesNotMatch(await app.pageText(), /Stone/);
    assert.match(await people(), /Ada Berg/);
    assert.deepEqual(app.errors, []);
  });
});
