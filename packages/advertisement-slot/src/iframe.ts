import type { Adapter } from './adapter.ts';
import { createFrame, elsewhere, showFrame, type Opening } from './frame.ts';

/** The provider `iframe`: a page of another origin, at `src`, in a sandboxed frame of the largest size. */
export function createAdapter(): Adapter {
  let opening: Opening | undefined;
  return {
    name: 'iframe',
    request: ({ src, sizes: [size], options }) =>
      Promise.resolve().then(() => {
        opening = options['frame'] as Opening | undefined;
        return size ? { size, url: elsewhere(src) } : { empty: true };
      }),
    render: ({ url = '', size }, host, signal) => showFrame(createFrame(url, size, opening), host, signal),
    destroy: () => undefined,
  };
}
