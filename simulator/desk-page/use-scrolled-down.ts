import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Keeps the newest in view: when something comes, and when the box gets another size or is shown again. */
export function useScrolledDown(box: RefObject<HTMLElement>, news: unknown[]): () => void {
  const scroll = () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  };
  useEffect(scroll, news);
  useEffect(() => {
    const observer = new ResizeObserver(scroll);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return scroll;
}
