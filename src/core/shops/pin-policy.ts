/** Whether the holder of a barcode must also give the PIN at the till. The certificate number always needs it. */
export type PinPolicy = { kind: 'always' } | { kind: 'above'; amount: bigint } | { kind: 'never' };

export function parsePinPolicy(kind: string, above: bigint | null): PinPolicy {
  if (kind === 'never') return { kind: 'never' };
  if (kind === 'above' && above !== null) return { kind: 'above', amount: above };
  return { kind: 'always' };
}

export function needsPin(policy: PinPolicy, amount: bigint): boolean {
  if (policy.kind === 'above') return amount > policy.amount;
  return policy.kind === 'always';
}
