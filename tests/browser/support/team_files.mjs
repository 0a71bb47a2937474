// A team's file between two devices, by the buttons a person uses. English.
import {choose, exportFile} from './files.mjs';

/** To one of the main pages; a number may stand behind its name. */
export async function visit(app, name) {
  await app.find('navigation', 'Main navigation').getByRole('button', {name: new RegExp(`^${name}( \\d+)?$`)}).click();
  await app.waitIdle();
}

/** The backup of the open team: {path, name, text, bytes}. */
export async function backUp(app) {
  await visit(app, 'Settings');
  await app.click('button', 'Storage and sharing');
  return exportFile(app, 'Back up now');
}

/** From the home page of a team; what follows is up to the file. */
export async function openFile(app, path) {
  await visit(app, 'Home');
  await choose(app, [path], () => app.find('button', 'Open a file').first().click());
}
