/** How long, in milliseconds, after the page has loaded a vendor's script may still come. Then it is taken for blocked. */
export const PATIENCE = 2000;

/** How long, in milliseconds, a vendor's script that has come may keep an answer to itself, as the shim of an ad blocker does. */
export const SILENCE = 10_000;

/** The provider's script did not come, or what came in its place does nothing. */
export class Blocked extends Error {
  override readonly name = 'blocked';
}

/** Settles with the callback's answer, rejects as the signal aborts, and when the time is over. */
export function within<T>(
  work: (resolve: (value: T) => void, reject: (error: Error) => void) => void,
  signal: AbortSignal,
  late?: [ms: number, error: Error],
): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    let timer = 0;
    const stop = () => {
      end();
      reject(signal.reason as Error);
    };
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    };
    signal.addEventListener('abort', stop);
    if (late)
      timer = window.setTimeout(() => {
        end();
        reject(late[1]);
      }, late[0]);
    work(
      (value) => {
        end();
        resolve(value);
      },
      (error) => {
        end();
        reject(error);
      },
    );
  });
}

/**
 * Waits for a vendor's script, which runs what stands in its queue when it comes. Galley never loads one: the page does.
 * @throws {Blocked} where it has not come though the page has loaded.
 */
export async function arrival(queue: { push(run: () => void): unknown }, signal: AbortSignal): Promise<void> {
  let come: () => void;
  const arrived = new Promise<void>((resolve) => (come = resolve));
  queue.push(() => {
    come();
  });
  const loaded = within<unknown>((resolve) => {
    if (document.readyState === 'complete') resolve(undefined);
    else addEventListener('load', resolve, { once: true, signal });
  }, signal);
  await Promise.race([arrived, loaded]);
  const blocked = new Blocked("The provider's script is not on the page.");
  await within((resolve) => void arrived.then(resolve), signal, [PATIENCE, blocked]);
}
