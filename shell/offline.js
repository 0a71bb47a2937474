// Asks the browser to keep the site, so that it opens without a network.

/** Needs a secure address (https or this machine); a private window or a page from a file goes without. */
export function keepSite() {
  navigator.serviceWorker?.register('service_worker.js').catch(() => {});
}
