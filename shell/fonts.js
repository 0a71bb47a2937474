// Inter and the icons go to both sides: the program draws with them, the text fields edit in them.

/** Weights in the order of WebProgram::FontFile; the icons have none. */
const WEIGHTS = ['400', '500', '600', ''];

/** @param {import('./program.js').Program} program @param {Uint8Array[]} fonts */
export function installFonts(program, fonts) {
  fonts.forEach((bytes, file) => {
    program.addFont(file, bytes);
    if (WEIGHTS[file]) document.fonts.add(new FontFace('Inter', bytes, { weight: WEIGHTS[file] }));
  });
}
