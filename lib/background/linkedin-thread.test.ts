import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { demoKey, demoOwner, emptySeed } from '../../fake-grinfi/seed.ts';
import { createFakeGrinfi } from '../../fake-grinfi/server.ts';
import { fetchOf } from '../testing/fake-grinfi-client.ts';
import { useStorage } from '../testing/storage.ts';
import { createConversations } from './areas/conversations.ts';
import { createGrinfi } from './grinfi.ts';

const path = '/flows/api/linkedin-messages';

async function world() {
  const fake = createFakeGrinfi({ seed: emptySeed, perMinute: false, strict: true });
  const grinfi = createGrinfi({ fetch: fetchOf(fake) });
  await grinfi.keyStore.set(demoKey, 'always');
  const list_uuid = fake.make.list(demoOwner, 'Prospects').uuid;
  const contactId = fake.make.lead(demoOwner, { list_uuid, first_name: 'Ada' }).uuid;
  const senderProfileId = fake.make.sender(demoOwner, { first_name: 'Marla', last_name: 'Q' }).uuid;
  /** A worker that has just been started: of what came before it knows what is stored. */
  const worker = () => createConversations({ grinfi, now: Date.now });
  const draft = { draftId: 'draft-0001', contactId, senderProfileId, text: 'Hello\nthere' };
  const texts = () => fake.state.messages.all().map(({ text }) => text);
  const lose = (when: 'before' | 'after') =>
    fake.control.fail({ method: 'POST', path, fault: { kind: 'drop', when } });
  return { fake, worker, draft, texts, lose };
}

beforeEach(() => {
  useStorage();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

describe('sending a message', () => {
  it('from two screens at the same time sends one', async () => {
    const { worker, draft, texts } = await world();
    const { sendMessage } = worker();
    const outcomes = await Promise.all([sendMessage(draft), sendMessage(draft)]);
    expect(outcomes).toEqual([{ outcome: 'sent' }, { outcome: 'sent' }]);
    expect(texts()).toEqual(['Hello\nthere']);
  });

  it('again, when it was sent long ago, sends none and asks for nothing', async () => {
    const { fake, worker, draft, texts } = await world();
    await worker().sendMessage(draft);
    const before = fake.control.log().length;
    expect(await worker().sendMessage(draft)).toEqual({ outcome: 'sent' });
    expect(texts()).toHaveLength(1);
    expect(fake.control.log()).toHaveLength(before);
  });

  it.each(['before', 'after'] as const)(
    'is done once, though the line broke %s the work and the worker was killed',
    async (when) => {
      const { worker, draft, texts, lose } = await world();
      lose(when);
      await expect(worker().sendMessage(draft)).rejects.toMatchObject({ kind: 'offline' });
      expect(await worker().sendMessage(draft)).toEqual({ outcome: 'sent' });
      expect(texts()).toEqual(['Hello\nthere']);
    },
  );

  it('in other words after a lost answer tells that the first words had arrived, and sends no others', async () => {
    const { worker, draft, texts, lose } = await world();
    lose('after');
    await expect(worker().sendMessage(draft)).rejects.toMatchObject({ kind: 'offline' });
    expect(await worker().sendMessage({ ...draft, text: 'Hello again' })).toEqual({ outcome: 'sentBefore' });
    expect(texts()).toEqual(['Hello\nthere']);
    expect(await worker().sendMessage({ ...draft, draftId: 'draft-0002', text: 'Hello again' })).toEqual({
      outcome: 'sent',
    });
  });

  it('in other words from another screen while the first are under way sends the first alone', async () => {
    const { worker, draft, texts } = await world();
    const { sendMessage } = worker();
    const outcomes = await Promise.all([sendMessage(draft), sendMessage({ ...draft, text: 'Other' })]);
    expect(outcomes).toEqual([{ outcome: 'sent' }, { outcome: 'sentBefore' }]);
    expect(texts()).toEqual(['Hello\nthere']);
  });

  it('sends the same words as a message of before, which says nothing of this one', async () => {
    const { worker, draft, texts, lose } = await world();
    await worker().sendMessage(draft);
    const second = { ...draft, draftId: 'draft-0002' };
    lose('before');
    await expect(worker().sendMessage(second)).rejects.toMatchObject({ kind: 'offline' });
    expect(await worker().sendMessage(second)).toEqual({ outcome: 'sent' });
    expect(texts()).toHaveLength(2);
  });

  it.each([422, 429, 401, 402])('that was refused with %i is sent again without a look', async (status) => {
    const { fake, worker, draft, texts } = await world();
    fake.control.fail({ method: 'POST', path, fault: { kind: 'status', status } });
    await expect(worker().sendMessage(draft)).rejects.toBeDefined();
    // A pause that the server asked for does not outlive this worker's limiter.
    expect(texts()).toEqual([]);
    const stored = await browser.storage.local.get('sends');
    expect(stored).toEqual({ sends: {} });
  });

  it('does not go out when it cannot be written down that it does', async () => {
    const { worker, draft, texts } = await world();
    vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES'));
    await expect(worker().sendMessage(draft)).rejects.toMatchObject({ kind: 'storage' });
    expect(texts()).toEqual([]);
  });

  it('does not go out when it cannot be looked for', async () => {
    const { fake, worker, draft, texts, lose } = await world();
    lose('before');
    await expect(worker().sendMessage(draft)).rejects.toMatchObject({ kind: 'offline' });
    fake.control.goDown();
    await expect(worker().sendMessage(draft)).rejects.toMatchObject({ kind: 'offline' });
    fake.control.goUp();
    expect(fake.control.log({ method: 'POST', path })).toHaveLength(1);
    expect(texts()).toEqual([]);
  });
});

describe('a failed message', () => {
  it('is tried again, unless an earlier try arrived', async () => {
    const { fake, worker, draft } = await world();
    const { uuid: messageId } = fake.make.message(demoOwner, {
      lead_uuid: draft.contactId,
      sender_profile_uuid: draft.senderProfileId,
      text: 'Lost',
      status: 'failed',
    });
    const asked = { contactId: draft.contactId, messageId };
    fake.control.fail({ path: `${path}/*/retry`, fault: { kind: 'drop', when: 'after' } });
    await expect(worker().retryMessage(asked)).rejects.toMatchObject({ kind: 'offline' });
    await worker().retryMessage(asked);
    expect(fake.control.log({ path: `${path}/*/retry` })).toHaveLength(1);
    expect(fake.state.messages.all()[0]?.status).toBe('new');
  });
});
