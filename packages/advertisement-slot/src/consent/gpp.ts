/**
 * Consent by the IAB's Global Privacy Platform 1.1, from the page's consent platform at `__gpp`: Europe's section, and those of the United States.
 *
 * It answers once the platform says `signalStatus: ready`, and follows it from then on.
 * @module
 */
import type { ConsentSource } from '../adapter.ts';
import { allows } from './allows.ts';
import { listening } from './listening.ts';

type Section = Readonly<Record<string, unknown>>;

/** What is read of the platform's PingData. */
interface PingData {
  readonly signalStatus?: string;
  readonly gppString?: string;
  readonly applicableSections?: readonly number[];
  readonly parsedSections?: Readonly<Record<string, Section | readonly Section[]>>;
}

interface GppEvent {
  readonly listenerId?: number;
  readonly eventName?: string;
  readonly data?: unknown;
  readonly pingData?: PingData;
}

type GppApi = (
  command: string,
  callback: (event: GppEvent, success: boolean) => void,
  parameter?: number,
  version?: '1.1',
) => void;

declare global {
  var __gpp: GppApi | undefined;
}

/** Sections are lists of segments; the first that has a field has it. */
function field(sections: PingData['parsedSections'], name: string, key: string): unknown {
  return [sections?.[name] ?? []].flat().find((segment) => key in segment)?.[key];
}

/** The sections of the United States, whose names begin with `us`: by number, from the whole country's (`usnat`) on. */
const STATES = 'nat ca va co ut ct fl mt or tx de ia ne nh nj tn mn md in ky ri'.split(' ');
const OPT_OUTS = ['SaleOptOut', 'SharingOptOut', 'TargetedAdvertisingOptOut'];

function allowsSection(id: number, sections: PingData['parsedSections'], isLimited: boolean): boolean {
  if (id === -1) return true;
  if (id === 2) {
    const consents = purposes(field(sections, 'tcfeuv2', 'PurposeConsents'));
    const legitimateInterests = purposes(field(sections, 'tcfeuv2', 'PurposeLegitimateInterests'));
    return allows({ purpose: { consents, legitimateInterests } }, isLimited);
  }
  const name = `us${String(STATES[id - 7])}`;
  // A law that is not known here: no.
  if (!sections?.[name]) return false;
  // 1 is an opt-out. Who opts out of personal advertising can still be shown one that is not.
  return isLimited || !OPT_OUTS.some((key) => field(sections, name, key) === 1);
}

/** By number, from 1. */
const purposes = (list: unknown): Record<number, boolean> =>
  Object.fromEntries(Array.isArray(list) ? list.map((value, i) => [i + 1, value === true]) : []);

/**
 * @param isLimited Whether advertisements that use no personal data are enough: the slot's `consent="limited"`.
 */
export const gpp = (isLimited = false): ConsentSource =>
  listening((heard, signal) => {
    const api = globalThis.__gpp;
    if (!api) throw new Error('There is no __gpp on the page.');
    let id: number | undefined;
    const stop = () => {
      // The platform has taken the place of its stub by now.
      if (id !== undefined) globalThis.__gpp?.('removeEventListener', () => undefined, id, '1.1');
    };
    signal.addEventListener('abort', stop);
    api(
      'addEventListener',
      ({ listenerId, pingData }, success) => {
        if (!success || !pingData) return;
        id = listenerId;
        if (signal.aborted) {
          stop();
          return;
        }
        const { signalStatus, applicableSections: ids = [], parsedSections, gppString = '' } = pingData;
        const allowed = ids.length > 0 && ids.every((each) => allowsSection(each, parsedSections, isLimited));
        heard({ allowed, gppString }, signalStatus === 'ready');
      },
      undefined,
      '1.1',
    );
  });
