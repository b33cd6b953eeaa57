import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { demoKey, demoSeed } from '../../fake-grinfi/seed.ts';
import { secondKey, secondOwner, withSecondWorkspace } from '../../fake-grinfi/seed-second.ts';
import { createFakeGrinfi } from '../../fake-grinfi/server.ts';
import { listLists } from '../grinfi/lists.ts';
import { getPresets, setPresets } from '../presets.ts';
import type { PersonRecord } from '../records.ts';
import { getStored, setStored } from '../stored.ts';
import { fetchOf } from '../testing/fake-grinfi-client.ts';
import { useStorage } from '../testing/storage.ts';
import { getWorkspaces } from '../workspaces.ts';
import { createChangeWorkspace, createShowWorkspace, showDefaultWorkspace } from './change-workspace.ts';
import storedBefore from './examples/single-key-v1.json' with { type: 'json' };
import { createForgetKey } from './forget-key.ts';
import { createGrinfi } from './grinfi.ts';
import { createKeyStore } from './key-store.ts';
import { createLookUp } from './look-up.ts';
import { createLookUpElsewhere } from './look-up-elsewhere.ts';
import { createRefreshCatalog } from './refresh-catalog.ts';
import { createSaveKey } from './save-key.ts';
import { fromSingleKey } from './single-key.ts';
import { accessNow } from './workspaces.ts';

const north = '4821';
const south = String(secondOwner.teamId);
let clock = 0;

async function twoWorkspaces() {
  const fake = createFakeGrinfi({ perMinute: false, strict: true, seed: withSecondWorkspace(demoSeed) });
  const grinfi = createGrinfi({ fetch: fetchOf(fake) });
  const saveKey = createSaveKey({ grinfi });
  await saveKey({ key: demoKey, keep: 'always' });
  await saveKey({ key: secondKey, keep: 'always' });
  const show = createShowWorkspace(grinfi.workspaces);
  await show({ workspaceId: north });
  return { fake, grinfi, show: (workspaceId: string) => show({ workspaceId }) };
}

const odalys: PersonRecord = {
  kind: 'person',
  pageUrl: 'https://www.linkedin.com/in/odalys-brightwater-example',
  layout: 'ember',
  notices: [],
  fields: { handle: { value: 'odalys-brightwater-example', from: 'address', certain: true } },
};

