import createFullcircle from './fullcircle.js';

await createFullcircle();
