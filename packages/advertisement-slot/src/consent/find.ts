import type { ConsentSource } from '../adapter.ts';

/** Finds the page's source of consent. */
export function findConsent(mode: 'required' | 'limited' | 'none'): ConsentSource {
  return {
    ask: () =>
      mode === 'none' ? Promise.resolve({ allowed: true }) : Promise.reject(new Error('There is none.')),
  };
}
