/** Keeps what was made last, up to `mostBytes` in all; the oldest goes first. */
export function latest<Value>(mostBytes: number, bytesOf: (value: Value) => number) {
  const kept = new Map<string, Value>();
  let bytes = 0;
  return async (key: string, make: () => Promise<Value>): Promise<Value> => {
    const known = kept.get(key);
    if (known !== undefined) {
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const made = await make();
    if (!kept.has(key)) bytes += bytesOf(made);
    kept.set(key, made);
    for (const [oldest, value] of kept) {
      if (bytes <= mostBytes) break;
      kept.delete(oldest);
      bytes -= bytesOf(value);
    }
    return made;
  };
}
