import { Cards } from './backstage/cards.tsx';
import { Faults } from './backstage/faults.tsx';
import { Network } from './backstage/network.tsx';
import type { Live } from './live.ts';
import { Till } from './till/till.tsx';
import { useWords } from './words/words.ts';

export type SideView = 'till' | 'cards' | 'network' | 'faults';

const views: SideView[] = ['till', 'cards', 'network', 'faults'];

interface SideParts {
  live: Live;
  line: string;
  view: SideView;
  choose: (view: SideView) => void;
  shownAtTill: { url: string } | null;
}

/** The shop's till and what goes on backstage. */
export function Side({ live, line, view, choose, shownAtTill }: SideParts) {
  const { side } = useWords();
  const faulty = live.voicemail || live.faults.some(({ left }) => left > 0);
  return (
    <section class="side" aria-label={side.heading}>
      <div class="views" role="tablist" aria-label={side.heading}>
        {views.map((name) => (
          <button
            type="button"
            role="tab"
            key={name}
            id={`tab-${name}`}
            class={`tab ${name}`}
            aria-selected={view === name}
            aria-controls="side-view"
            onClick={() => choose(name)}
          >
            {side[name]}
            {name === 'faults' && faulty && <span class="dot" />}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <div class="view" id="side-view" role="tabpanel" aria-labelledby={`tab-${view}`} tabIndex={0}>
        {view === 'till' && <Till live={live} shown={shownAtTill} />}
        {view === 'cards' && <Cards live={live} />}
        {view === 'network' && <Network live={live} line={line} />}
        {view === 'faults' && <Faults live={live} />}
      </div>
    </section>
  );
}
