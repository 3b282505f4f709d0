/** Builds the desk's page; by default into dist/desk/. */
export function buildPages(outdir?: string): Promise<void>;
