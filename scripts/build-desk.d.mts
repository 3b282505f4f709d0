/** Builds the desk's page; by default into dist/desk/. */
export function buildDesk(outdir?: string): Promise<void>;
