import {testScreens} from './support/screens.mjs';

testScreens(['dark', 'phone', 'phone-dark', 'german'], 0);
