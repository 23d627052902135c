/// <reference types="google-publisher-tag" />
/**
 * The providers `gpt` and `prebid-gpt`: Google Publisher Tag, at `googletag`. The page loads that script; this module never does.
 *
 * Tested against a stand-in that the compiler holds to `@types/google-publisher-tag`, not run against Google.
 * @module
 */
import type { Adapter, Empty, Fill, RequestContext } from './adapter.ts';
import type { Prebid } from './auction.ts';
import { arrival, Blocked, SILENCE, within } from './vendor.ts';

type Tag = typeof googletag;
type RenderEnded = googletag.events.SlotRenderEndedEvent;

/** How an adapter tells the slot what an advertisement asks for. */
const ASK = 'galley-ask';

let count = 0;

/**
 * Makes the adapter of one slot.
 *
 * A slot that is moved in the page, other than by `moveBefore`, is rendered again: that has emptied Google's frame, and Google alone can
 * paint it. So a move costs one request to Google, and what comes may be another advertisement, or none.
 * @param provider `prebid-gpt` holds an auction by Prebid.js first, and hands its bids to Google.
 */
export function createAdapter(provider = 'gpt'): Adapter {
  const isAuctioned = provider === 'prebid-gpt';
  let tag: Tag | undefined;
  let slot: googletag.Slot | undefined;
  let container: HTMLElement | undefined;
  let sizes: RequestContext['sizes'] = [];
  /** What the slot shows. */
  let shown: Fill | undefined;
  let asking = 0;

  function destroy(): void {
    // Before its container goes: the tag keeps a slot whose element is gone.
    if (slot) tag?.destroySlots([slot]);
    container?.remove();
    slot = container = shown = undefined;
  }

  function define(tag: Tag, slotId: string, id: string): googletag.Slot {
    const defined = tag.defineSlot(
      slotId,
      sizes.map((size) => [...size] as [number, number]),
      id,
    );
    // Null where the path is no path of Google's.
    if (!defined) throw new Error(`Google Publisher Tag takes no slot "${slotId}".`);
    return defined.addService(tag.pubads());
  }

  /** Has Google paint the slot, and resolves with what it has painted. A slot that it does not fill as agreed is given back. */
  async function paint(
    tag: Tag,
    slot: googletag.Slot,
    signal: AbortSignal,
    box?: HTMLElement,
  ): Promise<Fill | Empty> {
    const ads = tag.pubads();
    let ended: (event: RenderEnded) => void = () => undefined;
    try {
      const { isEmpty, size } = await within<RenderEnded>(
        (resolve) => {
          ended = (event) => {
            if (event.slot === slot) resolve(event);
          };
          ads.addEventListener('slotRenderEnded', ended);
          tag.enableServices();
          // The element, not its id: the tag looks an id up in the document, and the container may be in a shadow root.
          if (box) tag.display(box);
          // Where the page has switched the first load off, to display is not to ask.
          if (!box || tag.getConfig('disableInitialLoad').disableInitialLoad) ads.refresh([slot]);
        },
        signal,
        [SILENCE, new Blocked('Google Publisher Tag did not answer.')],
      );
      if (isEmpty) return { empty: true };
      const found = sizes.find((each) => String(each) === String(size));
      if (!found) throw new Error(`A creative of ${String(size)} is not of the slot's sizes.`);
      return { size: found };
    } catch (error) {
      destroy();
      throw error;
    } finally {
      ads.removeEventListener('slotRenderEnded', ended);
    }
  }

  async function ask(context: RequestContext, signal: AbortSignal): Promise<Fill | Empty> {
    const page = globalThis as { googletag?: { cmd?: { push(run: () => void): unknown } } };
    page.googletag ??= {};
    await arrival((page.googletag.cmd ??= []), signal);
    // The shim of a blocker can stand here, with less than all.
    const come = page.googletag as Partial<Tag>;
    if (!come.pubads || !come.defineSlot) throw new Blocked('Google Publisher Tag is not on the page.');
    tag = globalThis.googletag;
    sizes = context.sizes;
    if (container?.parentNode !== context.host) destroy();
    if (!container) {
      container = document.createElement('div');
      container.id = `galley-google-${++count}`;
      context.host.append(container);
    }
    const box = container;
    let pbjs: Prebid | undefined;
    if (isAuctioned) {
      const { auction } = await import('./auction.ts');
      // What the auction does not bring, Google may have.
      pbjs = await auction(context, box.id, signal).catch(() => undefined);
      signal.throwIfAborted();
    }
    const isNew = !slot;
    // After the auction: on a page with a single request for all slots, that of another one would take this one along, without its bids.
    const defined = (slot ??= define(tag, context.slotId, box.id));
    const targeting = { ...(context.options as Partial<RequestContext>).targeting, ...context.targeting };
    defined.setConfig({
      targeting: Object.fromEntries(
        Object.entries(targeting).map(([key, value]) => [
          key,
          typeof value === 'string' ? value : [...value],
        ]),
      ),
    });
    pbjs?.setTargetingForGPTAsync([box.id]);
    return paint(tag, defined, signal, isNew ? box : undefined);
  }

  /** Counts what is under way: what it paints needs no painting again. */
  async function counted<T>(work: Promise<T>): Promise<T> {
    asking += 1;
    try {
      return await work;
    } finally {
      asking -= 1;
    }
  }

  return {
    name: provider,
    needsLightDom: isAuctioned,
    request: (context, signal) => counted(ask(context, signal)),
    async render(fill, host, signal) {
      // It has painted as it was asked, into its container in the host.
      const isAgain = fill === shown && !asking;
      shown = fill;
      if (!isAgain || !tag || !slot) return;
      const answer = await counted(paint(tag, slot, signal));
      if ('empty' in answer) throw Object.assign(new Error('Google has none for it now.'), { name: 'empty' });
      if (answer.size !== fill.size) host.dispatchEvent(new CustomEvent(ASK, { detail: answer }));
    },
    destroy,
  };
}
