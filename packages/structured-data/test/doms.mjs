// The two DOMs for servers that reading is tried with.
import { JSDOM } from 'jsdom';
import { parseHTML } from 'linkedom';

export const doms = {
  linkedom: (html) => parseHTML(html).document,
  jsdom: (html) => new JSDOM(html).window.document,
};

export const page = (body, head = '') =>
  `<!doctype html><html lang="en"><head><title>Test</title>${head}</head><body>${body}</body></html>`;
