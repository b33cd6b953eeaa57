import { describe, expect, it } from 'vitest';
import { demoSeed, seedUuid } from '../../fake-grinfi/seed.ts';
import { clientOn, json } from '../testing/answering.ts';
import { fakeGrinfiClient } from '../testing/fake-grinfi-client.ts';
import { deleteDataSource, getImportProgress, listDataSources } from './data-sources.ts';
import {
  downloadExport,
  exportCompanies,
  exportContacts,
  getExport,
  startImport,
  uploadCsv,
} from './files.ts';
import { listLinkedInBrowsers, switchLinkedInBrowser } from './linkedin-browsers.ts';
import { createWebhook, deleteWebhook, listWebhooks, testWebhook, updateWebhook } from './webhooks.ts';

const demo = () => fakeGrinfiClient({ seed: demoSeed });
const wifiPage = () => new Response('<html>Sign in to the hotel</html>');

describe('data sources', () => {
  it('are read with their progress, and deleted', async () => {
    const { fake, client, calls } = demo();
    const sources = await listDataSources(client);
    const csv = sources.find(({ type }) => type === 'csv_leads');
    const search = sources.find((one) => one !== csv);
    expect(csv).toMatchObject({ type: 'csv_leads', status: 'completed', errors: ['Two rows have no name.'] });
    expect(search).toMatchObject({ status: 'in_progress', senderProfileId: seedUuid(10, 1), errors: [] });
    const progress = await getImportProgress(client, [csv?.id ?? '', search?.id ?? '', seedUuid(21, 9)]);
    expect(progress.size).toBe(2);
    expect(progress.get(csv?.id ?? '')).toMatchObject({ queued: 0, saved: 118, duplicates: 7, failed: 2 });
    await deleteDataSource(client, csv?.id ?? '');
    await deleteDataSource(client, csv?.id ?? '');
    expect(await listDataSources(client)).toEqual([search]);
    const before = calls().length;
    expect((await getImportProgress(client, [])).size).toBe(0);
    expect(calls()).toHaveLength(before);
    expect(fake.state.violations).toEqual([]);
  });

  it('are read with errors and words of any shape', async () => {
    const row = { uuid: 'd1', type: 'carrier_pigeon', errors: ['One', { reason: 'Two' }, 3, null] };
    const { client } = clientOn(() => json({ data: [row], has_more: false }));
    expect(await listDataSources(client)).toMatchObject([
      { type: 'carrier_pigeon', status: 'unknown', errors: ['One', 'Two'] },
    ]);
  });
});

describe('webhooks', () => {
  it('are made, changed, switched off, tested and deleted', async () => {
    const { fake, client } = demo();
    const made = await createWebhook(client, {
      name: 'Accepted',
      event: 'contact_replied_email',
      url: 'https://hooks.example.com/accepted',
    });
    expect(made).toMatchObject({ method: 'POST', isOn: true });
    await updateWebhook(client, made.id, { name: 'Replied' });
    await updateWebhook(client, made.id, { isOn: false, url: 'https://hooks.example.com/replied' });
    await updateWebhook(client, made.id, {});
    const changed = (await listWebhooks(client)).find(({ id }) => id === made.id);
    expect(changed).toMatchObject({
      name: 'Replied',
      url: 'https://hooks.example.com/replied',
      isOn: false,
    });
    expect(await testWebhook(client, changed ?? made)).toBe('Accepted by hooks.example.com');
    await deleteWebhook(client, made.id);
    await deleteWebhook(client, made.id);
    expect(await listWebhooks(client)).toHaveLength(1);
    expect(fake.state.violations).toEqual([]);
    await expect(testWebhook(client, made)).rejects.toMatchObject({ isNotFound: true });
  });

  it('with events that the reference does not show are read, too', async () => {
    const row = { uuid: 'w1', event: 'contact_smiled', status: 'on' };
    const { client } = clientOn(() => json({ data: [row] }));
    expect(await listWebhooks(client)).toMatchObject([{ name: 'contact_smiled', isOn: true, url: '' }]);
  });
});

