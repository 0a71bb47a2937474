// Apart from the other looks because it waits: five seconds on each screen, in which nothing may be drawn.
import {testScreens} from './support/screens.mjs';

testScreens(['light'], 5000);
