/**
 * The provider `prebid`: an auction by the page's own Prebid.js, at `pbjs`. The page loads that script; this module never does.
 *
 * What to ask for stands in the page: `<script type="application/json" data-part="options">` with `bidders`, and `endpoint` for a Prebid Server.
 * @module
 */
import type { Adapter, Size } from './adapter.ts';
import { auction, type Bid } from './auction.ts';
import { renderMarkup } from './creative.ts';
import { createFrame, showFrame } from './frame.ts';
import { SILENCE, within } from './vendor.ts';

const codes = new Set<string>();

/** An ad unit's code that no other slot of the page has. */
function claim(slotId: string): string {
  let code = slotId;
  for (let i = 2; codes.has(code); i++) code = `${slotId} ${i}`;
  codes.add(code);
  return code;
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
      codes.delete(code);
      code = '';
      won = undefined;
    },
  };
}
