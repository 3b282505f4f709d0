import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ApiEntity } from '../../messenger/api-objects.ts';

interface FormattedParts {
  text: string;
  entities: readonly ApiEntity[];
  /** A command in the text can be clicked. */
  command: (command: string) => void;
}

function Spoiler({ children }: { children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  return (
    <button type="button" class={`spoiler${open ? ' open' : ''}`} aria-expanded={open} onClick={() => setOpen(true)}>
      {children}
    </button>
  );
}

const Link = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <a href={href} target="_blank" rel="noopener noreferrer">
    {children}
  </a>
);

type Wrap = (inner: ComponentChildren, entity: ApiEntity, text: string) => VNode;

/** Only addresses of the web become links: no other kind may run or ask something on this page. */
const webAddress = (address: string | undefined): string | null =>
  address !== undefined && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;

function wrapper(command: FormattedParts['command']): Record<string, Wrap> {
  const link = (inner: ComponentChildren, href: string | null) =>
    href === null ? <span>{inner}</span> : <Link href={href}>{inner}</Link>;
  return {
    bold: (inner) => <strong>{inner}</strong>,
    italic: (inner) => <em>{inner}</em>,
    underline: (inner) => <u>{inner}</u>,
    strikethrough: (inner) => <s>{inner}</s>,
    code: (inner) => <code>{inner}</code>,
    pre: (inner) => <code class="block">{inner}</code>,
    blockquote: (inner) => <q>{inner}</q>,
    expandable_blockquote: (inner) => <q>{inner}</q>,
    spoiler: (inner) => <Spoiler>{inner}</Spoiler>,
    url: (inner, _, text) => link(inner, webAddress(text)),
    text_link: (inner, { url }) => link(inner, webAddress(url)),
    bot_command: (inner, _, text) => (
      <button type="button" class="command" onClick={() => command(text)}>
        {inner}
      </button>
    ),
  };
}

/** The part of a text from `from` to `to`: the outermost entity wraps what it holds, and so on inwards. */
function pieces(
  text: string,
  entities: readonly ApiEntity[],
  [from, to]: [number, number],
  wraps: Record<string, Wrap>,
): ComponentChildren[] {
  const out: ComponentChildren[] = [];
  let at = from;
  const left = [...entities];
  for (let next = left.shift(); next; next = left.shift()) {
    const { offset, length, type } = next;
    const end = Math.min(offset + length, to);
    if (offset < at || end <= offset) continue;
    out.push(text.slice(at, offset));
    const inside = left.filter((one) => one.offset < end);
    const inner = pieces(text, inside, [offset, end], wraps);
    out.push(wraps[type]?.(inner, next, text.slice(offset, end)) ?? inner);
    at = end;
  }
  out.push(text.slice(at, to));
  return out;
}

/** A text as the bot formatted it; everything else stays text. */
export function FormattedText({ text, entities, command }: FormattedParts) {
  return <>{pieces(text, entities, [0, text.length], wrapper(command))}</>;
}
