/**
 * The provider `prebid`: an auction by the page's own Prebid.js, at `pbjs`. The page loads that script; this module never does.
 *
 * What to ask for stands in the page: `<script type="application/json" data-part="options">` with `bidders`, and `endpoint` for a Prebid Server.
 * @module
 */
import type { Adapter, Disclosure, RequestContext, Size } from './adapter.ts';
import { renderMarkup } from './creative.ts';
import { createFrame, showFrame } from './frame.ts';
import { arrival, SILENCE, within } from './vendor.ts';

/** What is used of a bid of Prebid.js. */
interface Bid {
  readonly adId: string;
  readonly width: number;
  readonly height: number;
  readonly meta?: { readonly advertiserDomains?: readonly string[]; readonly dsa?: Disclosure };
}

interface Bidder {
  readonly bidder: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Told by Prebid.js of bidders that failed: one request, or a list of those that were late. */
interface Failures {
  readonly bidderRequest: { readonly bids: readonly Asked[] };
}
interface Asked {
  readonly adUnitCode: string;
  readonly bidder: string;
}

/** What is used of Prebid.js. Before its script has come there is a queue alone. */
export interface Prebid {
  que: { push(run: () => void): unknown };
  getConfig(name: string): unknown;
  setConfig(config: Readonly<Record<string, unknown>>): void;
  onEvent(name: string, listener: (told: Failures | readonly Asked[]) => void): void;
  offEvent(name: string, listener: (told: Failures | readonly Asked[]) => void): void;
  requestBids(request: Readonly<Record<string, unknown>>): unknown;
  getHighestCpmBids(code: string): readonly Bid[];
  setTargetingForGPTAsync(codes: readonly string[]): void;
}

declare global {
  var pbjs: Prebid | undefined;
}

/** The options of a slot, as far as an auction reads them. */
interface Options {
  readonly bidders?: readonly Bidder[];
  /** Where a Prebid Server is. Without it the page has configured Prebid.js itself. */
  readonly endpoint?: string;
  readonly account?: string;
  /** Milliseconds. */
  readonly timeout?: number;
  readonly targeting?: RequestContext['targeting'];
  /** More for `pbjs.setConfig`. */
  readonly config?: Readonly<Record<string, unknown>>;
}

const TIMEOUT = 1500;
const codes = new Set<string>();
const servers = new Map<string, Set<string>>();
const configured = new Set<string>();

/** An ad unit's code that no other slot of the page has. */
export function claim(slotId: string): string {
  let code = slotId;
  for (let i = 2; codes.has(code); i++) code = `${slotId} ${i}`;
  codes.add(code);
  return code;
}

/** Gives a code back. */
export const release = (code: string): boolean => codes.delete(code);

/** Configures Prebid.js from the page's HTML, once for all slots that say the same. Consent it reads itself, where it can. */
function configure(
  pbjs: Prebid,
  { bidders = [], endpoint, account = 'galley', timeout = TIMEOUT, config }: Options,
): void {
  if (endpoint) {
    const url = new URL(endpoint, document.baseURI).href;
    const names = servers.get(url) ?? new Set();
    const before = names.size;
    for (const { bidder } of bidders) names.add(bidder);
    servers.set(url, names);
    if (names.size > before) {
      pbjs.setConfig({
        s2sConfig: [...servers].map(([href, set]) => ({
          accountId: account,
          bidders: [...set],
          adapter: 'prebidServer',
          enabled: true,
          endpoint: href,
          timeout,
        })),
      });
    }
    if (!pbjs.getConfig('consentManagement')) {
      const consentManagement = {
        ...(globalThis.__tcfapi && { gdpr: { cmpApi: 'iab', timeout, defaultGdprScope: true } }),
        ...(globalThis.__gpp && { gpp: { cmpApi: 'iab', timeout } }),
      };
      if (Object.keys(consentManagement).length) pbjs.setConfig({ consentManagement });
    }
  }
  const more = config && JSON.stringify(config);
  if (more && !configured.has(more)) {
    configured.add(more);
    pbjs.setConfig(config);
  }
}

/**
 * Holds an auction for one slot.
 * @throws where Prebid.js does not come, and where no bidder could answer.
 */
export async function auction(context: RequestContext, code: string, signal: AbortSignal): Promise<Prebid> {
  const pbjs = (globalThis.pbjs ??= { que: [] as (() => void)[] } as unknown as Prebid);
  await arrival(pbjs.que, signal);
  const options = context.options as Options;
  const { bidders = [], timeout = TIMEOUT, targeting } = options;
  configure(pbjs, options);
  const failed = new Set<string>();
  const listener = (told: Failures | readonly Asked[]) => {
    const asked = 'bidderRequest' in told ? told.bidderRequest.bids : told;
    for (const { adUnitCode, bidder } of asked) if (adUnitCode === code) failed.add(bidder);
  };
  const events = ['bidderError', 'bidTimeout'];
  for (const event of events) pbjs.onEvent(event, listener);
  try {
    await within(
      (resolve) => {
        pbjs.requestBids({
          timeout,
          adUnits: [
            {
              code,
              mediaTypes: { banner: { sizes: context.sizes } },
              bids: bidders,
              ortb2Imp: { ext: { gpid: context.slotId, data: { ...targeting, ...context.targeting } } },
            },
          ],
          bidsBackHandler: resolve,
        });
      },
      signal,
      [timeout + SILENCE, new Error('The auction did not end.')],
    );
  } finally {
    for (const event of events) pbjs.offEvent(event, listener);
  }
  if (failed.size && failed.size >= bidders.length && !pbjs.getHighestCpmBids(code).length) {
    throw new Error(`No bidder answered: ${[...failed].join(', ')}.`);
  }
  return pbjs;
}

/** What Prebid.js gives to render, with the price filled in. */
interface Ad {
  readonly ad?: string;
  readonly adUrl?: string;
}

/** Asks for a won bid's creative, which counts it as won. */
function creativeOf(adId: string, signal: AbortSignal): Promise<Ad> {
  const { port1, port2 } = new MessageChannel();
  return within<Ad>(
    (resolve) => {
      port1.onmessage = ({ data }) => {
        resolve(JSON.parse(data as string) as Ad);
      };
      postMessage(JSON.stringify({ message: 'Prebid Request', adId }), '/', [port2]);
    },
    signal,
    [SILENCE, new Error('Prebid.js gave no creative.')],
  ).finally(() => {
    port1.close();
  });
}

/** Tells Prebid.js, and through it the bidder, what became of a creative. */
function report(adId: string, event: string, info?: object): void {
  postMessage(JSON.stringify({ message: 'Prebid Event', adId, event, info }), '/', [
    new MessageChannel().port2,
  ]);
}

/** Makes the adapter of one slot. */
export function createAdapter(): Adapter {
  let code = '';
  let page = '';
  let won: Bid | undefined;
  let creative: Ad | undefined;
  return {
    name: 'prebid',
    async request(context, signal) {
      code ||= claim(context.slotId);
      page = context.slot.getAttribute('render-page') ?? '';
      const [bid] = (await auction(context, code, signal)).getHighestCpmBids(code);
      if (!bid) return { empty: true };
      const size: Size = [bid.width, bid.height];
      if (!context.sizes.some(([width, height]) => width === bid.width && height === bid.height)) {
        throw new Error(`A bid of ${bid.width}x${bid.height} is not of the slot's sizes.`);
      }
      won = bid;
      creative = undefined;
      const { advertiserDomains, dsa } = bid.meta ?? {};
      return { size, ...(advertiserDomains && { advertiserDomains }), ...(dsa && { disclosure: dsa }) };
    },
    async render({ size }, host, signal) {
      if (!won) return;
      const { adId } = won;
      // Painted again, after a move: it was won once.
      const isAgain = !!creative;
      try {
        creative ??= await creativeOf(adId, signal);
        const { ad, adUrl } = creative;
        if (ad) await renderMarkup(ad, size, host, page, signal);
        else await showFrame(createFrame(adUrl ?? '', size), host, signal);
      } catch (error) {
        report(adId, 'adRenderFailed', { reason: 'exception', message: String(error) });
        throw error;
      }
      if (!isAgain) report(adId, 'adRenderSucceeded');
    },
    destroy() {
      release(code);
      code = '';
      won = undefined;
    },
  };
}
