import { useEffect, useState } from 'preact/hooks';
import type { FailureKind } from '../crm.ts';
import type { Input, Output } from '../messages.ts';
import { failureOf } from '../send.ts';
import type { PartAsked } from './use-record-part.ts';

/** Somebody ticked in a list. */
export interface Picked {
  key: string;
  name: string;
  handle?: string | undefined;
  /** The id in Grinfi of somebody who is there. */
  contactId?: string | undefined;
}

export type ListCautions = (
  people: Input<'listCautions'>['people'],
  asked?: PartAsked,
) => Promise<Output<'listCautions'>>;

export interface Cautions {
  /** Of those asked for last; nothing before. */
  answer?: Output<'listCautions'> | undefined;
  isChecking: boolean;
  problem?: { kind: FailureKind; message: string } | undefined;
}

/** Ticks come one after the other: it is asked when there were no more for this long. */
const quietMs = 400;

/**
 * What speaks against an automation for those who are ticked, asked anew when others are.
 *
 * @param isReady it is known who of them is in Grinfi; before, it would be asked again for each
 */
export function useCautions(people: readonly Picked[], isReady: boolean, load: ListCautions): Cautions {
  const [state, setState] = useState<Cautions>({ isChecking: false });
  const asked = people.map(({ key, handle, contactId }) => ({ key, handle, contactId }));
  useEffect(() => {
    if (asked.length === 0) return setState({ isChecking: false });
    const left = new AbortController();
    const { signal } = left;
    setState((before) => ({ ...before, isChecking: true }));
    if (!isReady) return undefined;
    const timer = setTimeout(() => {
      load(asked, { signal }).then(
        (answer) => signal.aborted || setState({ answer, isChecking: false }),
        (error: unknown) => signal.aborted || setState({ isChecking: false, problem: failureOf(error) }),
      );
    }, quietMs);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [JSON.stringify(asked), isReady]);
  return state;
}
