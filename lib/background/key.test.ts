import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { demoKey, demoSeed, makeKey } from '../../fake-grinfi/seed.ts';
import { secondKey, withSecondWorkspace } from '../../fake-grinfi/seed-second.ts';
import { createFakeGrinfi } from '../../fake-grinfi/server.ts';
import type { Catalog } from '../crm.ts';
import { failureWords } from '../failure-words.ts';
import { listLists } from '../grinfi/lists.ts';
import { getStored, setStored } from '../stored.ts';
import { fetchOf } from '../testing/fake-grinfi-client.ts';
import { useStorage } from '../testing/storage.ts';
import { createCheckKey } from './check-key.ts';
import { createForgetKey } from './forget-key.ts';
import { createGrinfi } from './grinfi.ts';
import { cleanKey, createKeyStore } from './key-store.ts';
import { createSaveKey } from './save-key.ts';
import { noticeLostKeys } from './workspaces.ts';

const catalog: Catalog = {
  lists: [{ id: 'l1', name: 'Prospects' }],
  tags: [],
  contactStages: [],
  companyStages: [],
  customFields: [],
  fetchedAt: 1,
};

function world() {
  const fake = createFakeGrinfi({ perMinute: false, seed: withSecondWorkspace(demoSeed) });
  const grinfi = createGrinfi({ fetch: fetchOf(fake) });
  return { fake, grinfi, saveKey: createSaveKey({ grinfi }), checkKey: createCheckKey({ grinfi }) };
}

const stored = async () => ({
  local: await fakeBrowser.storage.local.get(null),
  session: await fakeBrowser.storage.session.get(null),
});

