import { ask } from '../ask.ts';
import type { Live } from '../live.ts';
import type { FaultName } from '../words/ko.ts';
import { useWords } from '../words/words.ts';
import { faultGroups, faultPresets, findPreset } from './fault-presets.ts';

interface SwitchParts {
  name: FaultName;
  on: boolean;
  hits: number;
  toggle: () => unknown;
}

function Switch({ name, on, hits, toggle }: SwitchParts) {
  const { faults } = useWords();
  const [title, effect] = faults.names[name];
  return (
    <li>
      <button type="button" role="switch" class="switch" aria-checked={on} onClick={toggle}>
        <span class="switch-words">
          <strong>{title}</strong>
          <span>{effect}</span>
          {on && hits > 0 && <em>{faults.struck(hits)}</em>}
        </span>
        <span class="track" aria-hidden="true" />
      </button>
    </li>
  );
}

/** A switch by its name: a fault in the simulator's book, or the machine that takes calls. */
function useSwitches(live: Live): (name: FaultName) => SwitchParts {
  return (name) => {
    if (name === 'voicemail') {
      const toggle = () => ask('POST', '/desk/voicemail', { on: !live.voicemail });
      return { name, on: live.voicemail, hits: 0, toggle };
    }
    const preset = faultPresets[name];
    const found = findPreset(live.faults, preset);
    const toggle = () => (found ? ask('DELETE', `/desk/faults/${found.id}`) : ask('POST', '/desk/faults', preset));
    return { name, on: found !== undefined, hits: found?.hits ?? 0, toggle };
  };
}

const groups = Object.keys(faultGroups) as (keyof typeof faultGroups)[];

export function Faults({ live }: { live: Live }) {
  const { faults } = useWords();
  const switchOf = useSwitches(live);
  const none = live.faults.every(({ left }) => left <= 0) && !live.voicemail;
  const switchOff = async () => {
    await ask('DELETE', '/desk/faults');
    await ask('POST', '/desk/voicemail', { on: false });
  };
  return (
    <div class="panel">
      <div class="heading">
        <h2>{faults.heading}</h2>
        <button type="button" class="plain" disabled={none} onClick={switchOff}>
          {faults.clear}
        </button>
      </div>
      <p class="soft">{faults.lead}</p>
      {groups.map((group) => (
        <section class="switch-group" key={group} aria-labelledby={`faults-${group}`}>
          <h3 id={`faults-${group}`}>{faults.groups[group]}</h3>
          <ul class="switches">
            {faultGroups[group].map((name) => (
              <Switch key={name} {...switchOf(name)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
