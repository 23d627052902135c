/// <reference types="google-publisher-tag" />
/**
 * The providers `gpt` and `prebid-gpt`: Google Publisher Tag, at `googletag`. The page loads that script; this module never does.
 *
 * Tested against a stand-in that the compiler holds to `@types/google-publisher-tag`, not run against Google.
 * @module
 */
import type { Adapter, RequestContext, Size } from './adapter.ts';
import { arrival, Blocked, SILENCE, within } from './vendor.ts';

type Tag = typeof googletag;
type RenderEnded = googletag.events.SlotRenderEndedEvent;

let count = 0;

/**
 * Makes the adapter of one slot.
 * @param name `prebid-gpt` holds an auction by Prebid.js first, and hands its bids to Google.
 */
export function createAdapter(name: 'gpt' | 'prebid-gpt' = 'gpt'): Adapter {
  const isAuctioned = name === 'prebid-gpt';
  let tag: Tag | undefined;
  let slot: googletag.Slot | undefined;
  let container: HTMLElement | undefined;

  function destroy(): void {
    // Before its container goes: the tag keeps a slot whose element is gone.
    if (slot) tag?.destroySlots([slot]);
    container?.remove();
    slot = container = undefined;
  }

  function define({ slotId, sizes, host }: RequestContext): googletag.Slot {
    destroy();
    container = document.createElement('div');
    container.id = `galley-google-${++count}`;
    host.append(container);
    const defined = tag?.defineSlot(
      slotId,
      sizes.map((size) => [...size] as [number, number]),
      container.id,
    );
    // Null where the path is no path of Google's.
    if (!tag || !defined) throw new Error(`Google Publisher Tag takes no slot "${slotId}".`);
    defined.addService(tag.pubads());
    return defined;
  }

  return {
    name,
    needsLightDom: isAuctioned,
    async request(context, signal) {
      const page = globalThis as { googletag?: { cmd?: { push(run: () => void): unknown } } };
      page.googletag ??= {};
      await arrival((page.googletag.cmd ??= []), signal);
      // The shim of a blocker can stand here, with less than all.
      const come = page.googletag as Partial<Tag>;
      if (!come.pubads || !come.defineSlot) throw new Blocked('Google Publisher Tag is not on the page.');
      tag = globalThis.googletag;
      const ads = tag.pubads();
      const isNew = container?.parentNode !== context.host;
      slot = isNew || !slot ? define(context) : slot;
      const asked = slot;
      const id = container?.id ?? '';
      const targeting = { ...(context.options as Partial<RequestContext>).targeting, ...context.targeting };
      asked.setConfig({
        targeting: Object.fromEntries(
          Object.entries(targeting).map(([key, value]) => [
            key,
            typeof value === 'string' ? value : [...value],
          ]),
        ),
      });
      if (isAuctioned) {
        const { auction } = await import('./header-bidding.ts');
        // What the auction does not bring, Google may have.
        const pbjs = await auction(context, id, signal).catch(() => undefined);
        signal.throwIfAborted();
        pbjs?.setTargetingForGPTAsync([id]);
      }
      let ended: (event: RenderEnded) => void = () => undefined;
      const silent = new Blocked('Google Publisher Tag did not answer.');
      const { isEmpty, size } = await within<RenderEnded>(
        (resolve) => {
          ended = (event) => {
            if (event.slot === asked) resolve(event);
          };
          ads.addEventListener('slotRenderEnded', ended);
          tag?.enableServices();
          if (isNew) tag?.display(id);
          // Where the page has switched the first load off, to display is not to ask.
          if (!isNew || tag?.getConfig('disableInitialLoad').disableInitialLoad) ads.refresh([asked]);
        },
        signal,
        [SILENCE, silent],
      )
        .catch((error: unknown) => {
          destroy();
          throw error;
        })
        .finally(() => {
          ads.removeEventListener('slotRenderEnded', ended);
        });
      if (isEmpty) return { empty: true };
      const [width, height] = Array.isArray(size) ? size : [];
      const found: Size | undefined = context.sizes.find(([w, h]) => w === width && h === height);
      if (!found) {
        destroy();
        throw new Error(`A creative of ${String(size)} is not of the slot's sizes.`);
      }
      return { size: found };
    },
    // It has painted already, into its container in the host.
    render: () => Promise.resolve(),
    destroy,
  };
}
