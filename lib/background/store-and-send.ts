import type { SaveRecordDeps } from './save-record.ts';

/**
 * Stores something that the outbox is to do, and has it done. The alarm that brings a killed worker back to it is set
 * before, since the worker may end at any moment, and after, since an outbox that has just become idle takes it away.
 */
export async function storeAndSend<T>(
  { ensureAlarm, drain }: Pick<SaveRecordDeps, 'ensureAlarm' | 'drain'>,
  store: () => Promise<T>,
): Promise<T> {
  await ensureAlarm();
  const stored = await store();
  await ensureAlarm();
  void drain.drain();
  return stored;
}
