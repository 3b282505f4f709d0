import type { VNode } from 'preact';

/** A spoken greeting, played when asked for. */
export const Greeting = ({ label, source }: { label: string; source: string }): VNode => (
  <section class="sheet" aria-labelledby="greeting">
    <h2 id="greeting">{label}</h2>
    {/* biome-ignore lint/a11y/useMediaCaption: a caller's own voice; nobody has written down what it says */}
    <audio controls preload="none" src={source} aria-labelledby="greeting" />
  </section>
);
