// SPDX-License-Identifier: Apache-2.0

/** Waits; throws the signal's reason when it is aborted meanwhile. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(reason(signal));
    const left = () => {
      clearTimeout(timer);
      reject(reason(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', left);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', left, { once: true });
  });
}

/** Doubles from `first` to `longest`, a fifth more or less, so that many clients do not come at once. */
export function* backOff(first: number, longest: number): Generator<number, never> {
  for (let next = first; ; next = Math.min(2 * next, longest)) {
    yield next * (0.8 + 0.4 * Math.random());
  }
}

function reason(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new Error('aborted');
}
