// Keeps the site for use without a network, and offers a newer version when the browser has one whole: see web/service_worker.js.

import { isSite } from './delivery.js';
import { showOffer } from './offer.js';
import { asScript } from './trusted.js';

/**
 * Needs a secure address (https or this machine); a private window or a page from a file goes without.
 * @param {(key: string) => string} words in the person's language
 * @param {() => Promise<boolean>} save everything; false when it could not be
 */
export async function keepSite(words, save) {
  if (!isSite() || !navigator.serviceWorker) return;
  try {
    const registration = await navigator.serviceWorker.register(asScript('service_worker.js'));
    const offer = () => showOffer(words('notice.new_version'), words('notice.reload'), words('action.close'), async () => {
      if (await save()) moveOn(registration);
    });
    if (registration.waiting) offer();
    registration.addEventListener('updatefound', () => {
      const coming = registration.installing;
      coming.addEventListener('statechange', () => {
        if (coming.state === 'installed' && registration.active) offer();  // the first version ever replaces none
      });
    });
  } catch { /* then it is fetched each time */ }
}

/** Lets the newer version take over, and loads its page. Other tabs keep the files they were loaded with. */
function moveOn({ waiting }) {
  if (!waiting) return location.reload();  // another tab has done it
  waiting.addEventListener('statechange', () => { if (waiting.state === 'activated') location.reload(); });
  waiting.postMessage('take over');
}
