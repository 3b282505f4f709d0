import { useEffect, useRef, useState } from 'preact/hooks';
import { type Certificate, redeem, rollBack, type Taken, validate } from './ask-till.ts';

/** Where the till is with its customer. */
export type TillState =
  | { kind: 'ready' }
  | { kind: 'reading' }
  | { kind: 'asking' }
  | { kind: 'certificate'; certificate: Certificate }
  | { kind: 'taken'; taken: Taken }
  | { kind: 'undone'; taken: Taken }
  /** `certificate`: what may be tried again with other entries. */
  | { kind: 'refused'; why: string; certificate: Certificate | null };

const ready: TillState = { kind: 'ready' };
const pictureLimitBytes = 5 * 1_024 * 1_024;

/** The reader, with its decoder of a megabyte, is fetched when the till is first shown a picture. */
const reader = () => import('./read-picture.ts');

async function fetchPicture(url: string): Promise<Blob | null> {
  const response = await fetch(url).catch(() => null);
  return response?.ok ? response.blob() : null;
}

export function useTill(shop: string) {
  const [state, setState] = useState<TillState>(ready);
  /** What a slow answer belongs to: a customer who has left gets no answer of theirs shown to the next. */
  const customer = useRef(0);
  useEffect(() => {
    customer.current += 1;
    setState(ready);
  }, [shop]);

  async function show(picture: Blob | string): Promise<void> {
    customer.current += 1;
    const mine = customer.current;
    const say = (next: TillState) => mine === customer.current && setState(next);
    say({ kind: 'reading' });
    const blob = typeof picture === 'string' ? await fetchPicture(picture) : picture;
    const { readPicture } = await reader();
    const code = blob && blob.size <= pictureLimitBytes ? await readPicture(blob) : null;
    if (code === null) return void say({ kind: 'refused', why: 'unreadable', certificate: null });
    say({ kind: 'asking' });
    const asked = await validate(shop, code);
    if (asked.kind === 'refused') return void say({ ...asked, certificate: null });
    const { usable, reason } = asked.answer;
    if (!usable) return void say({ kind: 'refused', why: reason ?? 'other', certificate: null });
    say({ kind: 'certificate', certificate: asked.answer });
  }

  async function take(certificate: Certificate, wish: { pin: string; amount: number }): Promise<void> {
    const mine = customer.current;
    setState({ kind: 'asking' });
    const pin = wish.pin === '' ? {} : { pin: wish.pin };
    const key = crypto.randomUUID();
    const asked = await redeem(shop, { code: certificate.code, amount: wish.amount, key, ...pin });
    if (mine !== customer.current) return;
    setState(asked.kind === 'ok' ? { kind: 'taken', taken: asked.answer } : { ...asked, certificate });
  }

  async function undo(taken: Taken): Promise<void> {
    const mine = customer.current;
    setState({ kind: 'asking' });
    const asked = await rollBack(shop, taken.id, crypto.randomUUID());
    if (mine !== customer.current) return;
    setState(asked.kind === 'ok' ? { kind: 'undone', taken: asked.answer } : { ...asked, certificate: null });
  }

  function retry(): void {
    setState(
      state.kind === 'refused' && state.certificate ? { kind: 'certificate', certificate: state.certificate } : ready,
    );
  }

  return { state, show, take, undo, retry, next: () => setState(ready) };
}

export type AtTill = ReturnType<typeof useTill>;
