import type { Consent, ConsentSource } from '../adapter.ts';

/**
 * Consent that the page knows itself, once: `slot.consentSource = promised(bannerClosed.then(() => settings.advertising))`.
 * @param promise Whether a provider may be asked, or more of it. A promise that is rejected is a refusal.
 */
export const promised = (promise: Promise<boolean | Consent>): ConsentSource => ({
  ask: (signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
      promise.then(
        (answer) => {
          resolve(typeof answer === 'object' ? answer : { allowed: answer });
        },
        () => {
          resolve({ allowed: false });
        },
      );
    }),
});
