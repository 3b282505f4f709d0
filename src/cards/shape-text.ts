import { Direction, Feature, Buffer as GlyphBuffer, shape } from 'harfbuzzjs';
import type { DirectedRun } from './direction.ts';
import { visualRuns } from './direction.ts';
import type { Fonts, Language, LoadedFont, Weight } from './fonts.ts';

/** A glyph and where it stands on its line, in ems from the line's start, y upwards. */
export interface PlacedGlyph {
  face: LoadedFont;
  id: number;
  x: number;
  y: number;
}

/** A line of text at size 1: `width` is its advance in ems. Glyph id 0 stands for a character that no font has. */
export interface ShapedText {
  text: string;
  glyphs: PlacedGlyph[];
  width: number;
}

export type Shaper = (text: string, weight: Weight) => ShapedText;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Joiners and variation selectors choose a form; they need no glyph of their own. */
const CHOOSES_FORM = /\u200c|\u200d|[\ufe00-\ufe0f]/u;

/** All figures of one width, so that groups of digits line up; no arrows made of "->". */
const FEATURES = [new Feature('tnum', 1), new Feature('calt', 0)];
const ARABIC_FEATURES: Feature[] = [];

function faceFor(cluster: string, faces: LoadedFont[]): LoadedFont | undefined {
  const points = [...cluster].filter((c) => !CHOOSES_FORM.test(c)).map((c) => c.codePointAt(0) ?? 0);
  const base = points[0] ?? 0x20;
  return faces.find((face) => points.every(face.has)) ?? faces.find((face) => face.has(base)) ?? faces[0];
}

interface FacedRun extends DirectedRun {
  face: LoadedFont;
}

function splitByFace(run: DirectedRun, faces: LoadedFont[]): FacedRun[] {
  const runs: FacedRun[] = [];
  for (const { segment } of graphemes.segment(run.text)) {
    const last = runs.at(-1);
    const face = faceFor(segment, faces);
    if (!face) throw new Error('no font is loaded');
    if (last?.face === face) last.text += segment;
    else runs.push({ text: segment, face, rightToLeft: run.rightToLeft });
  }
  return run.rightToLeft ? runs.reverse() : runs;
}

/** Turns text into glyphs in their places; one buffer serves all lines, since shaping never waits. */
export function shaper(fonts: Fonts, language: Language): Shaper {
  const buffer = new GlyphBuffer();
  return (text, weight) => {
    const glyphs: PlacedGlyph[] = [];
    let pen = 0;
    for (const run of visualRuns(text).flatMap((part) => splitByFace(part, fonts[weight][language]))) {
      buffer.reset();
      buffer.addText(run.text);
      buffer.setDirection(run.rightToLeft ? Direction.RTL : Direction.LTR);
      buffer.guessSegmentProperties();
      buffer.setLanguage(language);
      shape(run.face.font, buffer, run.rightToLeft ? ARABIC_FEATURES : FEATURES);
      const em = run.face.unitsPerEm;
      for (const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } of buffer.getGlyphInfosAndPositions()) {
        glyphs.push({ face: run.face, id: codepoint, x: pen + xOffset / em, y: yOffset / em });
        pen += xAdvance / em;
      }
    }
    return { text, glyphs, width: pen };
  };
}

export const shapersOf = (fonts: Fonts): Record<Language, Shaper> => ({
  ko: shaper(fonts, 'ko'),
  en: shaper(fonts, 'en'),
  ja: shaper(fonts, 'ja'),
});
