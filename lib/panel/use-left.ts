import { useEffect, useMemo } from 'preact/hooks';

/** Aborts when the component is gone, which ends what was asked for it alone. */
export function useLeft(): AbortSignal {
  const left = useMemo(() => new AbortController(), []);
  useEffect(() => () => left.abort(), []);
  return left.signal;
}
