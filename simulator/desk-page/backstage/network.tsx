import { useState } from 'preact/hooks';
import type { Live } from '../live.ts';
import { useLanguage, useWords } from '../words/words.ts';
import { writtenTime } from '../written.ts';
import { type Filter, happenings } from './happenings.ts';

export function Network({ live, line }: { live: Live; line: string }) {
  const words = useWords();
  const language = useLanguage();
  const [filter, setFilter] = useState<Filter>('all');
  const found = happenings(live, filter, words, language, line);
  const { filters, heading, lead, none } = words.network;
  return (
    <div class="panel">
      <h2>{heading}</h2>
      <p class="soft">{lead}</p>
      <div class="filters">
        {(Object.keys(filters) as Filter[]).map((name) => (
          <button type="button" key={name} aria-pressed={filter === name} onClick={() => setFilter(name)}>
            {filters[name]}
          </button>
        ))}
      </div>
      {found.length === 0 && <p class="none">{none}</p>}
      <ol class="happenings">
        {found.map((one) => (
          <li key={one.key} class={one.of}>
            <span class="title">{one.title}</span>
            <span class={`pill ${one.tone}`}>{one.state}</span>
            <span class="detail">{one.detail}</span>
            <time>{writtenTime(one.at, language)}</time>
          </li>
        ))}
      </ol>
    </div>
  );
}
