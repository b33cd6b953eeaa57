import { useEffect, useRef, useState } from 'preact/hooks';
import type { FailureKind } from '../crm.ts';
import { failureOf } from '../send.ts';

/**
 * One thing a button does: a second press while it is under way does nothing, and a failure is told where it
 * was asked for.
 */
export function useAction() {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<{ kind: FailureKind; message: string }>();
  const isRunning = useRef(false);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  function run(act: () => Promise<void>): void {
    if (isRunning.current) return;
    isRunning.current = true;
    setIsBusy(true);
    setProblem(undefined);
    act()
      .catch((error: unknown) => {
        if (!isGone.current) setProblem(failureOf(error));
      })
      .finally(() => {
        isRunning.current = false;
        if (!isGone.current) setIsBusy(false);
      });
  }
  return { isBusy, problem, run };
}
