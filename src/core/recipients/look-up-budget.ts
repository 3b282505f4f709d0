/** GC-07: names are looked up a limited number of times a day per member and per caller, or the line is a phone book. */
export function withinBudget(
  used: { byMember: number; byCaller: number },
  a: { perMember: number; perCaller: number },
): boolean {
  return used.byMember < a.perMember && used.byCaller < a.perCaller;
}
