/** As much of a name as a stranger may hear: enough to notice a wrong number, too little for a phone book (GC-07). */
export type PartialName =
  | { kind: 'korean'; surname: string; lastSyllable: string | null }
  | { kind: 'other'; initials: string[] };

const twoSyllableSurnames = ['남궁', '황보', '제갈', '사공', '선우', '서문', '독고', '동방'];

export function partialName(name: string): PartialName {
  const compact = name.replace(/\s+/g, '');
  if (!/^[가-힣]{2,}$/.test(compact)) {
    const initials = name
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => [...word][0] ?? '');
    return { kind: 'other', initials };
  }
  const surname =
    twoSyllableSurnames.find((s) => compact.startsWith(s) && compact.length > s.length) ?? compact.slice(0, 1);
  // Of a given name of one syllable the last syllable would be the whole name.
  const lastSyllable = compact.length - surname.length > 1 ? compact.slice(-1) : null;
  return { kind: 'korean', surname, lastSyllable };
}

/** The written form: 최*나, 이*, C. Y. */
export function maskedName(name: string): string {
  const part = partialName(name);
  if (part.kind === 'other') return part.initials.map((initial) => `${initial}.`).join(' ');
  return `${part.surname}*${part.lastSyllable ?? ''}`;
}
