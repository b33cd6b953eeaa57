import { useEffect, useState } from 'preact/hooks';
import { errorText } from '../../lib/error-text.ts';
import type { BatchChange, BatchView } from '../../lib/outbox/batch-view.ts';
import { saveBatchResult } from '../../lib/panel/result-table.ts';
import { failureOf, send } from '../../lib/send.ts';
import { getStored, watchStored } from '../../lib/stored.ts';
import { BatchBar } from './BatchBar.tsx';

/** The bulk saves of late, for whom no list of people is open. */
export function OutboxBatches() {
  const [batches, setBatches] = useState<BatchView[]>([]);
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    void getStored('batches').then((stored) => setBatches(stored ?? []));
    return watchStored('batches', (stored) => setBatches(stored ?? []));
  }, []);
  if (batches.length === 0) return null;

  function attempt(act: Promise<unknown>): void {
    setFault(undefined);
    act.catch((error: unknown) => {
      const { kind, message } = failureOf(error);
      setFault(errorText(kind, message));
    });
  }
  return (
    <div class="batches">
      {fault && (
        <p class="status status-danger" role="alert">
          {fault}
        </p>
      )}
      {batches.map((batch) => (
        <BatchBar
          key={batch.id}
          batch={batch}
          onChange={(change: BatchChange) => attempt(send('changeBatch', { batchId: batch.id, change }))}
          onCsv={() => attempt(saveBatchResult(send, batch.id))}
        />
      ))}
    </div>
  );
}
