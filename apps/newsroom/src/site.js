import '@galley/elements/define.js';
