import { useEffect, useState } from 'preact/hooks';

interface Seeing {
  me: string;
  /** The first state has arrived. */
  known: boolean;
  /** What has come lies open. */
  inView: boolean;
}

/** How many things have come to me since they last lay open; what was there when the page opened is no news. */
export function useUnseen(came: readonly { seq: number }[], { me, known, inView }: Seeing): number {
  const [seen, setSeen] = useState<{ me: string; upTo: number } | null>(null);
  const newest = came.at(-1)?.seq ?? 0;
  useEffect(() => {
    if (known && (inView || seen?.me !== me)) setSeen({ me, upTo: newest });
  }, [inView, newest, known, me]);
  return seen?.me === me ? came.filter(({ seq }) => seq > seen.upTo).length : 0;
}
