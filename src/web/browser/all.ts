/** Every element that a selector means, in a list that can be walked. */
export const all = <E extends Element = HTMLElement>(within: ParentNode, selector: string): E[] =>
  Array.from(within.querySelectorAll<E>(selector));
