import type { ConsentSource } from '../adapter.ts';
import { gpp } from './gpp.ts';
import { tcf } from './tcf.ts';

/**
 * The source of consent that the page has, found when it is asked: a consent platform's stub may stand after Galley's script.
 * Without a platform the source rejects, and no provider is asked.
 * @param mode The slot's attribute `consent`.
 */
export function findConsent(mode: 'required' | 'limited' | 'none'): ConsentSource {
  if (mode === 'none') return { ask: () => Promise.resolve({ allowed: true }) };
  const isLimited = mode === 'limited';
  let source: ConsentSource | undefined;
  const find = () => (source ??= globalThis.__gpp ? gpp(isLimited) : tcf(isLimited));
  return {
    ask: (signal) => find().ask(signal),
    watch: (changed, signal) => find().watch?.(changed, signal),
  };
}
