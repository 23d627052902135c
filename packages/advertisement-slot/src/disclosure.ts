import type { Fill } from './adapter.ts';

/** What a page says of an advertisement, or its provider does. */
export interface Declared {
  readonly advertiser: string | undefined;
  readonly payer: string | undefined;
  readonly domains: readonly string[];
  readonly reasons: readonly number[];
  /** Address of the transparency notice of a political advertisement. */
  readonly notice: string | undefined;
}

/** An address of the web, or nothing. */
function address(value: unknown): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value, document.baseURI)) return undefined;
  const url = new URL(value, document.baseURI);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** Gathers what is known of an advertisement. */
export function declared(host: Element, fill: Fill, options: Readonly<Record<string, unknown>>): Declared {
  const { behalf, paid, transparency = [] } = fill.disclosure ?? {};
  return {
    advertiser: host.getAttribute('advertiser') || behalf || undefined,
    payer: paid,
    domains: fill.advertiserDomains ?? [],
    reasons: [...new Set(transparency.flatMap(({ dsaparams }) => dsaparams))],
    notice: address(options['notice']),
  };
}

/** Whether there is anything to tell. */
export const tells = ({ advertiser, payer, domains, reasons, notice }: Declared): boolean =>
  Boolean(advertiser ?? payer ?? notice) || domains.length + reasons.length > 0;
