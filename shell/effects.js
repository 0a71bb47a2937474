// The smaller things a frame may ask of the browser: speak, copy, print, change the address, title, language or theme.

import { isSite } from './delivery.js';
import { asDocument } from './trusted.js';

const CURSORS = ['', 'default', 'pointer', 'text', 'grab', 'grabbing', 'col-resize', 'wait'];

/** Read out once by screen readers; the same text again is read again. @param {string} text */
export function announce(text) {
  const announcer = document.getElementById('announcer');
  announcer.textContent = '';
  requestAnimationFrame(() => { announcer.textContent = text; });
}

/** @param {string} text */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {  // no permission, or a page from disk: the old way works in both
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'unseen';
    const before = document.activeElement;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    before?.focus?.({ preventScroll: true });
  }
}

/**
 * Prints a whole document in place of the page. Its style sheets are adopted, for the page allows none inline.
 * @param {string} html
 */
export function print(html) {
  const styles = [];
  const bare = html.replace(/<style[^>]*>([^]*?)<\/style>/gi, (_, text) => (styles.push(text), ''));
  const parsed = new DOMParser().parseFromString(asDocument(bare), 'text/html');
  const host = document.createElement('div');
  host.id = 'print';
  host.lang = parsed.documentElement.lang;
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = styles.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  root.append(...parsed.body.childNodes);
  document.body.append(host);
  const title = document.title;
  if (parsed.title) document.title = parsed.title;  // browsers name the PDF after it
  document.documentElement.dataset.printing = '';
  addEventListener('afterprint', () => {
    delete document.documentElement.dataset.printing;
    document.title = title;
    host.remove();
  }, { once: true });
  globalThis.print();
}

/** @param {string} place the part after # */
export function setLocation(place) {
  if (decodeURIComponent(location.hash.slice(1)) === place) return;
  history.pushState(null, '', `#${encodeURI(place)}`);
}

/** The address of the page; of a page from a file its name alone, for nobody else has this device's folders. */
const pageAddress = () => (isSite() ? location.origin + location.pathname : decodeURIComponent(location.pathname.split('/').pop()));

/** For mail drafts and the like; an encoded "{page}" in it becomes the address of this page. @param {string} address */
export function openAddress(address) {
  const link = document.createElement('a');
  link.href = address.replaceAll('%7Bpage%7D', encodeURIComponent(pageAddress()));
  link.rel = 'noopener';
  if (!address.startsWith('mailto:')) link.target = '_blank';
  link.click();
}

/** @param {string} title */
export function setTitle(title) {
  if (document.title !== title) document.title = title;
}

/** @param {string} tag of the language the screens are in */
export function setLanguage(tag) {
  if (document.documentElement.lang !== tag) document.documentElement.lang = tag;
}

/** @param {boolean} dark */
export function setDark(dark) {
  const theme = dark ? 'dark' : 'light';
  if (document.documentElement.dataset.theme !== theme) document.documentElement.dataset.theme = theme;
}

/** @param {HTMLElement} app @param {number} cursor as Cursor in src/ui/frame/frame.h */
export function setCursor(app, cursor) {
  if (app.style.cursor !== CURSORS[cursor]) app.style.cursor = CURSORS[cursor];
}
