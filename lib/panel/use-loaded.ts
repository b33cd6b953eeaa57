import { useEffect, useState } from 'preact/hooks';

/** What `load` gives, once `isWanted`: for screens that most openings of the popup never need. */
export function useLoaded<T extends object>(isWanted: boolean, load: () => Promise<T>): T | undefined {
  const [loaded, setLoaded] = useState<T>();
  useEffect(() => {
    if (isWanted && !loaded) void load().then(setLoaded);
  }, [isWanted, loaded, load]);
  return loaded;
}
