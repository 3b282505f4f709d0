/** Builds what browsers load of the product's own pages; by default into dist/pages/. */
export function buildPages(outdir?: string): Promise<void>;
