import { beforeEach, expect, it } from 'vitest';
import type { BatchRow, BatchView } from '../outbox/batch-view.ts';
import type { Send } from '../send.ts';
import { setStored } from '../stored.ts';
import { useStorage } from '../testing/storage.ts';
import { createPeopleList, type ListState } from './people-list.ts';

beforeEach(() => useStorage());

const batch: BatchView = {
  id: 'batch-1',
  createdAt: 0,
  total: 1,
  waiting: 0,
  sending: 1,
  written: 1,
  saved: 0,
  failed: 0,
  undoing: 0,
  undone: 0,
  isPaused: false,
};
const row = (state: BatchRow['state']): BatchRow => ({
  entryId: 'entry-1',
  pageKey: 'in/ada-example',
  title: 'Ada Example',
  state,
  failed: [],
});

it('never shows a bulk save as saved while its rows still say that they are being sent', async () => {
  let stored: BatchRow['state'] = 'sending';
  const shown: [saved: number | undefined, row: string | undefined][] = [];
  let onEnd = () => {};
  const isShown = new Promise<void>((resolve) => {
    onEnd = resolve;
  });
  const onChange = ({ batch: view, batchRows }: ListState) => {
    shown.push([view?.saved, batchRows.get('in/ada-example')?.state]);
    if (view?.saved === 1) onEnd();
  };
  const send = (async () => ({ rows: [row(stored)] })) as unknown as Send;
  const context = () => ({ presets: {}, catalog: undefined, keyState: 'ok' as const });
  const list = createPeopleList({ send, now: () => 0, context }, onChange);
  await setStored('batches', [batch]);
  await list.start();
  stored = 'saved';
  await setStored('batches', [{ ...batch, sending: 0, written: 0, saved: 1 }]);
  await isShown;
  list.stop();
  expect(shown.filter(([saved]) => saved === 1)).toEqual([[1, 'saved']]);
});
