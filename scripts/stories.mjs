// The stories of the packages, read as a test or a document needs them: name, HTML, what it shows.
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const kebab = (text) =>
  text
    .replace(/([a-z])([A-Z0-9])/g, '$1-$2')
    .replace(/([0-9])([A-Z])/g, '$1-$2')
    .replaceAll(' ', '-')
    .toLowerCase();

/**
 * @param {string} [packages] Where the packages are.
 * @returns {Promise<{ id: string, element: string, name: string, html: string, chrome: string[] }[]>} `chrome` holds selectors of the
 *   elements that generate something of their own in the story.
 */
export async function readStories(packages = join(root, 'packages')) {
  const stories = [];
  for (const file of globSync('*/*.stories.ts', { cwd: packages }).sort()) {
    const { default: meta, ...exports } = await import(pathToFileURL(join(packages, file)));
    for (const [name, story] of Object.entries(exports)) {
      const render = story.render ?? meta.render;
      stories.push({
        id: `${basename(file, '.stories.ts')}--${kebab(name)}`,
        element: meta.component,
        name,
        html: render({ ...meta.args, ...story.args }),
        chrome: story.parameters?.chrome ?? [],
      });
    }
  }
  return stories;
}
