// A team of 10,000 in the page: opening its file, scrolling, sorting and filtering the people, saving one edit.
import {closeAll} from '../browser/support/app.mjs';
import {during as noted, openLargeTeam, openNotedApp} from './support/large_team.mjs';
import {printPercentiles, printRow} from './support/rows.mjs';

const app = await openNotedApp();
const {page} = app;
const during = action => noted(app, action);

const opened = await during(() => openLargeTeam(app));
printRow('10,000 people: open the file in the page, stored', 'ms', [opened.milliseconds], 0);
printRow('10,000 people: longest stop meanwhile', 'ms', [opened.longestStop], 0);
printRow('10,000 people: first store', 'ms', [Math.max(0, ...opened.saves)], 1000);

await page.getByRole('link', {name: 'People', exact: true}).or(page.getByRole('button', {name: 'People', exact: true})).first().click();
await app.waitIdle();
const filtered = await during(() => app.type('searchbox', 'Filter by name or role', 'mar'));
printRow('10,000 people: filter, a letter', 'ms', [Math.max(...filtered.frames)], 20);
await page.keyboard.press('Control+A');
await page.keyboard.press('Delete');
await app.waitIdle();

const sorts = [];
for (const column of ['Role', 'Person', 'Role', 'Person']) {
  sorts.push(Math.max(...(await during(() => page.getByRole('columnheader', {name: column}).getByRole('button').or(page.getByRole('button', {name: column, exact: true})).first().click())).frames));
}
printRow('10,000 people: sort', 'ms', sorts, 30);

await page.mouse.move(800, 600);
const scrolled = await during(async () => {
  for (let step = 0; step < 120; step++) {
    const before = await app.frames();
    await page.mouse.wheel(0, 480);
    await app.waitFor(frames => globalThis.fullcircle.frames > frames, before);
  }
});
printPercentiles('10,000 people: a frame while scrolling', 'ms', scrolled.frames, 4);

await app.close();
await closeAll();
