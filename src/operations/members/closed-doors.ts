const mostRemembered = 10_000;

/**
 * Doors that too many wrong PINs have closed, as this process has seen it. Until its time nothing opens a closed door, so
 * who knocks meanwhile can be sent away without a transaction: guessing must cost us less than it costs the guesser.
 */
export class ClosedDoors {
  readonly #until = new Map<string, Date>();

  /** When it opens again; null when it is not known to be closed. */
  closedUntil(door: string, at: Date): Date | null {
    const until = this.#until.get(door);
    if (!until) return null;
    if (at < until) return until;
    this.#until.delete(door);
    return null;
  }

  remember(door: string, until: Date): void {
    this.#until.set(door, until);
    const oldest = this.#until.size > mostRemembered ? this.#until.keys().next().value : undefined;
    if (oldest !== undefined) this.#until.delete(oldest);
  }
}