beforeEach(() => {
  useStorage();
  clock = 1_000;
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

describe('a switch', () => {
  it('exchanges lists, account, presets and key state, and brings them back', async () => {
    const { grinfi, show } = await twoWorkspaces();
    const refresh = createRefreshCatalog({ grinfi });
    await refresh({});
    await setPresets({ listId: 'north-list', tagIds: [] });
    const lists = (await getStored('catalog'))?.lists.map(({ name }) => name);
    expect(lists).toContain('Warm intros');

    await show(south);
    expect(await getStored('catalog')).toBeUndefined();
    expect(await getPresets()).toEqual({ tagIds: [] });
    expect(await getStored('account')).toMatchObject({ workspaceName: 'Saltmarsh Talent' });
    await refresh({});
    expect((await getStored('catalog'))?.lists.map(({ name }) => name)).toEqual(['Shortlist']);

    await show(north);
    expect((await getStored('catalog'))?.lists.map(({ name }) => name)).toEqual(lists);
    expect(await getPresets()).toMatchObject({ listId: 'north-list' });
    expect(await getWorkspaces()).toMatchObject({ activeId: north });
  });

  it('is one write, so that a worker stopped on the way leaves all of the one or all of the other', async () => {
    const { show } = await twoWorkspaces();
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    const remove = vi.spyOn(fakeBrowser.storage.local, 'remove');
    await show(south);
    expect(set).toHaveBeenCalledTimes(1);
    expect(remove).not.toHaveBeenCalled();
  });

  it('leaves an answer that was under way in the workspace that was asked', async () => {
    const { fake, grinfi, show } = await twoWorkspaces();
    const held = fake.control.hold({ path: '/leads/api/lists' });
    const fetched = createRefreshCatalog({ grinfi })({});
    await held.reached();
    await show(south);
    held.release();
    await fetched;
    expect(await getStored('catalog')).toBeUndefined();
    await show(north);
    expect((await getStored('catalog'))?.lists.map(({ name }) => name)).toContain('Warm intros');
  });

  it('tells when the workspace is gone', async () => {
    const { show } = await twoWorkspaces();
    await expect(show('9')).rejects.toMatchObject({ kind: 'rejected' });
  });

  it('is made at the start of the browser to the one that was chosen for it', async () => {
    const { grinfi } = await twoWorkspaces();
    await createChangeWorkspace(grinfi.workspaces)({ workspaceId: south, isDefault: true, label: ' South ' });
    await showDefaultWorkspace(grinfi.workspaces);
    const { activeId, all } = await getWorkspaces();
    expect(activeId).toBe(south);
    expect(all[1]).toMatchObject({ name: 'Saltmarsh Talent', label: 'South' });
  });
});

describe('the key of one workspace', () => {
  it('is used for that one alone', async () => {
    const { fake, grinfi } = await twoWorkspaces();
    const used = async () => fake.control.log().at(-1)?.key?.last4;
    await createLookUp({ grinfi })({ record: odalys });
    expect(await used()).toBe(demoKey.slice(-4));
    await listLists(grinfi.clientFor(south));
    expect(await used()).toBe(secondKey.slice(-4));
  });

  it('refused, shuts that one alone', async () => {
    const { fake, grinfi } = await twoWorkspaces();
    fake.control.revokeKey(secondKey);
    await expect(listLists(grinfi.clientFor(south))).rejects.toMatchObject({ kind: 'auth' });
    const access = await accessNow(grinfi.workspaces);
    expect([north, south, '9'].map(access.to)).toEqual(['open', 'shut', 'missing']);
    expect(access.openIds).toEqual([north]);
    expect(await getStored('keyState')).toBe('ok');
  });

  it('forgotten, shows the next one and leaves the other key', async () => {
    const { grinfi } = await twoWorkspaces();
    await createForgetKey(grinfi)({ workspaceId: north });
    expect(await getWorkspaces()).toMatchObject({ activeId: south, all: [{ id: south }] });
    expect(await grinfi.keyStore.get(north)).toBeUndefined();
    expect(await grinfi.keyStore.get()).toBe(secondKey);
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain(demoKey);
  });
});

describe('looking up in the other workspaces', () => {
  const lookUp = (grinfi: ReturnType<typeof createGrinfi>) =>
    createLookUpElsewhere({ grinfi, now: () => clock })({ record: odalys });

  it('says where else somebody is, and asks once in ten minutes', async () => {
    const { fake, grinfi, show } = await twoWorkspaces();
    await show(south);
    expect((await lookUp(grinfi)).workspaces).toMatchObject([
      { workspaceId: north, name: 'Fernhill Partners', lookUp: { state: 'known' } },
    ]);
    const asked = fake.control.log().length;
    await lookUp(grinfi);
    expect(fake.control.log()).toHaveLength(asked);
    clock += 11 * 60_000;
    await lookUp(grinfi);
    expect(fake.control.log().length).toBeGreaterThan(asked);
  });

  it('never takes "could not check" for "not there", and asks again', async () => {
    const { fake, grinfi } = await twoWorkspaces();
    fake.control.goDown();
    expect((await lookUp(grinfi)).workspaces).toMatchObject([
      { workspaceId: south, lookUp: { state: 'unchecked', kind: 'offline' } },
    ]);
    fake.control.goUp();
    expect((await lookUp(grinfi)).workspaces).toMatchObject([{ lookUp: { state: 'new' } }]);
  });
});

describe('the one key of an older version', () => {
  it('becomes the first of several, whose workspace is shown', () => {
    expect(fromSingleKey(storedBefore)).toEqual({
      keys: { version: 1, keys: { '4821': storedBefore.apiKey } },
      workspaces: {
        version: 1,
        all: [{ id: '4821', name: 'Fernhill Partners', keyState: 'ok' }],
        activeId: '4821',
      },
    });
  });

  it.each(['local', 'session'] as const)('is brought to its new place in %s', async (area) => {
    const { apiKey, ...others } = storedBefore;
    await fakeBrowser.storage.local.set(others);
    await fakeBrowser.storage[area].set({ apiKey });
    const store = createKeyStore();
    expect(await store.get()).toBe(apiKey);
    expect(await fakeBrowser.storage[area].get(null)).toMatchObject({
      apiKeys: { keys: { '4821': apiKey } },
    });
    expect(await fakeBrowser.storage[area].get('apiKey')).toEqual({});
    expect(await getStored('catalog')).toMatchObject(others.catalog);
    expect(await getWorkspaces()).toMatchObject({ activeId: '4821' });
  });

  it('stays where it is and in use when that fails, which is told', async () => {
    await fakeBrowser.storage.local.set(storedBefore);
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    const store = createKeyStore();
    expect(await store.get()).toBe(storedBefore.apiKey);
    expect(await fakeBrowser.storage.local.get(null)).toEqual(storedBefore);
    expect(await getStored('keyFault')).toMatchObject({ kind: 'storage' });
    vi.restoreAllMocks();
    const next = createKeyStore();
    expect(await next.get()).toBe(storedBefore.apiKey);
    expect(await fakeBrowser.storage.local.get('apiKey')).toEqual({});
    expect(await getStored('keyFault')).toBeUndefined();
  });

  it('goes on where a stopped worker left it', async () => {
    const { keys, workspaces } = fromSingleKey(storedBefore);
    await fakeBrowser.storage.local.set({ ...storedBefore, apiKeys: keys, workspaces });
    expect(await createKeyStore().get()).toBe(storedBefore.apiKey);
    expect(await fakeBrowser.storage.local.get('apiKey')).toEqual({});
  });

  it('is left alone where a newer version has stored several', async () => {
    await fakeBrowser.storage.local.set({ apiKeys: { version: 2, sealed: 'x' } });
    await expect(createKeyStore().get()).rejects.toMatchObject({ kind: 'storage' });
    expect(await fakeBrowser.storage.local.get('apiKeys')).toEqual({ apiKeys: { version: 2, sealed: 'x' } });
  });
});

it('what the screens follow holds no key', async () => {
  await twoWorkspaces();
  const followed = await Promise.all([getStored('account'), getWorkspaces(), getStored('keyState')]);
  await setStored('catalog', undefined);
  expect(JSON.stringify(followed)).not.toContain(demoKey.slice(-20));
});
