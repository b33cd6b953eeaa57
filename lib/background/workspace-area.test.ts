import { beforeEach, describe, expect, it } from 'vitest';
import { demoOwner, demoSeed, seedUuid } from '../../fake-grinfi/seed.ts';
import { failureWords } from '../failure-words.ts';
import { fakeGrinfiClient } from '../testing/fake-grinfi-client.ts';
import { useStorage } from '../testing/storage.ts';
import { createWorkspace } from './areas/workspace.ts';
import type { Grinfi } from './grinfi.ts';

beforeEach(useStorage);

function world(options: Parameters<typeof fakeGrinfiClient>[0] = {}) {
  const made = fakeGrinfiClient({ seed: demoSeed, ...options });
  const grinfi = { client: made.client, backgroundClient: made.client } as Grinfi;
  return { ...made, area: createWorkspace({ grinfi }) };
}

describe('the workspace', () => {
  it('gives imports with how far they are, also where that is not told', async () => {
    const { fake, area } = world();
    const { imports } = await area.listImports({});
    expect(imports.map(({ progress }) => progress?.saved)).toEqual([118, 160]);
    fake.control.fail({ path: '/leads/api/data-sources/metrics', fault: { kind: 'status', status: 403 } });
    const again = await area.listImports({});
    expect(again.imports.map(({ progress }) => progress)).toEqual([undefined, undefined]);
    expect(fake.state.violations).toEqual([]);
  });

  it('gives mailboxes with their errors, also where those are not told', async () => {
    const { fake, area } = world();
    expect((await area.listMailboxStates({})).mailboxes).toMatchObject([
      { status: 'active', errors: [{ message: 'The mail server did not answer for an hour.' }] },
    ]);
    fake.control.fail({ path: '/emails/api/mailbox-errors', fault: { kind: 'status', status: 422 } });
    expect((await area.listMailboxStates({})).mailboxes[0]?.errors).toBeUndefined();
  });

  it('tests a webhook by what Grinfi has of it, and says when it is gone', async () => {
    const { area } = world();
    const [webhook] = (await area.listWebhooks({})).webhooks;
    expect(await area.testWebhook({ webhookId: webhook?.id ?? '' })).toEqual({
      answer: 'Accepted by hooks.fernhill.example.com',
    });
    await expect(area.testWebhook({ webhookId: 'w0' })).rejects.toMatchObject({ kind: 'rejected' });
  });

  it('says in words of its own who may not', async () => {
    const { fake, area } = world();
    const refusals: [string, () => Promise<unknown>][] = [
      ['/integrations/api/webhooks', () => area.listWebhooks({})],
      ['/browsers/api/linkedin-browsers/list', () => area.listLinkedInBrowsers({})],
      ['/emails/api/mailboxes', () => area.listMailboxStates({})],
      ['/leads/api/data-sources', () => area.listImports({})],
      [
        '/flows/api/sender-profiles/*',
        () => area.switchSenderProfile({ senderProfileId: seedUuid(10, 1), isEnabled: false }),
      ],
    ];
    for (const [path, ask] of refusals) {
      fake.control.fail({ path, fault: { kind: 'status', status: 403 } });
      await expect(ask(), path).rejects.toMatchObject({ kind: 'rejected', message: failureWords.notAllowed });
    }
  });

  it('hands a file over and has it imported', async () => {
    const { fake, area } = world();
    await area.importFile({
      name: 'fair.csv',
      csv: 'Name\nAda\n',
      object: 'contact',
      columns: [{ header: 'Name', field: 'name' }],
      listId: seedUuid(3, 1),
    });
    expect(fake.state.fileImports.all()).toMatchObject([{ status: 'in_progress' }]);
    expect((await area.listImports({})).imports).toHaveLength(3);
    expect(fake.state.violations).toEqual([]);
  });
});

describe('the export of a list', () => {
  it('names the list’s contacts and nobody else', async () => {
    const { fake, area } = world();
    const list = fake.make.list(demoOwner, 'Harbour');
    const ids = Array.from({ length: 130 }, () => fake.make.lead(demoOwner, { list_uuid: list.uuid }).uuid);
    const first = await area.listMembers({ listId: list.uuid });
    expect(first).toMatchObject({ nextOffset: 100, total: 130 });
    const rest = await area.listMembers({ listId: list.uuid, offset: 100 });
    expect(rest.nextOffset).toBeUndefined();
    expect(new Set([...first.contactIds, ...rest.contactIds])).toEqual(new Set(ids));
    expect(fake.state.violations).toEqual([]);
  });

  it('waits until the file is made, and takes it', async () => {
    const { fake, area } = world({ quirks: { jobs: 'queued' } });
    const { exportId } = await area.startExport({ contactIds: [seedUuid(7, 1)] });
    expect(await area.takeExport({ exportId })).toEqual({ state: 'waiting' });
    fake.control.runJobs();
    expect(await area.takeExport({ exportId })).toMatchObject({ state: 'made' });
  });

  it('goes on where Grinfi does not tell how far it is', async () => {
    const { fake, area } = world();
    const { exportId } = await area.startExport({ contactIds: [seedUuid(7, 1)] });
    const silent = { path: '/leads/api/mass-actions/*', fault: { kind: 'status', status: 404 } } as const;
    const download = '/leads/api/file-exports/download';
    fake.control.fail(silent);
    fake.control.fail({ path: download, fault: { kind: 'status', status: 404 } });
    expect(await area.takeExport({ exportId })).toEqual({ state: 'waiting' });
    // A server that knows files by name alone says so, and is not asked for ever.
    fake.control.fail(silent);
    await expect(area.takeExport({ exportId })).rejects.toMatchObject({ kind: 'rejected' });
  });

  it('says that it failed', async () => {
    const { fake, area } = world({ quirks: { jobs: 'queued' } });
    const { exportId } = await area.startExport({ contactIds: [seedUuid(7, 1)] });
    for (const row of fake.state.fileExports.all()) fake.state.fileExports.update(row, { status: 'failed' });
    expect(await area.takeExport({ exportId })).toEqual({ state: 'failed' });
  });
});
