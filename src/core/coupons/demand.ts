/** RC-06. How many ask a shop, what number it wants to hear of, and how many asked when it was last told. */
export interface Demand {
  asking: number;
  threshold: number;
  told: number;
}

/** Told once when the threshold is reached, and again only when the demand has doubled since. */
export const isDemandNews = ({ asking, threshold, told }: Demand): boolean =>
  told === 0 ? asking >= threshold : asking >= 2 * told;
