/** Who waits for the abort of each signal, and the one listener that tells them. */
const waiting = new WeakMap<AbortSignal, { readonly callbacks: Set<() => void>; readonly tell: () => void }>();

/**
 * Calls back when the signal is aborted, and returns the way to call it off. However many calls share a signal, it has one
 * listener of ours (Node warns of a leak past ten), and none once the last of them has ended.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const { callbacks, tell } = waiting.get(signal) ?? listen(signal);
  callbacks.add(callback);
  return () => {
    if (!callbacks.delete(callback) || callbacks.size > 0) return;
    signal.removeEventListener('abort', tell);
    waiting.delete(signal);
  };
}

function listen(signal: AbortSignal) {
  const callbacks = new Set<() => void>();
  const tell = () => {
    for (const callback of callbacks) callback();
  };
  signal.addEventListener('abort', tell);
  waiting.set(signal, { callbacks, tell });
  return { callbacks, tell };
}
