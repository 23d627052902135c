/**
 * The providers `gpt` and `prebid-gpt`: Google Publisher Tag, at `googletag`. The page loads that script; this module never does.
 *
 * Tested against a stand-in that the compiler holds to `@types/google-publisher-tag`, not run against Google.
 * @module
 */
import type { Adapter, RequestContext, Size } from './adapter.ts';
import { arrival, Blocked, SILENCE, within } from './vendor.ts';

// The names that are used of the tag's types. They are no dependency of the package's: a test holds these to them.

/** A slot, as the tag defines it. */
export interface GoogleSlot {
  addService(service: GoogleAds): unknown;
  setConfig(config: { targeting: Record<string, string | string[]> }): unknown;
}

/** What the tag tells once a slot has its answer. */
export interface RenderEnded {
  readonly slot: unknown;
  readonly isEmpty: boolean;
  readonly size: number[] | string | null;
}

/** The tag's service. */
export interface GoogleAds {
  addEventListener(type: 'slotRenderEnded', listener: (event: RenderEnded) => void): unknown;
  removeEventListener(type: 'slotRenderEnded', listener: (event: RenderEnded) => void): unknown;
  isInitialLoadDisabled(): boolean;
  refresh(slots: GoogleSlot[]): void;
}

/** The tag. Before its script has come there is a queue alone. */
export interface GoogleTag {
  cmd: { push(run: () => void): unknown };
  defineSlot(path: string, sizes: [number, number][], id: string): GoogleSlot | null;
  pubads(): GoogleAds;
  enableServices(): void;
  display(id: string): void;
  destroySlots(slots: GoogleSlot[]): boolean;
}

let count = 0;

/**
 * Makes the adapter of one slot.
 * @param name `prebid-gpt` holds an auction by Prebid.js first, and hands its bids to Google.
 */
export function createAdapter(name: 'gpt' | 'prebid-gpt' = 'gpt'): Adapter {
  const isAuctioned = name === 'prebid-gpt';
  let tag: GoogleTag | undefined;
  let slot: GoogleSlot | undefined;
  let container: HTMLElement | undefined;

  function destroy(): void {
    // Before its container goes: the tag keeps a slot whose element is gone.
    if (slot) tag?.destroySlots([slot]);
    container?.remove();
    slot = container = undefined;
  }

  function define({ slotId, sizes, host }: RequestContext): GoogleSlot {
    destroy();
    container = document.createElement('div');
    container.id = `galley-google-${++count}`;
    host.append(container);
    const defined = tag?.defineSlot(
      slotId,
      sizes.map(([width, height]) => [width, height]),
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
      const page = globalThis as { googletag?: Partial<GoogleTag> };
      const googletag = (page.googletag ??= {});
      const queue = (googletag.cmd ??= [] as (() => void)[]);
      await arrival(queue, signal);
      // The shim of a blocker can stand here with less than all.
      tag = page.googletag as GoogleTag;
      if (!tag.pubads || !tag.defineSlot) throw new Blocked('Google Publisher Tag is not on the page.');
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
          if (!isNew || ads.isInitialLoadDisabled()) ads.refresh([asked]);
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
