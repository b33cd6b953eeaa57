import { useEffect, useRef, useState } from 'preact/hooks';
import type { CrmList, FailureKind } from '../crm.ts';
import { failureOf } from '../send.ts';
import type { WorkspaceCalls } from './workspace-calls.ts';

/** How far an export is; `none` also after it was given up. */
export type ExportState =
  | { step: 'none' }
  | { step: 'collecting'; found: number; total: number | undefined }
  | { step: 'making'; count: number }
  | { step: 'done'; fileName: string; count: number }
  | { step: 'empty' }
  | { step: 'refused' }
  | { step: 'failed'; kind: FailureKind; message: string };

type Calls = Pick<WorkspaceCalls, 'listMembers' | 'startExport' | 'takeExport' | 'saveFile'>;

const lookEveryMs = 2_000;
/** Ten minutes: a server that does not tell how far it is would be asked for ever. */
const mostLooks = 300;

/** Exports a list: collects its contacts, has the file made, hands it to the downloads. One at a time. */
export function useListExport(calls: Calls) {
  const [state, setState] = useState<ExportState>({ step: 'none' });
  /** Ends the export that is under way. */
  const turn = useRef(new AbortController());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stop = () => {
    turn.current.abort();
    clearTimeout(timer.current);
  };
  useEffect(() => stop, []);

  async function start(list: CrmList): Promise<void> {
    stop();
    turn.current = new AbortController();
    const { signal } = turn.current;
    const tell = (next: ExportState) => {
      if (!signal.aborted) setState(next);
      return !signal.aborted;
    };
    try {
      tell({ step: 'collecting', found: 0, total: undefined });
      const found = await collect(calls, list.id, signal, (count, total) =>
        tell({ step: 'collecting', found: count, total }),
      );
      if (!found) return;
      if (found.length === 0) return void tell({ step: 'empty' });
      if (!tell({ step: 'making', count: found.length })) return;
      look(await calls.startExport(found), { list, count: found.length, signal, tell });
    } catch (error) {
      tell({ step: 'failed', ...failureOf(error) });
    }
  }

  function look(
    exportId: string,
    about: { list: CrmList; count: number; signal: AbortSignal; tell: (next: ExportState) => boolean },
    looks = 1,
  ) {
    const { list, count, signal, tell } = about;
    calls.takeExport(exportId, { signal }).then(
      (taken) => {
        if (!tell({ step: 'making', count })) return;
        if (taken.state === 'failed') return void tell({ step: 'refused' });
        if (taken.state === 'waiting') {
          if (looks >= mostLooks) return void tell({ step: 'refused' });
          timer.current = setTimeout(() => look(exportId, about, looks + 1), lookEveryMs);
          return;
        }
        const fileName = fileNameOf(list.name);
        calls.saveFile(fileName, taken.csv);
        tell({ step: 'done', fileName, count });
      },
      (error: unknown) => void tell({ step: 'failed', ...failureOf(error) }),
    );
  }

  return {
    state,
    start: (list: CrmList) => void start(list),
    cancel() {
      stop();
      setState({ step: 'none' });
    },
  };
}

/** @returns `undefined` when it was given up meanwhile */
async function collect(
  calls: Calls,
  listId: string,
  signal: AbortSignal,
  tell: (found: number, total: number | undefined) => boolean,
): Promise<string[] | undefined> {
  const found = new Set<string>();
  let offset: number | undefined = 0;
  while (offset !== undefined) {
    const part: Awaited<ReturnType<Calls['listMembers']>> = await calls.listMembers(listId, {
      offset,
      signal,
    });
    for (const id of part.contactIds) found.add(id);
    if (!tell(found.size, part.total)) return undefined;
    offset = part.nextOffset;
  }
  return [...found];
}

/** The list's name as a file's: without what file systems refuse. */
function fileNameOf(name: string): string {
  const safe = name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return `${safe.slice(0, 80) || 'list'}.csv`;
}
