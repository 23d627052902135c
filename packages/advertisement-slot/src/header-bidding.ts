import type { Adapter } from './adapter.ts';

/** Makes the adapter of one slot. */
export function createAdapter(name = 'none'): Adapter {
  return {
    name,
    request: () => Promise.reject(Object.assign(new Error('It is not there yet.'), { name: 'blocked' })),
    render: () => Promise.resolve(),
    destroy: () => undefined,
  };
}
