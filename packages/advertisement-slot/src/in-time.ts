/**
 * Does what may take too long, or may be broken off.
 * @param limit In milliseconds.
 * @throws where it fails, takes longer, or the signal aborts; what was handed to it is aborted then.
 */
export async function inTime(
  work: (signal: AbortSignal) => Promise<unknown> | undefined,
  limit: number,
  signal: AbortSignal,
): Promise<void> {
  // Not AbortSignal.any: Chromium keeps what listens to one for as long as none of its signals has aborted.
  const end = new AbortController();
  const timer = setTimeout(() => {
    end.abort(new Error('time'));
  }, limit);
  const stop = () => {
    end.abort(signal.reason);
  };
  signal.addEventListener('abort', stop);
  const ended = new Promise<never>((_, reject) => {
    end.signal.addEventListener('abort', () => {
      reject(end.signal.reason as Error);
    });
  });
  try {
    await Promise.race([work(end.signal), ended]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
