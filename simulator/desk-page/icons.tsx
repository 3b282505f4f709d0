import type { VNode } from 'preact';

const drawings = {
  phone:
    'M6.6 3.5 9 3l2 4.6-2 1.6a12 12 0 0 0 5.8 5.8l1.6-2L21 15l-.5 2.4A3 3 0 0 1 17.5 20 14 14 0 0 1 4 6.5a3 3 0 0 1 2.6-3Z',
  texts: 'M4 5.5h16v11H9.5L5 20v-3.5H4z',
  chat: 'M12 4.5c4.7 0 8.5 3.1 8.5 7s-3.8 7-8.5 7a10 10 0 0 1-2.7-.4L4.5 20l1.3-3.7a6.4 6.4 0 0 1-2.3-4.8c0-3.9 3.8-7 8.5-7ZM8.5 11.5h.01M12 11.5h.01M15.5 11.5h.01',
  mail: 'M3.5 5.5h17v13h-17zM4 6.5l8 6.5 8-6.5',
  attached: 'm19.5 11.5-7.6 7.6a4.6 4.6 0 0 1-6.5-6.5L13 5a3 3 0 0 1 4.3 4.3l-7.5 7.4a1.5 1.5 0 0 1-2.1-2.1l6.8-6.9',
  back: 'm14.5 5-7 7 7 7',
  till: 'M5 11h14l1.5 8.5h-17zM8 11V4h8v7M8 15h.01M12 15h.01M16 15h.01',
  backstage: 'M4 6h10M18 6h2M4 12h3M11 12h9M4 18h8M16 18h4M14 4v4M7 10v4M12 16v4',
  sound: 'M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  silent: 'M4 9.5v5h3.5L12 19V5L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5',
  tick: 'm4.5 12.5 5 5 10-11',
  cross: 'm6 6 12 12M18 6 6 18',
  send: 'M4 12 20 4.5 15.5 20l-3.5-6.5z',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9h.01',
} as const;

export type IconName = keyof typeof drawings;

/** Drawn by lines in the colour of the text; it says nothing to a screen reader. */
export function Icon({ name }: { name: IconName }): VNode {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}
