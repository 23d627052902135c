/**
 * An auction by the page's own Prebid.js, at `pbjs`, for the providers `prebid` and `prebid-gpt`. What is done with its bids is theirs.
 * @module
 */
import type { Disclosure, RequestContext } from './adapter.ts';
import { arrival, SILENCE, within } from './vendor.ts';

/** What is used of a bid of Prebid.js. */
export interface Bid {
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
const servers = new Map<string, Set<string>>();
const configured = new Set<string>();

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
  if (
    failed.size &&
    bidders.every(({ bidder }) => failed.has(bidder)) &&
    !pbjs.getHighestCpmBids(code).length
  ) {
    throw new Error(`No bidder answered: ${[...failed].join(', ')}.`);
  }
  return pbjs;
}
