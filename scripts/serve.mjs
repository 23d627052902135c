// A static server on a free loopback port for tests and pages: folders by path prefix, pages made on request, headers of one's own.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css',
  '.json': 'application/json', '.jpg': 'image/jpeg', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.map': 'application/json',
}; // prettier-ignore

/**
 * @param {object} options
 * @param {Record<string, string>} [options.folders] Folders by path prefix, such as `{ '/photos/': 'apps/newsroom/public/photos' }`.
 * @param {(url: URL) => string | undefined} [options.page] Makes the HTML of a path, where it has one.
 * @param {(url: URL) => boolean} [options.missing] Paths that are not found, though there is a file.
 * @param {(url: URL) => Promise<void> | undefined} [options.hold] Awaited before a file is sent: how a test makes a module slow.
 * @param {Record<string, string>} [options.headers] Sent with each answer.
 * @param {number} [options.port] 0 takes a free one.
 * @returns {Promise<{ origin: string, requests: string[], close: () => Promise<void> }>}
 */
export async function serve({
  folders = {},
  page = () => undefined,
  missing = () => false,
  hold = () => undefined,
  headers = {},
  port = 0,
}) {
  const requests = [];
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  const fileOf = (path) => {
    const prefix = prefixes.find((each) => path.startsWith(each));
    const file =
      prefix && join(folders[prefix], normalize(`/${decodeURIComponent(path.slice(prefix.length))}`));
    if (!file || !existsSync(file)) return undefined;
    return statSync(file).isDirectory()
      ? [join(file, 'index.html')].find((index) => existsSync(index))
      : file;
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const html = page(url);
    if (html !== undefined) {
      response.writeHead(200, { 'content-type': TYPES['.html'], ...headers }).end(html);
      return;
    }
    const file = missing(url) ? undefined : fileOf(url.pathname);
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain', ...headers }).end('not found');
      return;
    }
    await hold(url);
    requests.push(url.pathname);
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      ...headers,
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
