// The built site on a free loopback port, one server for each test program.
import {fileURLToPath} from 'node:url';
import {serveSite} from '../../../web/serve.mjs';

export const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));

let running;

/** Address of the site, ending in a slash. The server does not keep the test program alive. */
export async function siteUrl() {
  running ??= serveSite(`${projectFolder}build/site`);
  return (await running).url;
}

export async function closeSite() {
  if (running) await (await running).close();
  running = undefined;
}
