import { define } from '@galley/core/define.js';
import { inspect } from '@galley/core/development.js';
import { GalleyAdvertisementSlot } from './advertisement-slot.ts';
import { mistakes } from './mistakes.ts';

inspect('galley-advertisement-slot', GalleyAdvertisementSlot, mistakes);
define('galley-advertisement-slot', GalleyAdvertisementSlot);

export { GalleyAdvertisementSlot };
