import { checkStories } from './check.js';

await checkStories('forced colours', { scheme: 'light' }, { 'forced-colors': 'active' });
