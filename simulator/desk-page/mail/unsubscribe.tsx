import { useState } from 'preact/hooks';
import { ask } from '../ask.ts';
import { useWords } from '../words/words.ts';

type State = { kind: 'offered' } | { kind: 'asking' } | { kind: 'done' } | { kind: 'failed'; why: string };

/** A mail program's own button, beside the mail: one click, and no page of the sender opens (RFC 8058). */
export function Unsubscribe({ id, alreadyDone }: { id: string; alreadyDone: boolean }) {
  const { mail: words } = useWords();
  const [state, setState] = useState<State>({ kind: alreadyDone ? 'done' : 'offered' });

  async function press(): Promise<void> {
    setState({ kind: 'asking' });
    const { ok, body } = await ask('POST', `/desk/mails/${id}/unsubscribe`);
    const kind = ok ? String(body.kind) : 'unreachable';
    setState(kind === 'done' ? { kind } : { kind: 'failed', why: kind });
  }

  return (
    <div class="unsubscribe">
      <p role="status" class={state.kind === 'failed' ? 'trouble' : 'soft'}>
        {state.kind === 'done' && words.unsubscribed}
        {state.kind === 'failed' && (words.unsubscribeFailed[state.why] ?? words.unsubscribeFailed.refused)}
        {state.kind === 'offered' && words.unsubscribeLead}
      </p>
      {state.kind !== 'done' && (
        <button type="button" class="plain" disabled={state.kind === 'asking'} onClick={press}>
          {words.unsubscribe}
        </button>
      )}
    </div>
  );
}
