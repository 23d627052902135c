import { basename } from 'node:path';
import { jsDocTagsPlugin } from '@wc-toolkit/jsdoc-tags';

const publishedPath = (path) => path?.replace(/^\.?\//, '').replace(/^src\/(.*)\.ts$/, 'dist/$1.js');

/** The analyser writes the paths of the sources; readers of the manifest have those of the package. Private members go. */
function publish(node) {
  if (Array.isArray(node)) {
    node.forEach(publish);
  } else if (node && typeof node === 'object') {
    if (typeof node.module === 'string') node.module = publishedPath(node.module);
    if (Array.isArray(node.members)) {
      node.members = node.members.filter(
        ({ name, privacy }) => privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#'),
      );
    }
    Object.values(node).forEach(publish);
  }
}

export default {
  // The element's own module: the rest of a package is not for use from outside.
  globs: [`src/${basename(process.cwd())}.ts`],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    // @lightpart: a part of the author's own HTML, marked data-part.
    jsDocTagsPlugin({ tags: { lightpart: { mappedName: 'lightParts', isArray: true } } }),
    {
      name: 'published-paths',
      packageLinkPhase({ customElementsManifest }) {
        for (const module of customElementsManifest.modules) module.path = publishedPath(module.path);
        publish(customElementsManifest.modules);
      },
    },
  ],
};
