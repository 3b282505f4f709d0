/** One line for each figure that a test measured, so that a run of the suite ends with a list of them to read. */
export function figure(what: string, figures: Readonly<Record<string, string | number>>): void {
  const said = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  process.stdout.write(`figure: ${what}: ${said.join(', ')}\n`);
}

/** The value that `share` (0..1) of them do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
