/**
 * What the last people of a bulk save turned out to be. A new one is cheapest created at once, a known one looked
 * up first; and those of one page are much alike.
 */
export interface Crowd {
  isMostlyKnown(): boolean;
  tell(isKnown: boolean): void;
}

/** How much the last one counts. */
const weight = 0.2;

export function createCrowd(): Crowd {
  let share = 0;
  return {
    isMostlyKnown: () => share > 0.5,
    tell(isKnown) {
      share += ((isKnown ? 1 : 0) - share) * weight;
    },
  };
}

/** One for each bulk save. */
export function createCrowds(): (batchId: string | undefined) => Crowd {
  const crowds = new Map<string | undefined, Crowd>();
  return (batchId) => {
    const crowd = crowds.get(batchId) ?? createCrowd();
    crowds.set(batchId, crowd);
    return crowd;
  };
}
