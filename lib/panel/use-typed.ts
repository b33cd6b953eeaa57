import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/**
 * What was typed into the small forms of a known record. Survives closing, tab changes and a restart of the
 * browser; the oldest make room.
 */
const storageKey = 'typed';
const maxKept = 50;

type All = Record<string, { at: number; value: unknown }>;

/** Gives what was typed, and a way to change it; `undefined` empties and forgets it. */
export function useTyped<T extends object>(key: string, empty: T): [T, (next: T | undefined) => void] {
  const [value, setValue] = useState(empty);
  const isTouched = useRef(false);
  useEffect(() => {
    let isCurrent = true;
    // What was typed a moment ago may still be on its way there.
    last
      .catch(() => undefined)
      .then(load)
      .then(
        (all) => {
          const stored = all[key]?.value;
          if (isCurrent && !isTouched.current && stored) setValue({ ...empty, ...(stored as Partial<T>) });
        },
        () => undefined,
      );
    return () => {
      isCurrent = false;
    };
  }, [key]);

  function change(next: T | undefined): void {
    isTouched.current = true;
    setValue(next ?? empty);
    void store(key, next).catch(() => undefined);
  }
  return [value, change];
}

async function load(): Promise<All> {
  const stored: unknown = (await browser.storage.local.get(storageKey))[storageKey];
  return typeof stored === 'object' && stored !== null ? (stored as All) : {};
}

/** One after the other, since each reads what the one before has written. */
let last: Promise<void> = Promise.resolve();

function store(key: string, value: object | undefined): Promise<void> {
  last = last
    .catch(() => undefined)
    .then(async () => {
      const { [key]: _, ...others } = await load();
      const entries = Object.entries(others).toSorted(([, one], [, other]) => other.at - one.at);
      const kept = entries.slice(0, maxKept - 1);
      if (value) kept.unshift([key, { at: Date.now(), value }]);
      await browser.storage.local.set({ [storageKey]: Object.fromEntries(kept) });
    });
  return last;
}
