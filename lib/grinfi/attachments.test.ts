import { describe, expect, it } from 'vitest';
import { clientOn, json } from '../testing/answering.ts';
import { fakeGrinfiClient } from '../testing/fake-grinfi-client.ts';
import { deleteAttachment, listAttachments, uploadAttachment } from './attachments.ts';

const deck = () => new File(['slides'], 'deck ü.pdf', { type: 'application/pdf' });

describe('attachments', () => {
  it.each([
    ['fields', 1],
    ['json', 2],
  ] as const)(
    'are stored where the server reads their names as "%s"',
    async (attachmentPayload, requests) => {
      const { fake, client, calls } = fakeGrinfiClient({ quirks: { attachmentPayload } });
      const stored = await uploadAttachment(client, deck());
      expect(stored).toMatchObject({ name: 'deck ü.pdf', type: 'application/pdf', sizeBytes: 6 });
      expect(calls()).toHaveLength(requests);
      expect(await listAttachments(client)).toEqual([stored]);
      await deleteAttachment(client, stored.id);
      await deleteAttachment(client, stored.id);
      expect(await listAttachments(client)).toEqual([]);
      expect(fake.state.violations).toEqual([]);
    },
  );

  it('may come without a payload', async () => {
    const { client } = clientOn(() => json({ data: [{ uuid: 'a1', payload: null }] }));
    expect(await listAttachments(client)).toEqual([{ id: 'a1', name: 'a1' }]);
  });

  it('that are too large are refused in the server’s words', async () => {
    const { fake, client } = fakeGrinfiClient();
    const body = { message: 'The file is too large.' };
    fake.control.fail({ fault: { kind: 'status', status: 413, body } });
    await expect(uploadAttachment(client, deck())).rejects.toMatchObject({
      kind: 'rejected',
      serverMessage: 'The file is too large.',
    });
    expect(fake.control.log()).toHaveLength(1);
  });
});
