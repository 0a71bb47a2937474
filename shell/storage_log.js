// Chromium's log of a page's databases after a crash. See src/decisions/storage_log_after_crash.md.

import { answerOf, completionOf } from './storage_database.js';

const NAME = 'fullcircle-log';
const STORE = 'filler';
const PIECES = 160;
const PIECE_BYTES = 30_000;  // longer ones would be kept in files of their own, beside the log

/**
 * Writes so much and removes it again that the browser puts what its log holds into tables and begins a new log.
 * Does nothing in browsers that keep no such log. Never fails: without it all is as safe as the browser makes it.
 */
export async function beginNewLog() {
  const isChromium = navigator.userAgentData?.brands.some(({ brand }) => brand === 'Chromium');
  if (!isChromium) return;
  try {
    const opening = indexedDB.open(NAME);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    const database = await answerOf(opening);
    try {
      const filling = database.transaction(STORE, 'readwrite', { durability: 'relaxed' });
      const piece = new Uint8Array(PIECE_BYTES);
      for (let i = 0; i < PIECES; ++i) filling.objectStore(STORE).put(piece, i);
      await completionOf(filling);
      const emptying = database.transaction(STORE, 'readwrite', { durability: 'strict' });
      emptying.objectStore(STORE).clear();
      await completionOf(emptying);
    } finally {
      database.close();
    }
  } catch { /* a full disk, or no storage at all: then saving says so itself */ }
}
