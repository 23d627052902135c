import { define } from '@galley/core/define.js';
import { GalleyAdvertisementSlot } from './advertisement-slot.ts';

define('galley-advertisement-slot', GalleyAdvertisementSlot);

declare global {
  interface HTMLElementTagNameMap {
    'galley-advertisement-slot': GalleyAdvertisementSlot;
  }
}

export { GalleyAdvertisementSlot };
