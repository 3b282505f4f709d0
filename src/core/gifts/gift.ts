export type GiftState = 'offered' | 'accepted' | 'refused' | 'lapsed';

export interface Gift {
  id: string;
  /** What the recipient writes to mean this gift: 11, 12, … within one recipient's gifts. */
  number: number;
  state: GiftState;
  lapsesAt: Date;
  /** When it was accepted, refused or swept up. */
  decidedAt: Date | null;
}

export const firstGiftNumber = 11;

/** Whether a gift still waits for its recipient's answer. The lapse counts from its instant on, swept or not. */
export const isOpen = (gift: Gift, at: Date): boolean => gift.state === 'offered' && at < gift.lapsesAt;
