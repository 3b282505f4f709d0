import type { ComponentChildren, JSX, VNode } from 'preact';

/** What is wrong, by the name of the input where it stands. */
export type Marks = Readonly<Record<string, string>>;

export const hasFaults = (marks: Marks): boolean => Object.keys(marks).length > 0;

interface Labelled {
  name: string;
  label: string;
  hint?: string | undefined;
  marks: Marks;
}

const describedBy = ({ name, hint, marks }: Omit<Labelled, 'label'>): string | undefined =>
  [hint && `${name}-hint`, marks[name] && `${name}-fault`].filter(Boolean).join(' ') || undefined;

const invalid = (marks: Marks, name: string) => (marks[name] ? ('true' as const) : undefined);

function Under({ name, hint, marks }: Omit<Labelled, 'label'>): VNode {
  return (
    <>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {marks[name] && (
        <p class="fault" id={`${name}-fault`}>
          {marks[name]}
        </p>
      )}
    </>
  );
}

type InputParts = Labelled & { value: string; optional?: string | undefined } & Omit<
    JSX.IntrinsicElements['input'],
    'name' | 'value' | 'label'
  >;

export function Field({ name, label, hint, marks, value, optional, ...input }: InputParts): VNode {
  return (
    <div class="field">
      <label for={name}>
        {label}
        {optional && <span class="optional"> {optional}</span>}
      </label>
      <input
        type="text"
        autocomplete="off"
        {...input}
        id={name}
        name={name}
        value={value}
        aria-invalid={invalid(marks, name)}
        aria-describedby={describedBy({ name, hint, marks })}
      />
      <Under name={name} hint={hint} marks={marks} />
    </div>
  );
}

type AreaParts = Labelled & { value: string; rows?: number; optional?: string | undefined; maxLength?: number };

export function Area({ name, label, hint, marks, value, rows = 3, optional, maxLength }: AreaParts): VNode {
  return (
    <div class="field">
      <label for={name}>
        {label}
        {optional && <span class="optional"> {optional}</span>}
      </label>
      <textarea
        id={name}
        name={name}
        rows={rows}
        maxLength={maxLength}
        dir="auto"
        aria-invalid={invalid(marks, name)}
        aria-describedby={describedBy({ name, hint, marks })}
      >
        {/* A browser swallows the first line end. */}
        {value.startsWith('\n') ? `\n${value}` : value}
      </textarea>
      <Under name={name} hint={hint} marks={marks} />
    </div>
  );
}

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

type SelectParts = Labelled & { value: string; choices: readonly Choice[]; nothing?: string };

export function Select({ name, label, hint, marks, value, choices, nothing }: SelectParts): VNode {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select
        id={name}
        name={name}
        aria-invalid={invalid(marks, name)}
        aria-describedby={describedBy({ name, hint, marks })}
      >
        {nothing !== undefined && (
          <option value="" selected={value === ''}>
            {nothing}
          </option>
        )}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Under name={name} hint={hint} marks={marks} />
    </div>
  );
}

type ChoicesParts = Labelled & {
  type: 'radio' | 'checkbox';
  chosen: readonly string[];
  choices: readonly Choice[];
  class?: string;
  locked?: readonly string[];
  face?: (choice: Choice) => ComponentChildren;
};

/** One or several of a few, with room for a thumb. */
export function Choices(parts: ChoicesParts): VNode {
  const { type, name, label, hint, marks, chosen, choices, locked = [], face } = parts;
  return (
    <fieldset
      class={`choices ${parts.class ?? ''}`}
      id={name}
      aria-invalid={invalid(marks, name)}
      aria-describedby={describedBy({ name, hint, marks })}
    >
      <legend>{label}</legend>
      <div class="options">
        {choices.map((choice) => (
          <label key={choice.value} class="option">
            <input
              type={type}
              name={name}
              value={choice.value}
              checked={chosen.includes(choice.value)}
              disabled={locked.includes(choice.value)}
              aria-describedby={choice.hint ? `${name}-${choice.value}-hint` : undefined}
            />
            <span>
              {face ? face(choice) : choice.label}
              {choice.hint && <small id={`${name}-${choice.value}-hint`}>{choice.hint}</small>}
            </span>
          </label>
        ))}
      </div>
      <Under name={name} hint={hint} marks={marks} />
    </fieldset>
  );
}

/** At the head of a form: where to look, each a link to its field, in the order of `labels`. */
export function FaultList({ title, marks, labels }: { title: string; marks: Marks; labels: Marks }): VNode | null {
  const order = Object.keys(labels);
  const found = Object.entries(marks).toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  if (found.length === 0) return null;
  return (
    <div class="sheet alarm" role="alert" data-focus tabIndex={-1}>
      <p>{title}</p>
      <ul>
        {found.map(([name, words]) => (
          <li key={name}>
            <a href={`#${name}`}>{labels[name] ? `${labels[name]}: ${words}` : words}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export const Done = ({ text }: { text: string }): VNode => (
  <div class="sheet done" role="status">
    <p>{text}</p>
  </div>
);

export const Alarm = ({ text }: { text: string }): VNode => (
  <div class="sheet alarm" role="alert" data-focus tabIndex={-1}>
    <p>{text}</p>
  </div>
);
