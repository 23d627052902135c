import { checkStories } from './check.js';

await checkStories('light', { scheme: 'light' });
