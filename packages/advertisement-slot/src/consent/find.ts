import type { ConsentSource } from '../adapter.ts';

/**
 * The source of consent that the page has, found when it is asked: a consent platform's stub may stand after Galley's script.
 * Without a platform the source rejects, and no provider is asked.
 * @param mode The slot's attribute `consent`.
 */
export function findConsent(mode: 'required' | 'limited' | 'none'): ConsentSource {
  if (mode === 'none') return { ask: () => Promise.resolve({ allowed: true }) };
  const isLimited = mode === 'limited';
  let source: Promise<ConsentSource> | undefined;
  const find = () =>
    (source ??= globalThis.__gpp
      ? import('./gpp.ts').then(({ gpp }) => gpp(isLimited))
      : import('./tcf.ts').then(({ tcf }) => tcf(isLimited)));
  return {
    ask: async (signal) => (await find()).ask(signal),
    watch(changed, signal) {
      void find().then(
        (found) => found.watch?.(changed, signal),
        () => undefined,
      );
    },
  };
}
