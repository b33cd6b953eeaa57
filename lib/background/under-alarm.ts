/**
 * Stores something that the outbox is to do, with the alarm set that brings a killed worker back to it: before, since
 * the worker may end at any moment, and after, since an outbox that has just become idle takes it away.
 */
export async function underAlarm<T>(ensureAlarm: () => Promise<void>, store: () => Promise<T>): Promise<T> {
  await ensureAlarm();
  const stored = await store();
  await ensureAlarm();
  return stored;
}
