import type { VNode } from 'preact';

/** A plot of ours, whose words stand in a table beside it. */
export const Plot = ({ svg }: { svg: string }): VNode => <div class="plot" dangerouslySetInnerHTML={{ __html: svg }} />;
