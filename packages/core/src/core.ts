/**
 * What Galley's elements share. Importing this module registers nothing and is safe on a server.
 * @module
 */
export { define } from './define.ts';
export { languageOf } from './language.ts';
export { setMessages } from './set-messages.ts';
