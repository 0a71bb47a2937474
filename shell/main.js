import createFullcircle from './fullcircle.js';

await createFullcircle();
globalThis.fullcircle = {frames: 1, idle: true};
