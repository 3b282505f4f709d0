/** Waits in real time, or until one of the signals is aborted, whichever is first. */
export async function pauseMs(delayMs: number, ...wake: AbortSignal[]): Promise<void> {
  if (wake.some((signal) => signal.aborted)) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, delayMs);
    function done(): void {
      clearTimeout(timer);
      for (const signal of wake) signal.removeEventListener('abort', done);
      resolve();
    }
    for (const signal of wake) signal.addEventListener('abort', done, { once: true });
  });
}
