/**
 * Runs one write at a time for each key: whoever asks for the same while it is under way gets its end, so that
 * a double click, or two screens, write once.
 */
export function createOnce<T = void>(): (key: string, write: () => Promise<T>) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return (key, write) => {
    const before = underWay.get(key);
    if (before) return before;
    const mine = write().finally(() => underWay.delete(key));
    underWay.set(key, mine);
    return mine;
  };
}

/** How much the server's clock may be behind ours when we look for what an earlier try has left, ms. */
export const clockSlackMs = 5 * 60_000;
