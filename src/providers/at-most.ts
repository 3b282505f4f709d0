/** A door that lets so many through at a time. */
export interface Door {
  /** Does the work, or answers `full` at once when as many are inside already. */
  enter<T>(work: () => Promise<T>): Promise<T> | 'full';
}

/** A provider that hangs must not fill the memory and the sockets with those who wait for it. */
export function atMost(most: number): Door {
  let inside = 0;
  return {
    enter(work) {
      if (inside >= most) return 'full';
      inside += 1;
      return work().finally(() => {
        inside -= 1;
      });
    },
  };
}
