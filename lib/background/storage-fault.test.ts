import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { errorText } from '../error-text.ts';
import { createDatabase } from '../outbox/database.ts';
import { createOutbox, type Outbox } from '../outbox/outbox.ts';
import { getStored } from '../stored.ts';
import { useTexts } from '../testing/fake-texts.ts';
import { personSave } from '../testing/saves.ts';
import { createPublisher, tellOutboxFault } from './publish-outbox.ts';

const badge = { show: vi.fn(), flashSaved: vi.fn(), flashCollected: vi.fn(), showProblem: vi.fn() };
let outbox: Outbox;
let publish: () => Promise<void>;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
  useTexts();
  outbox = createOutbox(createDatabase());
  await outbox.add(personSave(), { now: 1 });
  await restartWorker();
});
afterEach(() => vi.restoreAllMocks());

async function restartWorker() {
  outbox = createOutbox(createDatabase());
  ({ publish } = createPublisher({ outbox: () => outbox, badge, onError: () => undefined }));
}

const toldToUser = async () => {
  const fault = await getStored('outboxFault');
  return fault && errorText(fault.kind, fault.message);
};

describe('a fault of the storage', () => {
  it.each([
    ['UnknownError', /Restart the browser/],
    ['VersionError', /newer version of this extension/],
  ])('%s on opening is told in words with what to do, and drops nothing', async (name, words) => {
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('opening', name);
    });
    await publish();
    expect(await toldToUser()).toMatch(words);

    open.mockRestore();
    await publish();
    expect(await toldToUser()).toBeUndefined();
    expect(await getStored('outbox')).toMatchObject([{ title: 'Ada Example', state: 'waiting' }]);
  });

  it('that a disk is full is told where sending could not note its progress', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No room', 'QuotaExceededError');
    });
    const [entry] = await outbox.held().then(() => outbox.newest(1));
    const id = entry && 'id' in entry ? entry.id : '';
    await outbox.update(id, (stored) => ({ ...stored, tries: 1 })).catch(tellOutboxFault);
    expect(await toldToUser()).toMatch(/Free some space/);
    expect(await outbox.get(id)).toMatchObject({ tries: 0, state: 'waiting' });
  });

  it('is not spoken of where the fault is another', async () => {
    await tellOutboxFault(new Error('ours'));
    expect(await toldToUser()).toBeUndefined();
  });
});
