/**
 * Consent by the IAB's Transparency and Consent Framework 2.2, from the page's consent platform at `__tcfapi`.
 *
 * It listens, as 2.2 asks (`getTCData` is gone), and answers once the reader has chosen, or had before. Silence is no answer.
 * @module
 */
import type { ConsentSource } from '../adapter.ts';
import { allows, type Purposes } from './allows.ts';
import { listening } from './listening.ts';

/** What is read of the framework's TCData. */
interface TcData extends Purposes {
  readonly listenerId?: number;
  readonly tcString?: string;
  readonly cmpStatus?: string;
  readonly eventStatus?: string;
}

type TcfApi = (
  command: string,
  version: 2,
  callback: (data: TcData | null, success: boolean) => void,
  parameter?: number,
) => void;

declare global {
  // A name of the framework's, which stands on the window.
  var __tcfapi: TcfApi | undefined;
}

/** How long, in milliseconds, "the regulation does not apply" has to stand: some platforms say so first, and correct it. */
export const SETTLE = 500;

/**
 * @param isLimited Whether advertisements that use no personal data are enough: the slot's `consent="limited"`.
 */
export const tcf = (isLimited = false): ConsentSource =>
  listening((heard, signal) => {
    const api = globalThis.__tcfapi;
    if (!api) throw new Error('There is no __tcfapi on the page.');
    let timer = 0;
    let id: number | undefined;
    const stop = () => {
      clearTimeout(timer);
      // The platform has taken the place of its stub by now.
      if (id !== undefined) globalThis.__tcfapi?.('removeEventListener', 2, () => undefined, id);
    };
    signal.addEventListener('abort', stop);
    api('addEventListener', 2, (data, success) => {
      if (!success || !data) return;
      id = data.listenerId;
      // Nothing was heard until now, so there was nothing to give back.
      if (signal.aborted) {
        stop();
        return;
      }
      clearTimeout(timer);
      const { gdprApplies, tcString = '' } = data;
      const isChosen =
        data.cmpStatus !== 'loading' && /^(tcloaded|useractioncomplete)$/.test(data.eventStatus ?? '');
      const consent = { allowed: allows(data, isLimited), tcString };
      if (gdprApplies !== false) heard(consent, isChosen);
      else if (isChosen) timer = window.setTimeout(heard, SETTLE, consent, true);
    });
  });
