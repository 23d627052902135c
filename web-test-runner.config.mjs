// The packages' tests, in a real browser: npx wtr, after the packages are built (npm test does both).
import { createReadStream, existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromium } from './scripts/browser.mjs';
import { accessibilityTree } from './scripts/test/fixture-commands.mjs';
import { countReporter } from './scripts/test/count.mjs';
import { mediaPlugin } from './scripts/test/media-plugin.mjs';

const photos = join(import.meta.dirname, 'apps/newsroom/public');

/**
 * A picture that is not there at first: `/late/name/photo` is, once `/late/name/` has been asked for. (Without `.jpg`: what has an extension is
 * sent with a year to keep it, a 404 too.)
 */
const arrived = new Set();
function serveLate(context, next) {
  const [, name, photo] = /^\/late\/([\w-]+)\/(.*)$/.exec(context.path) ?? [];
  if (!name) return next();
  if (!photo) {
    arrived.add(name);
    context.status = 204;
    return undefined;
  }
  if (arrived.has(name)) context.path = `/photos/${photo}.jpg`;
  return next();
}

/** The stories' pictures, at the paths where Storybook and the newsroom have them. */
function servePhotos(context, next) {
  const file = join(photos, context.path);
  if (!/^\/(photos\/)?[\w-]+\.(jpg|svg)$/.test(context.path) || !existsSync(file)) return next();
  context.type = file.endsWith('.svg') ? 'image/svg+xml' : 'image/jpeg';
  context.body = createReadStream(file);
  return undefined;
}

const elements = globSync('packages/*/src/mistakes.ts', { cwd: import.meta.dirname })
  .map((file) => file.split(/[\\/]/)[1])
  .sort();
const sheets = [
  '/packages/tokens/dist/tokens.css',
  ...elements.map((name) => `/packages/${name}/src/${name}.css`),
  '/.storybook/stories.css',
];

/** What a story asks for so that it is not found: its failure is what the story shows. */
const expectedFailure = ({ args: [message] }) => String(message).includes('Failed to load resource');

export default {
  files: 'packages/*/test/*.test.ts',
  nodeResolve: true,
  middleware: [serveLate, servePhotos],
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2024', tsconfig: 'tsconfig.base.json' }),
    accessibilityTree(),
    mediaPlugin(),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: await chromium(),
      // A window for each file: a tab behind another is never painted, so nothing comes into view in it.
      createPage: ({ context }) => context.newPage({ type: 'window' }),
    }),
  ],
  concurrency: 2,
  reporters: [defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) }), countReporter()],
  filterBrowserLogs: (log) => !expectedFailure(log) && !String(log.args[0]).includes('Lit is in dev mode'),
  testFramework: { config: { timeout: '20000' } },
  // A page as a publisher has it: tokens, the elements' own stylesheets as they are written, the stories' page.
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="en">
  <head>
    <meta name="viewport" content="width=device-width">
    <title>Tests</title>
${sheets.map((sheet) => `    <link rel="stylesheet" href="${sheet}">`).join('\n')}
  </head>
  <body>
    <script type="module" src="${framework}"></script>
  </body>
</html>`,
};
