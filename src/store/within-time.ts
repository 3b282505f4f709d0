/** A transaction keeps others from their rows, on SQLite from all: one that takes longer than this hangs. */
const longestMs = 20_000;

/** Rejects when the work of a transaction takes too long; what it asks for afterwards is refused. */
export async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`a transaction took longer than ${longestMs} ms`)), longestMs);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
