// The one policy for text that becomes a document or the address of a script, where the browser asks for one (Trusted Types):
// everything else that would turn text into code is refused, wherever it came from.

const policy = globalThis.trustedTypes?.createPolicy('fullcircle', {
  createHTML: (text) => text,
  createScriptURL(address) {
    const { protocol, origin } = new URL(address, document.baseURI);
    if (protocol !== 'blob:' && origin !== location.origin) throw new TypeError(`not a script of this page: ${address}`);
    return address;
  },
});

/** For a document that is parsed but runs nothing. @param {string} html */
export const asDocument = (html) => policy?.createHTML(html) ?? html;

/** @param {string} address of a script of this site, or of text of this page */
export const asScript = (address) => policy?.createScriptURL(address) ?? address;
