import type { Consent, ConsentSource } from '../adapter.ts';

/** What a source of consent tells: the state now, and whether the reader has chosen it. */
export type Heard = (consent: Consent, isChosen: boolean) => void;

/**
 * Makes a source of one that calls back with each change, as both of the IAB's APIs do.
 * @param subscribe Calls back with the state and each change of it, until the signal aborts. Throws where there is nobody to ask.
 */
export function listening(subscribe: (heard: Heard, signal: AbortSignal) => void): ConsentSource {
  let last: string | undefined;
  return {
    ask: (signal) =>
      new Promise((resolve, reject) => {
        const listener = new AbortController();
        const stop = () => {
          listener.abort();
          reject(signal.reason as Error);
        };
        signal.throwIfAborted();
        signal.addEventListener('abort', stop, { signal: listener.signal });
        subscribe((consent, isChosen) => {
          if (!isChosen || listener.signal.aborted) return;
          last = JSON.stringify(consent);
          listener.abort();
          resolve(consent);
        }, listener.signal);
      }),
    watch(changed, signal) {
      subscribe((consent) => {
        // The state as it was asked comes first, and is no change.
        const told = JSON.stringify(consent);
        if (told === last || signal.aborted) return;
        last = told;
        changed(consent);
      }, signal);
    },
  };
}
