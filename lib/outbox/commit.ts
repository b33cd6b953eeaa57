/**
 * Does `act` and waits until it is on disk. A failed request ends the whole transaction, so half of a change
 * is never kept; the reason may be told by the request, or by the transaction alone when the disk is full.
 */
export async function commit<T>(tx: WriteTransaction, act: () => Promise<T>): Promise<T> {
  const done = tx.done.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  try {
    const result = await act();
    const failed = await done;
    if (failed) throw failed.error;
    return result;
  } catch (error) {
    // It may have ended by itself already.
    try {
      tx.abort();
    } catch {}
    await done;
    throw tx.error ?? error;
  }
}

interface WriteTransaction {
  done: Promise<void>;
  error: DOMException | null;
  abort(): void;
}
