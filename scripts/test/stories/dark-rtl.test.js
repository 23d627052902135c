import { checkStories } from './check.js';

await checkStories('dark, from right to left', { scheme: 'dark', direction: 'rtl' });
