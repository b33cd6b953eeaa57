import type { Attachment } from './outreach.ts';

/**
 * Files on their way from a screen to the service worker. A message between the two carries text alone, so the
 * bytes are put aside in the extension's own storage; there they also outlive a popup that closes.
 */
const cacheName = 'files';
const doneType = 'application/x-handed-over';
/** Only `https` addresses can be names here; nothing is ever asked of this one. */
const addressOf = (id: string, name = '', keptAt = 0) =>
  `https://file.invalid/${encodeURIComponent(id)}?at=${keptAt}&name=${encodeURIComponent(name)}`;
/** What nobody has come back for is dropped, ms. */
const maxAgeMs = 7 * 86_400_000;

export async function keepFile(id: string, file: File, now = Date.now()): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const { url } of await cache.keys())
    if (Number(new URL(url).searchParams.get('at')) < now - maxAgeMs) await cache.delete(url);
  const type = file.type || 'application/octet-stream';
  await cache.put(addressOf(id, file.name, now), new Response(file, { headers: { 'content-type': type } }));
}

/** What is kept of a file: its bytes, or what Grinfi calls it since it was handed over. */
export type KeptFile = { file: File } | { attachment: Attachment };

/** @returns `undefined` where it is gone */
export async function takeFile(id: string): Promise<KeptFile | undefined> {
  const cache = await caches.open(cacheName);
  const [request] = await cache.keys(addressOf(id), { ignoreSearch: true });
  const kept = request && (await cache.match(request));
  if (!kept) return undefined;
  if (kept.headers.get('content-type') === doneType) return { attachment: (await kept.json()) as Attachment };
  const name = new URL(request.url).searchParams.get('name') ?? id;
  const bytes = await kept.blob();
  return { file: new File([bytes], name, { type: bytes.type }) };
}

/** Drops the bytes and remembers the result, for a screen that was closed before it came. */
export async function finishFile(id: string, attachment: Attachment, now = Date.now()): Promise<void> {
  await dropFile(id);
  const cache = await caches.open(cacheName);
  const headers = { 'content-type': doneType };
  await cache.put(addressOf(id, '', now), new Response(JSON.stringify(attachment), { headers }));
}

export async function dropFile(id: string): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.delete(addressOf(id), { ignoreSearch: true });
}
