/** A count, as it is written on pages in every language. */
export const figure = (count: number): string => count.toLocaleString('en');
