/** Waits in real time, also under fake timers, until something is true. Rejects after 5 s. */
export async function until(isTrue: () => boolean): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!isTrue()) {
    if (performance.now() > deadline) throw new Error(`not true after 5 s: ${isTrue.toString()}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
