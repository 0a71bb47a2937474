// Files in, by dialog or dropped anywhere on the window; files out, as downloads.

/** More of a file is read only as the program asks for it. */
const HEAD_BYTES = 1_000_000;

export class Files {
  #reading = 0;
  get idle() { return this.#reading === 0; }

  /** @param {import('./program.js').Program} program @param {import('./frames.js').Frames} frames
   *  @param {(file: File) => number} keep a large file, to be read in pieces
   *  @param {(over: boolean) => void} onDrag files hover over the window */
  constructor(program, frames, keep, onDrag) {
    this.program = program;
    this.frames = frames;
    this.keep = keep;
    let depth = 0;
    const carriesFiles = (event) => event.dataTransfer?.types.includes('Files');
    addEventListener('dragenter', (event) => {
      if (carriesFiles(event) && ++depth === 1) onDrag(true);
    });
    addEventListener('dragleave', (event) => {
      if (carriesFiles(event) && --depth === 0) onDrag(false);
    });
    addEventListener('dragover', (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    });
    addEventListener('drop', (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      onDrag(false);
      this.#read(0, [...event.dataTransfer.files]);
    });
    globalThis.launchQueue?.setConsumer(async ({ files }) => {
      this.#read(0, await Promise.all(files.map((handle) => handle.getFile())));
    });
    if (new URLSearchParams(location.search).has('shared')) this.#takeShared();
  }

  /** What another app has handed over: web/service_worker.js has put it aside. */
  async #takeShared() {
    history.replaceState(null, '', location.pathname + location.hash);
    const cache = await caches.open('shared');
    const kept = await Promise.all((await cache.keys()).map((request) => cache.match(request)));
    const files = await Promise.all(kept.map(async (response) => (
      new File([await response.blob()], decodeURIComponent(response.headers.get('X-Name'))))));
    await caches.delete('shared');
    if (files.length > 0) this.#read(0, files);
  }

  /** @param {number} request @param {string} accept @param {boolean} several */
  open(request, accept, several) {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = several;
    input.className = 'unseen';
    input.tabIndex = -1;
    input.ariaHidden = 'true';
    document.body.append(input);  // Firefox and tests want it in the page
    const done = () => input.remove();
    input.addEventListener('cancel', done);
    input.addEventListener('change', () => {
      this.#read(request, [...input.files]);
      done();
    });
    input.click();
  }

  async #read(request, files) {
    this.#reading += 1;
    // An unreadable file counts as an empty one, of which the program says what is wrong.
    const contents = await Promise.all(files.map((file) => file.slice(0, HEAD_BYTES).arrayBuffer().catch(() => new ArrayBuffer(0))));
    // All in one go: files that came together are one import, taken back as one.
    files.forEach((file, index) => {
      const isLarge = file.size > HEAD_BYTES && contents[index].byteLength > 0;
      this.program.file(request, file.name, contents[index], isLarge ? this.keep(file) : 0, file.size);
    });
    this.#reading -= 1;
    this.frames.wake();
  }

  /** @param {string} name @param {string} type @param {Uint8Array} bytes */
  save(name, type, bytes) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([bytes], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}
