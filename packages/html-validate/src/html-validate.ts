import * as elements from './elements.js';
import { createPlugin } from './plugin.ts';

/** The plugin for html-validate, with the configuration `recommended`. */
export default createPlugin(elements);