beforeEach(() => {
  useStorage();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

describe('a pasted key', () => {
  it.each([
    [`  ${demoKey}\n`],
    [`Bearer ${demoKey}`],
    [`Authorization: bearer ${demoKey}`],
    [`"${demoKey}"`],
    [`\u200b${demoKey.slice(0, 40)}\r\n  ${demoKey.slice(40)}\ufeff`],
  ])('is found in what came along with it: %j', (pasted) => {
    expect(cleanKey(pasted)).toBe(demoKey);
  });

  it.each([
    ['   ', failureWords.keyEmpty],
    ['Bearer ', failureWords.keyEmpty],
    ['••••••••', failureWords.keyCharacters],
    ['ключ', failureWords.keyCharacters],
    ['', failureWords.keyEmpty],
  ])('is refused before it is sent: %j', async (pasted, message) => {
    const { fake, saveKey } = world();
    await expect(saveKey({ key: pasted, keep: 'always' })).rejects.toMatchObject({
      kind: 'rejected',
      message,
    });
    expect(fake.control.log()).toEqual([]);
  });
});

describe('the key store', () => {
  it('keeps the key in one place, for as long as asked', async () => {
    const store = createKeyStore();
    await store.set('k1', 'always');
    expect(await stored()).toMatchObject({
      local: { apiKeys: { version: 1, keys: { first: 'k1' } } },
      session: {},
    });
    await store.set('k2', 'session');
    expect(JSON.stringify(await stored())).not.toContain('k1');
    expect(await stored()).toMatchObject({ session: { apiKeys: { keys: { first: 'k2' } } } });
    expect(await store.get()).toBe('k2');
    await store.set('k3', 'always');
    expect(await store.get()).toBe('k3');
    await store.clear();
    expect(await store.get()).toBeUndefined();
    expect(await stored()).toEqual({ local: {}, session: {} });
  });

  it('is read once, and again when a key was changed from elsewhere', async () => {
    const store = createKeyStore();
    await store.set('k1', 'always', 'w1');
    const read = vi.spyOn(fakeBrowser.storage.local, 'get');
    expect([await store.get('w1'), await store.get('w1')]).toEqual(['k1', 'k1']);
    expect(read.mock.calls.filter(([name]) => name === 'apiKeys')).toHaveLength(1);
    await fakeBrowser.storage.local.set({ apiKeys: { version: 1, keys: { w1: 'k2' } } });
    expect(await store.get('w1')).toBe('k2');
    await fakeBrowser.storage.local.remove('apiKeys');
    expect(await store.get('w1')).toBeUndefined();
  });

  it('closes the storage to web pages before a key is in it', async () => {
    const calls: string[] = [];
    useStorage(async (area, level) => void calls.push(`${area} ${level}`));
    await createKeyStore().set('k1', 'always');
    expect(calls).toEqual(['local TRUSTED_CONTEXTS', 'session TRUSTED_CONTEXTS']);
    useStorage(() => Promise.reject(new Error('no')));
    await expect(createKeyStore().set('k2', 'always')).rejects.toMatchObject({ kind: 'storage' });
    expect(JSON.stringify(await stored())).not.toContain('k2');
  });
});

describe('saving a key', () => {
  it('keeps a good one, and tells whose it is', async () => {
    const { saveKey, grinfi } = world();
    const answer = await saveKey({ key: `Bearer ${demoKey}`, keep: 'always' });
    expect(answer).toMatchObject({ account: { workspaceName: 'Fernhill Partners' }, state: 'ok' });
    expect(await grinfi.keyStore.get()).toBe(demoKey);
    expect(await getStored('account')).toEqual(answer.account);
    expect(await getStored('keyState')).toBe('ok');
  });

  it.each([
    ['refused', makeKey({ teamId: 1, userId: 1 }, 'other'), 'auth'],
    ['not to be checked now', demoKey, 'offline'],
  ] as const)('changes nothing when it is %s', async (_, key, kind) => {
    const { fake, saveKey, grinfi } = world();
    await grinfi.keyStore.set('former', 'always');
    await setStored('keyState', 'ok');
    await setStored('catalog', catalog);
    if (kind === 'offline') fake.control.goDown();
    await expect(saveKey({ key, keep: 'always' })).rejects.toMatchObject({ kind });
    expect(await grinfi.keyStore.get()).toBe('former');
    expect(await getStored('keyState')).toBe('ok');
    expect(await getStored('catalog')).toEqual(catalog);
  });

  it('keeps the lists of the same workspace, and shows none of them in another', async () => {
    const { saveKey } = world();
    await saveKey({ key: demoKey, keep: 'session' });
    await setStored('catalog', catalog);
    await saveKey({ key: demoKey, keep: 'always' });
    expect(await getStored('catalog')).toEqual(catalog);
    await saveKey({ key: secondKey, keep: 'always' });
    expect(await getStored('catalog')).toBeUndefined();
    expect(await getStored('account')).toMatchObject({ workspaceName: 'Saltmarsh Talent' });
  });
});

describe('checking a key', () => {
  it('says whose a pasted one is, and stores nothing', async () => {
    const { checkKey } = world();
    expect(await checkKey({ key: demoKey })).toMatchObject({ account: { userName: 'Marla Quillfeather' } });
    const { local } = await stored();
    expect(local).toEqual({});
    await expect(checkKey({ key: 'wrong' })).rejects.toMatchObject({ kind: 'auth' });
    expect(await getStored('keyState')).toBeUndefined();
  });

  it('checks the stored one, and notices that it was revoked and that it came back', async () => {
    const { fake, checkKey, grinfi } = world();
    await expect(checkKey({})).rejects.toMatchObject({ kind: 'auth' });
    await grinfi.keyStore.set(demoKey, 'always');
    await checkKey({});
    await vi.waitFor(async () => expect(await getStored('keyState')).toBe('ok'));
    fake.control.revokeKey(demoKey);
    await expect(checkKey({})).rejects.toMatchObject({ kind: 'auth' });
    expect(await getStored('keyState')).toBe('refused');
    fake.control.allowKey(demoKey, { teamId: 4821, userId: 57 });
    await listLists(grinfi.backgroundClient);
    await vi.waitFor(async () => expect(await getStored('keyState')).toBe('ok'));
  });
});

describe('forgetting the key', () => {
  it('takes everything that came with it, and leaves the user’s work', async () => {
    const { saveKey, grinfi } = world();
    await saveKey({ key: demoKey, keep: 'always' });
    await setStored('catalog', catalog);
    await fakeBrowser.storage.local.set({ drafts: { 'in/ada-example': { note: 'x' } } });
    await createForgetKey(grinfi)({});
    expect(await stored()).toMatchObject({
      local: { drafts: { 'in/ada-example': { note: 'x' } }, keyState: 'none' },
    });
    const left = Object.entries((await stored()).local).filter(([, value]) => value !== null);
    expect(left.map(([name]) => name).sort()).toEqual(['drafts', 'keyState']);
    expect(JSON.stringify(await stored())).not.toContain(demoKey);
  });

  it('is noticed when the browser did it by closing', async () => {
    const { saveKey, grinfi } = world();
    await saveKey({ key: demoKey, keep: 'session' });
    await noticeLostKeys(grinfi.keyStore, grinfi.workspaces);
    expect(await getStored('keyState')).toBe('ok');
    await fakeBrowser.storage.session.clear();
    await noticeLostKeys(grinfi.keyStore, grinfi.workspaces);
    expect(await getStored('keyState')).toBe('none');
  });

  it('leaves the key in no message that an answer brings', async () => {
    const { fake, saveKey, checkKey } = world();
    const answers = [await saveKey({ key: demoKey, keep: 'always' }), await checkKey({})];
    fake.control.fail({ fault: { kind: 'status', status: 422, body: { message: `Bad ${demoKey}` } } });
    const failure = await checkKey({}).catch((error: unknown) => error);
    expect(JSON.stringify([answers, failure, String(failure)])).not.toContain(demoKey);
  });
});
