// Inter and the icons, fetched once and given to both sides: the program draws with them, the text fields edit in them.

/** In the order of WebProgram::FontFile. */
const FILES = [
  { url: 'fonts/inter-regular.otf', weight: '400' },
  { url: 'fonts/inter-medium.otf', weight: '500' },
  { url: 'fonts/inter-semibold.otf', weight: '600' },
  { url: 'fonts/lucide.ttf', weight: '' },
];

/** @returns {Promise<ArrayBuffer[]>} */
export function fetchFonts() {
  return Promise.all(FILES.map(async ({ url }) => {
    const response = await fetch(new URL(url, import.meta.url));
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response.arrayBuffer();
  }));
}

/** @param {import('./program.js').Program} program @param {ArrayBuffer[]} buffers */
export function installFonts(program, buffers) {
  buffers.forEach((buffer, file) => {
    program.addFont(file, buffer);
    if (FILES[file].weight) document.fonts.add(new FontFace('Inter', buffer, { weight: FILES[file].weight }));
  });
}
