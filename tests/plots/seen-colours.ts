type Triple = [number, number, number];

/** How linear light is seen without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1). */
const seen = {
  none: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  // A printer without colour.
  grey: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
} as const;

export type ColourBlindness = keyof typeof seen;
export const colourBlindnesses = Object.keys(seen) as ColourBlindness[];

function linear(colour: string): Triple {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as Triple;
}

const times = (matrix: readonly (readonly number[])[], [x, y, z]: Triple): Triple =>
  matrix.map(([a = 0, b = 0, c = 0]) => a * x + b * y + c * z) as Triple;

/** CIE L*a*b* of linear sRGB under D65. */
function lab(rgb: Triple): Triple {
  const toXyz = [
    [0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505],
    [0.2126, 0.7152, 0.0722],
    [0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089],
  ];
  const [x, y, z] = times(toXyz, rgb.map((part) => Math.min(1, Math.max(0, part))) as Triple).map((part) =>
    part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116,
  ) as Triple;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** How far apart two colours are to somebody: the CIE 1976 difference; 2 is just noticed side by side. */
export function apart(one: string, other: string, blindness: ColourBlindness): number {
  const [left, right] = [one, other].map((colour) => lab(times(seen[blindness], linear(colour)))) as [Triple, Triple];
  return Math.hypot(...left.map((part, at) => part - (right[at] ?? 0)));
}
