// What the page brings along. A site names the files in its page, the one place that says which version they are of;
// a page that is a file of its own holds them packed: see web/assemble.py.

import { asScript } from './trusted.js';

/** Whether the page came with files beside it. */
export const isSite = () => Boolean(document.getElementById('program').href);

/** The bytes in an element that holds them packed, as a stream. @param {HTMLElement} holder */
function unpack(holder) {
  const text = holder.textContent;
  const packed = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
}

/** @param {string} id of the element that names or holds it @param {string} type @returns {Promise<Response>} */
async function bring(id, type) {
  const element = document.getElementById(id);
  if (!element.href) return new Response(unpack(element), { headers: { 'Content-Type': type } });
  const response = await fetch(element.href);
  if (!response.ok) throw new Error(`${element.href}: ${response.status}`);
  return response;
}

/** Compiled while it arrives, where the server says what it is. @returns {Promise<WebAssembly.Module>} */
export async function bringProgram() {
  const response = await bring('program', 'application/wasm');
  const isNamed = response.headers.get('Content-Type')?.startsWith('application/wasm');
  return isNamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** Several files in one: their count, their lengths, then their bytes. @returns {Promise<Uint8Array[]>} */
export async function bringFonts() {
  const buffer = await (await bring('fonts', 'application/octet-stream')).arrayBuffer();
  const view = new DataView(buffer);
  const count = view.getUint32(0, true);
  let at = 4 + 4 * count;
  return Array.from({ length: count }, (_, i) => {
    const length = view.getUint32(4 + 4 * i, true);
    return new Uint8Array(buffer, (at += length) - length, length);
  });
}

/** @param {string} id of the element that names the worker's script, or holds it as text */
export function workerAddress(id) {
  const element = document.getElementById(id);
  return asScript(element.href || URL.createObjectURL(new Blob([element.textContent], { type: 'text/javascript' })));
}
