// An advertising server for the newsroom and the tests: OpenRTB 2.6 for Prebid Server's adapter, creatives, and the publisher's render page.
// It lies on another host name than the site (localhost, where the site is 127.0.0.1): another origin, as an ad server's is.
//   npm run ads            on port 4300
//   npm run ads -- 4301
import { EventEmitter, on, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { creative, names } from './creatives.mjs';

const renderPage = new URL('../../../packages/advertisement-slot/dist/render.html', import.meta.url);
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** What a bidder of this server can do. A slot's options name one: `"bidders": [{ "bidder": "ostrey", "params": { "does": "bid" } }]`. */
export const behaviours = {
  bid: 'bids on the first of the sizes, with a creative that behaves; `creative` names another',
  empty: 'answers without a bid',
  204: 'answers 204, no content',
  500: 'answers 500',
  malformed: 'answers what is no JSON',
  slow: 'answers after five seconds',
  oversized: 'bids a creative of 970x250, whatever was asked for',
  zero: 'bids nothing for the place',
  hostile: 'bids, and the creative does all that it can',
};

const HOSTILE = ['redirecting', 'alert', 'forging', 'oversized'];

const invalid = (request) =>
  typeof request?.id !== 'string' ||
  !Array.isArray(request.imp) ||
  !request.imp.length ||
  request.imp.some(({ id, banner }) => !id || !banner?.format?.every(({ w, h }) => w > 0 && h > 0));

/** The bidders that an impression names, with what each shall do. */
const asked = ({ ext }) => Object.entries(ext?.prebid?.bidder ?? {});

/** One bid, by what the bidder is told to do. */
function bidOn(imp, params, base, id) {
  const { does = 'bid', creative: name = 'well-behaved', price = 1.5 } = params;
  if (does === 'empty') return undefined;
  const [{ w, h }] = does === 'oversized' ? [{ w: 970, h: 250 }] : imp.banner.format;
  return {
    id,
    impid: imp.id,
    price: does === 'zero' ? 0 : price,
    adm: does === 'hostile' ? HOSTILE.map((each) => creative(each, base)).join('') : creative(name, base),
    adomain: ['ropewalk.example'],
    crid: name,
    w,
    h,
    mtype: 1,
    ext: {
      dsa: {
        behalf: 'Ropewalk Chandlery',
        paid: 'Ropewalk Chandlery',
        adrender: 1,
        transparency: [{ domain: 'ropewalk.example', dsaparams: [1] }],
      },
      prebid: { type: 'banner', events: { win: `${base}/won/${id}`, imp: `${base}/shown/${id}` } },
    },
  };
}

/** Answers a bid request of OpenRTB 2.6: a status, and a body where there is one. */
function answer(request, base, count) {
  if (invalid(request)) return [400, 'Not a bid request of OpenRTB 2.6.'];
  const told = request.imp.flatMap((imp) => asked(imp).map(([seat, params]) => ({ imp, seat, params })));
  const all = new Set(told.map(({ params }) => String(params.does)));
  if (all.has('500')) return [500, 'The exchange is down.'];
  if (all.has('malformed')) return [200, '{"id":"1","seatbid":[{"bid":'];
  if (all.has('204')) return [204];
  const seats = new Map();
  told.forEach(({ imp, seat, params }, i) => {
    const bid = bidOn(imp, params, base, `bid-${count}-${i}`);
    if (bid) seats.set(seat, [...(seats.get(seat) ?? []), bid]);
  });
  const seatbid = [...seats].map(([seat, bid]) => ({ seat, bid }));
  return [200, JSON.stringify({ id: request.id, cur: 'EUR', seatbid }), all.has('slow') ? 5000 : 0];
}

/**
 * Starts the server.
 * @param {{ port?: number, host?: string }} [options] Port 0 takes a free one.
 * @returns What it saw (`requests`: method, path, headers, body), its `origin`, `until(path)` to await a request, and `close`.
 */
export async function serveAds({ port = 0, host = 'localhost' } = {}) {
  const requests = [];
  const events = new EventEmitter();
  let count = 0;
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const base = `http://${request.headers.host}`;
    let body = '';
    for await (const chunk of request) body += chunk;
    const seen = { method: request.method, path: pathname, headers: request.headers, body };
    requests.push(seen);
    events.emit('request', seen);
    // Prebid.js sends cookies, so the origin has to be named.
    const cors = {
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'content-type',
    };
    const send = (status, type, content) =>
      response.writeHead(status, { ...cors, 'content-type': type, 'cache-control': 'no-store' }).end(content);
    const [, folder, name] = pathname.split('/');
    if (request.method === 'OPTIONS') send(204, 'text/plain');
    else if (pathname === '/openrtb2/auction') {
      let parsed;
      try {
        parsed = JSON.parse(body);
      } catch {
        // Answered below.
      }
      const [status, content, delay] = answer(parsed, base, ++count);
      if (delay) await new Promise((resolve) => setTimeout(resolve, delay).unref());
      send(status, 'application/json', content);
    } else if (pathname === '/render.html') send(200, 'text/html; charset=utf-8', readFileSync(renderPage));
    else if (pathname === '/hangs' || pathname === '/creatives/hanging') {
      // Never answered: the connection ends with the page's, or the server's.
    } else if (folder === 'creatives' && names.includes(name)) {
      send(
        200,
        'text/html; charset=utf-8',
        `<!doctype html><title>${name}</title><base target="_blank">${creative(name, base)}`,
      );
    } else if (folder === 'landed')
      send(200, 'text/html', `<!doctype html><title>Landed</title><h1>Ropewalk Chandlery</h1>`);
    else if (['runs', 'won', 'shown', 'pixel.gif'].includes(folder)) send(200, 'image/gif', PIXEL);
    else send(404, 'text/plain', 'not found');
  });
  // Browsers take localhost for 127.0.0.1 as well as for ::1.
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://${host}:${server.address().port}`,
    requests,
    /** The bid requests so far, parsed. */
    bids: () =>
      requests
        .filter(({ path, method }) => path === '/openrtb2/auction' && method === 'POST')
        .map(({ body }) => JSON.parse(body)),
    paths: () => requests.map(({ path }) => path),
    /** Waits for a request of a path, or finds one that has been. */
    async until(path) {
      const found = requests.find((each) => each.path === path);
      if (found) return found;
      for await (const [seen] of on(events, 'request')) if (seen.path === path) return seen;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { origin } = await serveAds({ port: Number(process.argv[2] ?? 4300) });
  const list = (title, rows) => `${title}\n${rows.map((row) => `    ${row}`).join('\n')}\n`;
  console.log(
    list('Auctions, OpenRTB 2.6 by POST', [`${origin}/openrtb2/auction`]) +
      list(
        'What a bidder does, as its parameter "does"',
        Object.entries(behaviours).map(([name, what]) => `${name}: ${what}`),
      ) +
      list('The render page', [`${origin}/render.html`]) +
      list(
        'Creatives',
        [...names, 'hanging'].map((name) => `${origin}/creatives/${name}`),
      ),
  );
}
