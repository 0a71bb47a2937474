// The built site on a free loopback port, one server for each test program.
import {readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {serveSite} from '../../../web/serve.mjs';

export const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));

const siteFolder = `${projectFolder}build/site`;
const servers = new Map();

async function urlOf(name, folders) {
  if (!servers.has(name)) servers.set(name, serveSite(folders));
  return (await servers.get(name)).url;
}

/** Address of the site, ending in a slash. The server does not keep the test program alive. */
export const siteUrl = () => urlOf('site', siteFolder);

/** Address where the page's own modules lie one by one, as in shell/, and behind them the site. */
export const shellUrl = () => urlOf('shell', [`${projectFolder}shell`, `${projectFolder}web/public`, siteFolder]);

/** Address of the page that is one file, opened from the disk. */
export const fileUrl = `file://${projectFolder}build/fullcircle.html`;

/** The name of the one file at the top of the site that matches: names carry the hash of the content. */
export const siteFile = pattern => readdirSync(siteFolder).find(name => pattern.test(name));

export async function closeSite() {
  const running = [...servers.values()];
  servers.clear();
  for (const server of running) await (await server).close();
}
