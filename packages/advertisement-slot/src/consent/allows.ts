/** What a reader has said of the purposes of Europe's framework, by the purpose's number. */
export interface Purposes {
  readonly gdprApplies?: boolean;
  readonly purpose?: {
    readonly consents?: Readonly<Record<number, boolean>>;
    readonly legitimateInterests?: Readonly<Record<number, boolean>>;
  };
}

/**
 * Whether an advertisement may be asked for: with consent to storage and to basic advertising (purposes 1 and 2); where the page asks for no
 * more than limited ones, a legitimate interest in purpose 2 that the reader has not objected to is enough.
 */
export function allows({ gdprApplies, purpose }: Purposes, isLimited: boolean): boolean {
  if (gdprApplies === false) return true;
  const { consents = {}, legitimateInterests = {} } = purpose ?? {};
  return isLimited ? !!consents[2] || !!legitimateInterests[2] : !!consents[1] && !!consents[2];
}
