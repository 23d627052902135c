import type { Adapter } from './adapter.ts';

/** The provider `house`: the author's fallback is what is shown. */
export function createAdapter(): Adapter {
  return {
    name: 'house',
    request: ({ sizes, slot }) =>
      Promise.resolve(
        slot.querySelector('[data-part=fallback]') ? { size: sizes[0] ?? [0, 0] } : { empty: true },
      ),
    render: () => Promise.resolve(),
    destroy: () => undefined,
  };
}
