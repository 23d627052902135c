import { assert } from 'chai';
import { next, type Happening, type State } from '../src/machine.ts';

/** What each happening leads to, state by state. What is not in a line changes nothing. */
const TABLE: readonly (readonly [State, Partial<Record<Happening, State>>])[] = [
  ['idle', { start: 'awaiting-consent', destroy: 'destroyed' }],
  [
    'awaiting-consent',
    { allow: 'queued', deny: 'denied', fail: 'error', clear: 'idle', destroy: 'destroyed' },
  ],
  ['queued', { request: 'requesting', deny: 'denied', clear: 'idle', destroy: 'destroyed' }],
  [
    'requesting',
    {
      fill: 'filled',
      empty: 'empty',
      block: 'blocked',
      fail: 'error',
      deny: 'denied',
      clear: 'idle',
      destroy: 'destroyed',
    },
  ],
  [
    'filled',
    {
      view: 'viewable',
      refresh: 'refreshing',
      empty: 'empty',
      fail: 'error',
      deny: 'denied',
      clear: 'idle',
      destroy: 'destroyed',
    },
  ],
  [
    'viewable',
    {
      refresh: 'refreshing',
      empty: 'empty',
      fail: 'error',
      deny: 'denied',
      clear: 'idle',
      destroy: 'destroyed',
    },
  ],
  [
    'refreshing',
    {
      fill: 'filled',
      empty: 'empty',
      block: 'blocked',
      fail: 'error',
      deny: 'denied',
      clear: 'idle',
      destroy: 'destroyed',
    },
  ],
  ['empty', { start: 'awaiting-consent', deny: 'denied', clear: 'idle', destroy: 'destroyed' }],
  ['blocked', { start: 'awaiting-consent', deny: 'denied', clear: 'idle', destroy: 'destroyed' }],
  ['error', { start: 'awaiting-consent', deny: 'denied', clear: 'idle', destroy: 'destroyed' }],
  [
    'denied',
    { start: 'awaiting-consent', allow: 'queued', deny: 'denied', clear: 'idle', destroy: 'destroyed' },
  ],
  ['destroyed', {}],
];
const HAPPENINGS: readonly Happening[] = [
  'start', 'allow', 'deny', 'request', 'fill', 'view', 'refresh', 'empty', 'block', 'fail', 'clear', 'destroy',
]; // prettier-ignore

describe('states of a slot', () => {
  for (const [state, line] of TABLE) {
    for (const happening of HAPPENINGS) {
      const to = line[happening];
      it(`${state}, ${happening}: ${to ?? 'nothing'}`, () => {
        assert.equal(next(state, happening), to);
      });
    }
  }

  it('are reached, each of them, and left, but for the last', () => {
    const reached = new Set<State>(['idle']);
    for (let size = 0; size < reached.size;) {
      size = reached.size;
      for (const state of [...reached])
        for (const happening of HAPPENINGS) {
          const to = next(state, happening);
          if (to) reached.add(to);
        }
    }
    assert.sameMembers(
      [...reached],
      TABLE.map(([state]) => state),
    );
    for (const [state] of TABLE)
      assert.equal(
        HAPPENINGS.some((happening) => next(state, happening)),
        state !== 'destroyed',
        state,
      );
  });
});
