// First, so that the slots find whom to ask for consent.
import './consent.js';
import '@galley/elements/define.js';

if (new URLSearchParams(location.search).has('ads')) void import('./debug.js');
