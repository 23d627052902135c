// A server for one test: what `respond` has nothing for is 404.
import { createServer } from 'node:http';
import { extname } from 'node:path';

const types = { '.html': 'text/html', '.css': 'text/css', '.woff2': 'font/woff2' };

/**
 * @param {(path: string) => string | Buffer | undefined | Promise<string | Buffer | undefined>} respond
 * @returns {Promise<{ origin: string, close(): void }>}
 */
export async function serve(respond) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const body = await respond(path);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': `${types[extname(path)] ?? 'text/plain'}; charset=utf-8`,
    });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
