import { define } from '@galley/core/define.js';
import { inspect } from '@galley/core/development.js';
import { Galley__Class__ } from './__name__.ts';
import { mistakes } from './mistakes.ts';

inspect('galley-__name__', Galley__Class__, mistakes);
define('galley-__name__', Galley__Class__);

export { Galley__Class__ };
