/** A truth that does not hold, in words for the operator. */
export interface Violation {
  /** Its number in ARCHITECTURE.md. */
  truth: number;
  says: string;
}
