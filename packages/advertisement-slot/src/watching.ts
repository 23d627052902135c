/**
 * What is watched once there is an advertisement: whether it is seen, and whether it takes the focus. It comes with the provider's answer, not
 * before: a slot that stays empty needs none of it.
 * @module
 */
export { guardFocus } from './focus-guard.ts';
export { whenViewed } from './viewability.ts';
