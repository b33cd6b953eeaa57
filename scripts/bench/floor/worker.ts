/**
 * The least that a worker can be: it answers. And the least that a save can be which survives the worker, the browser
 * and the power: an alarm is set, it is on disk, and what was there before is stored ahead of the write.
 */

export interface LeastSave {
  /** All but the last only look, and go side by side; the last one writes. */
  calls: { method: string; url: string; body?: string }[];
  headers: Record<string, string>;
}

/** ms since 1970: when the last byte of the last answer had come. */
export interface LeastSaved {
  answeredAt: number;
}

let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('saves', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('saves');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

async function change(act: (store: IDBObjectStore) => void, options?: IDBTransactionOptions): Promise<void> {
  const tx = (await open()).transaction('saves', 'readwrite', options);
  await new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error);
    act(tx.objectStore('saves'));
  });
}

async function save({ calls, headers }: LeastSave): Promise<LeastSaved> {
  const send = async ({ url, ...call }: LeastSave['calls'][number]) =>
    (await fetch(url, { ...call, headers })).text();
  // Looking changes nothing, so that it need not wait until the save is stored.
  const looking = Promise.all(calls.slice(0, -1).map(send));
  await Promise.all([
    chrome.alarms.create('saves', { periodInMinutes: 0.5 }),
    change((store) => store.put(calls, 'save'), { durability: 'strict' }),
  ]);
  const before = await looking;
  await change((store) => store.put({ calls, before }, 'save'));
  for (const last of calls.slice(-1)) await send(last);
  const answeredAt = performance.timeOrigin + performance.now();
  await Promise.all([change((store) => store.delete('save')), chrome.alarms.clear('saves')]);
  return { answeredAt };
}

chrome.runtime.onMessage.addListener((message: LeastSave | { name: string }, _sender, reply) => {
  if ('calls' in message) save(message).then(reply, (error) => reply({ error: String(error) }));
  else reply(message);
  return true;
});
