import type { LoadedFont } from './fonts.ts';
import type { PlacedGlyph } from './shape-text.ts';

interface PathStep {
  type: string;
  values: number[];
}

/** Glyphs whose outlines are kept; a shop's cards use a few hundred. About 1 KB each. */
const MOST_KEPT = 4_000;

const kept = new Map<LoadedFont, Map<number, PathStep[]>>();

function outlineOf(face: LoadedFont, id: number): PathStep[] {
  const ofFace = kept.get(face) ?? new Map<number, PathStep[]>();
  kept.set(face, ofFace);
  const known = ofFace.get(id);
  if (known) return known;
  if (ofFace.size >= MOST_KEPT) ofFace.clear();
  const steps = face.font.glyphToJson(id);
  ofFace.set(id, steps);
  return steps;
}

/** Where a line of text stands: its left end and baseline in pixels, and its size in pixels per em. */
export interface Stand {
  x: number;
  baseline: number;
  size: number;
}

/** The extents of what is inked, in pixels. */
export interface Ink {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const tenth = (pixels: number) => Math.round(pixels * 10) / 10;

function eachPoint(glyph: PlacedGlyph, at: Stand, visit: (type: string, points: number[]) => void) {
  const scale = at.size / glyph.face.unitsPerEm;
  const x = at.x + glyph.x * at.size;
  const y = at.baseline - glyph.y * at.size;
  for (const { type, values } of outlineOf(glyph.face, glyph.id)) {
    visit(
      type,
      values.map((value, index) => tenth(index % 2 === 0 ? x + value * scale : y - value * scale)),
    );
  }
}

/** The outlines of a line as SVG path data, so that drawing it needs no font at all. */
export function pathOf(glyphs: PlacedGlyph[], at: Stand): string {
  let path = '';
  for (const glyph of glyphs) {
    eachPoint(glyph, at, (type, points) => {
      path += type + points.join(' ');
    });
  }
  return path;
}

/** What a line covers: the box around all points of its outlines, which is never smaller than the ink. */
export function inkOf(glyphs: PlacedGlyph[], at: Stand): Ink | undefined {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const glyph of glyphs) {
    eachPoint(glyph, at, (_type, points) => {
      for (const [index, value] of points.entries()) (index % 2 === 0 ? xs : ys).push(value);
    });
  }
  if (xs.length === 0) return undefined;
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
