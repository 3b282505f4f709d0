/**
 * What a member may still buy today from telephones that are not the member's own. Their own telephone has no limit
 * here: the card company sets that one.
 */
export function checkDailyLimit(
  ask: { amount: bigint; ownPhone: boolean },
  boughtToday: bigint,
  mostADay: bigint,
): { kind: 'within' } | { kind: 'daily-limit'; left: bigint } {
  if (ask.ownPhone || boughtToday + ask.amount <= mostADay) return { kind: 'within' };
  const left = mostADay - boughtToday;
  return { kind: 'daily-limit', left: left > 0n ? left : 0n };
}
