/** Times and how they are taken: in turns, so that a busy moment of the machine falls on all alike. */

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.min(sorted.length, Math.ceil(sorted.length * share)) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/**
 * Takes `rounds` samples of each, one of each in every round and in another order in every round. One round
 * goes before that does not count: caches fill in it.
 */
export async function inTurns<Samples extends Record<string, unknown>>(
  rounds: number,
  takes: { [Name in keyof Samples]: () => Promise<Samples[Name]> },
): Promise<{ [Name in keyof Samples]: Samples[Name][] }> {
  const names = Object.keys(takes) as (keyof Samples)[];
  const none = Object.fromEntries(names.map((name) => [name, []]));
  const samples = none as unknown as { [Name in keyof Samples]: Samples[Name][] };
  for (let round = -1; round < rounds; round++) {
    const shift = Math.max(0, round) % names.length;
    for (const name of [...names.slice(shift), ...names.slice(0, shift)]) {
      const sample = await takes[name]();
      if (round >= 0) samples[name].push(sample);
    }
  }
  return samples;
}
