/** Where a slot is. */
export type State =
  | 'idle'
  | 'awaiting-consent'
  | 'queued'
  | 'requesting'
  | 'filled'
  | 'viewable'
  | 'refreshing'
  | 'empty'
  | 'blocked'
  | 'denied'
  | 'error'
  | 'destroyed';

/** What happens to a slot. */
export type Happening =
  | 'start'
  | 'allow'
  | 'deny'
  | 'request'
  | 'fill'
  | 'view'
  | 'refresh'
  | 'empty'
  | 'block'
  | 'fail'
  | 'clear'
  | 'destroy';

const answers = { fill: 'filled', empty: 'empty', block: 'blocked', fail: 'error' } as const;
const always = { deny: 'denied', clear: 'idle', destroy: 'destroyed' } as const;
/** From where there is no advertisement, one may be asked for again. */
const over = { ...always, start: 'awaiting-consent' } as const;

const TABLE: Readonly<Record<State, Readonly<Partial<Record<Happening, State>>>>> = {
  idle: { start: 'awaiting-consent', destroy: 'destroyed' },
  'awaiting-consent': { ...always, allow: 'queued', fail: 'error' },
  queued: { ...always, request: 'requesting' },
  requesting: { ...always, ...answers },
  filled: { ...always, view: 'viewable', refresh: 'refreshing', fail: 'error', empty: 'empty' },
  viewable: { ...always, refresh: 'refreshing', fail: 'error', empty: 'empty' },
  refreshing: { ...always, ...answers },
  empty: over,
  blocked: over,
  error: over,
  // A reader may agree later.
  denied: { ...over, allow: 'queued' },
  destroyed: {},
};

/** The state after something has happened, or nothing where it means nothing in that state: an answer that comes late, for one. */
export const next = (state: State, happening: Happening): State | undefined => TABLE[state][happening];
