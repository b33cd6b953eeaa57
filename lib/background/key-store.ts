import { browser } from 'wxt/browser';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';

/**
 * The API key: read and written here alone, and only in the service worker. It is in no message, no log and
 * none of the values that screens follow.
 */
export interface KeyStore {
  get(): Promise<string | undefined>;
  /** `session`: in memory until the browser closes. One place at a time holds it. */
  set(key: string, keep: 'always' | 'session'): Promise<void>;
  clear(): Promise<void>;
}

const storageKey = 'apiKey';

export function createKeyStore(): KeyStore {
  const isClosed = closeStorage();
  // Told where a key is to be stored; until then nothing is at stake.
  isClosed.catch(() => undefined);
  return {
    async get() {
      const [session, local] = await Promise.all([read('session'), read('local')]);
      return session ?? local;
    },
    async set(key, keep) {
      const [area, other] =
        keep === 'session' ? (['session', 'local'] as const) : (['local', 'session'] as const);
      try {
        await isClosed;
        await browser.storage[area].set({ [storageKey]: key });
        await browser.storage[other].remove(storageKey);
      } catch (cause) {
        throw new Failure('storage', 'The browser could not store the key.', { cause });
      }
    },
    async clear() {
      await Promise.all([
        browser.storage.session.remove(storageKey),
        browser.storage.local.remove(storageKey),
      ]);
    },
  };
}

async function read(area: 'local' | 'session'): Promise<string | undefined> {
  const found = await browser.storage[area].get(storageKey);
  const key = found[storageKey];
  return typeof key === 'string' && key !== '' ? key : undefined;
}

interface ClosableArea {
  setAccessLevel?(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/** Keeps what is stored from everything that runs in a web page, our own reader included. */
async function closeStorage(): Promise<void> {
  const areas: ClosableArea[] = [browser.storage.local, browser.storage.session];
  await Promise.all(areas.map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
}

/**
 * A pasted key, without what comes along by accident: `Authorization: Bearer `, quotes, line breaks.
 * @throws {Failure} `rejected` when what is left cannot be a key
 */
export function cleanKey(pasted: string): string {
  const key = pasted
    .replace(/[\s\p{Cf}]+/gu, ' ')
    .trim()
    .replace(/^authorization\s*:\s*/i, '')
    .replace(/^bearer\b\s*/i, '')
    .replace(/^["'`]+|["'`]+$/g, '')
    .replaceAll(' ', '');
  if (key === '') throw new Failure('rejected', failureWords.keyEmpty);
  if (!/^[\x21-\x7e]+$/.test(key)) throw new Failure('rejected', failureWords.keyCharacters);
  return key;
}
