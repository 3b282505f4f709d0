import { ask } from '../ask.ts';
import type { Live } from '../live.ts';
import type { FaultName } from '../words/ko.ts';
import { useWords } from '../words/words.ts';
import { faultPresets, findPreset } from './fault-presets.ts';

interface SwitchParts {
  name: FaultName;
  on: boolean;
  hits: number;
  toggle: () => void;
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

export function Faults({ live }: { live: Live }) {
  const { faults } = useWords();
  const names = Object.keys(faultPresets) as (keyof typeof faultPresets)[];
  const none = live.faults.every(({ left }) => left <= 0) && !live.voicemail;
  const switchOff = async () => {
    await ask('DELETE', '/desk/faults');
    await ask('POST', '/desk/voicemail', { on: false });
  };
  return (
    <div class="panel">
      <h2>{faults.heading}</h2>
      <p class="soft">{faults.lead}</p>
      <ul class="switches">
        {names.map((name) => {
          const found = findPreset(live.faults, faultPresets[name]);
          const toggle = () =>
            found ? ask('DELETE', `/desk/faults/${found.id}`) : ask('POST', '/desk/faults', faultPresets[name]);
          return <Switch key={name} name={name} on={found !== undefined} hits={found?.hits ?? 0} toggle={toggle} />;
        })}
        <Switch
          name="voicemail"
          on={live.voicemail}
          hits={0}
          toggle={() => ask('POST', '/desk/voicemail', { on: !live.voicemail })}
        />
      </ul>
      <button type="button" class="plain" disabled={none} onClick={switchOff}>
        {faults.clear}
      </button>
    </div>
  );
}
