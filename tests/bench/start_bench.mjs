// How long from opening the address to the first frame that can be used, and how much comes over the wire for it.
import {readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {openChromiumPage, closeChromium} from '../browser/support/chromium.mjs';
import {closeSite, projectFolder, siteUrl} from '../browser/support/site.mjs';
import {printRow} from './support/rows.mjs';

const settings = {width: 1440, height: 900, theme: 'light', language: 'en', dpr: 1, reducedMotion: true};

/** One cold start: milliseconds by the page's own clock to the first frame and to the first button, and the bytes received. */
async function coldStart() {
  const {page, close} = await openChromiumPage(settings);
  await page.addInitScript(() => {
    const seen = globalThis.seen = {};
    const look = () => {
      if (globalThis.fullcircle?.frames > 0) seen.frame ??= performance.now();
      if (document.querySelector('#mirror button')) seen.button = performance.now();
      else setTimeout(look, 1);
    };
    look();
  });
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  await session.send('Network.enable');
  session.on('Network.loadingFinished', event => { bytes += event.encodedDataLength; });
  await page.goto(await siteUrl(), {waitUntil: 'commit'});
  const handle = await page.waitForFunction(() => globalThis.seen.button && globalThis.seen, null, {timeout: 60_000});
  const {frame, button} = await handle.jsonValue();
  await page.waitForFunction(() => globalThis.fullcircle.idle);
  await close();
  return {frame, button, bytes};
}

function packedSize(folder) {
  return readdirSync(folder, {withFileTypes: true, recursive: true})
    .filter(entry => entry.isFile() && entry.name.endsWith('.br'))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

await coldStart();  // the browser's own first start is not the page's
const starts = [];
for (let run = 0; run < 7; run++) starts.push(await coldStart());
printRow('cold start to the first frame, 1440 x 900', 'ms', starts.map(start => start.frame), 420);
printRow('cold start to the first button, of a first visit', 'ms', starts.map(start => start.button), 0);
printRow('bytes over the wire for it', 'KB', starts.map(start => start.bytes / 1024), 450);
printRow('the whole site, brotli', 'KB', [packedSize(join(projectFolder, 'build/site')) / 1024], 0);
await closeChromium();
await closeSite();
