import type { Adapter } from './adapter.ts';

/** A module of an adapter. */
export interface AdapterModule {
  /** @param provider The provider's name, where one module serves several. */
  createAdapter(provider: string): Adapter;
}

// Paths are literal so that bundlers find each file.
const modules: Readonly<Record<string, () => Promise<AdapterModule>>> = {
  house: () => import('./house.ts'),
  iframe: () => import('./iframe.ts'),
  prebid: () => import('./header-bidding.ts'),
  gpt: () => import('./google-publisher-tag.ts'),
  'prebid-gpt': () => import('./google-publisher-tag.ts'),
};

/** Makes the adapter of a provider: the page's own of that name, else one of Galley's. */
export async function adapterOf(
  provider: string,
  own: ReadonlyMap<string, () => Promise<AdapterModule>>,
): Promise<Adapter> {
  const load = own.get(provider) ?? (Object.hasOwn(modules, provider) ? modules[provider] : undefined);
  if (!load) throw new Error('provider');
  return (await load()).createAdapter(provider);
}
