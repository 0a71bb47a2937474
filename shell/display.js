// The canvas has exactly as many pixels as the device shows, at every zoom and density.

/** As WebCanvas::open asks for them: who asks first decides, for the canvas has one context. */
const ATTRIBUTES = { alpha: false, depth: false, stencil: false, antialias: false };

/** Gives the canvas its size and its context, which another process prepares meanwhile. @param {HTMLCanvasElement} canvas */
export function beginDrawing(canvas) {
  [canvas.width, canvas.height] = pixelsOf(canvas);
  canvas.getContext('webgl2', ATTRIBUTES);
}

function pixelsOf(canvas) {
  const box = canvas.getBoundingClientRect();
  return [Math.round(box.width * devicePixelRatio), Math.round(box.height * devicePixelRatio)];
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {import('./program.js').Program} program
 * @param {import('./frames.js').Frames} frames
 */
export function watchDisplay(canvas, program, frames) {
  const fit = (width, height) => {
    const density = devicePixelRatio;
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    program.module._fc_resize(width / density, height / density, density);
  };

  fit(...pixelsOf(canvas));

  const observer = new ResizeObserver(([entry]) => {
    const width = Math.round(entry.contentRect.width * devicePixelRatio);
    const height = Math.round(entry.contentRect.height * devicePixelRatio);
    const device = entry.devicePixelContentBoxSize?.[0];
    // The device's own count differs by rounding only; an emulated density it does not know at all.
    const exact = device && Math.abs(device.inlineSize - width) <= 1 && Math.abs(device.blockSize - height) <= 1;
    if (exact) fit(device.inlineSize, device.blockSize);
    else fit(width, height);
    frames.drawNow();  // between layout and paint: the new size never shows the old picture
  });
  try {
    observer.observe(canvas, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(canvas);
  }

  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    program.module._fc_context(1);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    program.module._fc_context(0);
    frames.wake();
  });
}