describe('LinkedIn browsers', () => {
  it('are read without login and password, stopped and started', async () => {
    const { fake, client } = demo();
    const browsers = await listLinkedInBrowsers(client);
    expect(browsers.find(({ id }) => id === '302')).toMatchObject({
      status: 'login_issue',
      error: 'LinkedIn asks for a code.',
      isLoggedIn: false,
    });
    await switchLinkedInBrowser(client, '301', false);
    const status = async () => (await listLinkedInBrowsers(client)).find(({ id }) => id === '301')?.status;
    expect(await status()).toBe('stopped');
    await switchLinkedInBrowser(client, '301', true);
    expect(await status()).toBe('running');
    expect(fake.state.violations).toEqual([]);
    const rows = [{ id: 7, linkedin_login: 'ada', linkedin_password: 'secret' }];
    const leaky = await listLinkedInBrowsers(clientOn(() => json({ data: rows })).client);
    expect(JSON.stringify(leaky)).not.toMatch(/secret|ada/);
  });
});

describe('file exports', () => {
  it('of contacts are started, watched and read', async () => {
    const { fake, client } = fakeGrinfiClient({ seed: demoSeed, quirks: { jobs: 'queued' } });
    const started = await exportContacts(client, [seedUuid(7, 1), seedUuid(7, 1)]);
    expect(started).toMatchObject({ status: 'queued' });
    await expect(downloadExport(client, { ...started, fileName: 'too-early.csv' })).rejects.toMatchObject({
      kind: 'rejected',
    });
    fake.control.runJobs();
    const done = await getExport(client, started.id);
    expect(done.status).toBe('completed');
    const before = fake.state.violations.length;
    expect(await downloadExport(client, done)).toBe(`uuid,name\n${seedUuid(7, 1)},"Odalys Brightwater"`);
    expect(fake.state.violations).toHaveLength(before);
  });

  it('of all companies are started', async () => {
    const { fake, client } = demo();
    const { id } = await exportCompanies(client);
    expect(fake.state.fileExports.all()).toMatchObject([{ uuid: id, filter: { all: true } }]);
    expect(fake.state.violations).toEqual([]);
  });

  it('of nobody are not everybody’s', async () => {
    const { client, calls } = demo();
    await expect(exportContacts(client, [''])).rejects.toMatchObject({ kind: 'internal' });
    expect(calls()).toEqual([]);
  });

  it('are asked for by name, then by id', async () => {
    const { client, sent } = clientOn((_, count) => (count === 1 ? json({}, 404) : new Response('uuid\n1')));
    expect(await downloadExport(client, { id: 'x1', fileName: 'x.csv' })).toBe('uuid\n1');
    expect(await downloadExport(client, { id: 'x1' })).toBe('uuid\n1');
    expect(sent.map(({ body }) => body)).toEqual([{ file_name: 'x.csv' }, { uuid: 'x1' }, { uuid: 'x1' }]);
  });

  it('are never the sign-in page of a network', async () => {
    await expect(downloadExport(clientOn(wifiPage).client, { id: 'x1' })).rejects.toMatchObject({
      kind: 'malformed',
    });
  });
});

describe('file imports', () => {
  const file = () => new File(['first_name\nAda'], 'people.csv', { type: 'text/csv' });

  it('hand over a file, then start', async () => {
    const { fake, client } = demo();
    const upload = await uploadCsv(client, file());
    const columns = [{ header: 'first_name', field: 'first_name' }];
    const to = { id: upload.id, columns, listId: seedUuid(3, 1), tagIds: [seedUuid(4, 1)] };
    await startImport(client, { ...to, object: 'contact' });
    expect(fake.state.fileImports.all()).toMatchObject([{ status: 'in_progress' }]);
    await startImport(client, { ...to, object: 'company' });
    expect(fake.control.log().map(({ body }) => body)).toMatchObject([
      { type: 'csv_leads' },
      { columns: [{ source: 'first_name', target: 'first_name' }], list_uuid: seedUuid(3, 1) },
      {},
    ]);
    expect(fake.control.log()[2]?.body).toEqual({
      columns: [{ source: 'first_name', target: 'first_name' }],
    });
    expect(fake.state.violations).toEqual([]);
  });

  it('into a list that is gone are refused in the server’s words', async () => {
    const { client } = demo();
    const { id } = await uploadCsv(client, file());
    const columns = [{ header: 'a', field: 'first_name' }];
    await expect(
      startImport(client, { id, object: 'contact', columns, listId: 'gone' }),
    ).rejects.toMatchObject({ kind: 'rejected', field: 'list' });
  });
});
