// First, so that the slots find whom to ask for consent.
import './consent.js';
import { setMessages } from '@galley/core/set-messages.js';
import '@galley/elements/define.js';

// What this newspaper calls a thing in German. Other pages need nothing loaded for it.
if (document.documentElement.lang === 'de') setMessages('de', { enlarge: 'Foto {number} groß zeigen' });

if (new URLSearchParams(location.search).has('ads')) void import('./debug.js');
