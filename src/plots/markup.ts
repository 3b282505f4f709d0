/** A piece of an SVG and how much room it takes, in pixels from its own top. */
export interface Piece {
  svg: string;
  height: number;
}

interface TextLook {
  size: number;
  colour: string;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const SIGNS: Record<string, string> = Object.fromEntries(Object.entries(ENTITIES).map(([sign, name]) => [name, sign]));

export const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (name) => SIGNS[name] ?? name);

/** A line of text whose middle is at `y`. */
export function textAt(x: number, y: number, text: string, { size, colour, bold, anchor = 'start' }: TextLook): string {
  const weight = bold ? ' font-weight="bold"' : '';
  return `<text x="${x}" y="${y}" dominant-baseline="central" text-anchor="${anchor}" font-size="${size}"${weight} fill="${colour}">${escaped(text)}</text>`;
}

export const movedTo = (x: number, y: number, svg: string): string => `<g transform="translate(${x} ${y})">${svg}</g>`;
