import { beforeEach, describe, expect, it, vi } from 'vitest';
import { demoOwner } from '../../fake-grinfi/seed.ts';
import { clientOn, json } from '../testing/answering.ts';
import { ada, contactsWorld, grace } from '../testing/contacts-world.ts';
import { deleteContact, findContact, getContact, updateContact } from './contacts.ts';

const lookUp = 'POST /leads/api/leads/lookup-one';

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

describe('finding a contact', () => {
  it.each(['bare', 'wrapped'] as const)(
    'takes one request for a known one, in its %s form',
    async (contactForm) => {
      const { fake, client, calls, list, lead } = contactsWorld({ quirks: { contactForm } });
      const tag = fake.make.tag(demoOwner, 'Met');
      const known = lead({
        unread_counts: [
          { category: 'linkedin', count: 2 },
          { category: 'email', count: 1 },
        ],
        ln_id: ada.lnId,
        linkedin: 'ada-example',
        first_name: 'Ada',
        last_name: 'Example',
        work_email: 'ada@acme.example',
        raw_address: 'Lisbon',
        tags: [tag.uuid],
      });
      expect(await findContact(client, ada)).toEqual({
        id: known.uuid,
        object: 'contact',
        fields: {
          handle: 'ada-example',
          lnId: ada.lnId,
          fullName: 'Ada Example',
          firstName: 'Ada',
          lastName: 'Example',
          email: 'ada@acme.example',
          location: 'Lisbon',
        },
        listId: list.uuid,
        stageId: known.pipeline_stage_uuid,
        tagIds: [tag.uuid],
        companyId: undefined,
        unread: 3,
        ownerId: String(demoOwner.userId),
        createdAt: known.created_at,
        updatedAt: known.updated_at,
      });
      expect(calls()).toEqual([lookUp]);
    },
  );

  it.each([
    ['the member id', { ln_id: ada.lnId }],
    ['the Sales Navigator id', { sn_id: ada.snId }],
    ['the handle, whatever its case', { linkedin: 'Ada-Example' }],
  ])('goes by %s', async (_, known) => {
    const { client, lead } = contactsWorld();
    const { uuid } = lead(known);
    expect(await findContact(client, ada)).toMatchObject({ id: uuid });
  });

  it('says that there is none only after every id was refused, each asked once', async () => {
    const { fake, client } = contactsWorld();
    expect(await findContact(client, ada)).toBeUndefined();
    expect(fake.control.log().map(({ body }) => body)).toEqual([
      { linkedin_id: ada.lnId },
      { linkedin_id: ada.snId },
      { linkedin_id: 'ada-example' },
    ]);
  });

  it('asks by all ids at once for one who is likely new', async () => {
    const answers: ((response: Response) => void)[] = [];
    const { client } = clientOn(() => new Promise<Response>((resolve) => void answers.push(resolve)));
    const found = findContact(client, ada, { isLikelyNew: true });
    await vi.waitFor(() => expect(answers).toHaveLength(3));
    for (const answer of answers) answer(new Response(null, { status: 404 }));
    expect(await found).toBeUndefined();
  });

  it('takes the best answer of one who was known after all, and no other', async () => {
    const { client, lead } = contactsWorld();
    const { uuid } = lead({ ln_id: ada.lnId });
    lead({ linkedin: 'ada-example' });
    expect(await findContact(client, ada, { isLikelyNew: true })).toMatchObject({ id: uuid });
  });

  it('asks by address where the handle could pass for an id', async () => {
    const { fake, client } = contactsWorld();
    await findContact(client, { handle: '20041' });
    expect(fake.control.log()[0]?.body).toEqual({ linkedin_id: 'https://www.linkedin.com/in/20041' });
  });

  it('finds a percent-encoded handle again', async () => {
    const { client, lead } = contactsWorld();
    const { uuid } = lead({ linkedin: 'josé-example' });
    expect(await findContact(client, { handle: 'josé-example' })).toMatchObject({ id: uuid });
    expect(await findContact(client, { handle: 'jos%C3%A9-example' })).toMatchObject({ id: uuid });
  });

  it('does not take the former owner of a handle for its new one', async () => {
    const { client, lead } = contactsWorld();
    lead({ ln_id: grace.lnId, linkedin: 'ada-example' });
    await expect(findContact(client, ada)).rejects.toMatchObject({ kind: 'rejected', status: undefined });
  });

  it('knows a person by the member number, whichever kind of id the CRM has and however the handle changed', async () => {
    const { client } = clientOn(() => json({ uuid: 'c1', sn_id: ada.snId, linkedin: 'ada-before' }));
    expect(await findContact(client, { lnId: ada.lnId, handle: 'ada-example' })).toMatchObject({ id: 'c1' });
  });

  it('is not certain of a new one when the server did not take one of the ids', async () => {
    const { client } = clientOn(({ body }) =>
      (body as { linkedin_id: string }).linkedin_id === ada.snId ? json({}, 422) : json({}, 404),
    );
    await expect(findContact(client, ada)).rejects.toMatchObject({ kind: 'rejected', status: 422 });
  });

  it.each([
    ['a page of somebody else', () => new Response('<html></html>')],
    ['an empty answer', () => new Response('')],
    ['a list', () => json([])],
    ['a record without id', () => json({ lead: { name: 'Ada' } })],
  ])('does not take %s for "none"', async (_, answer) => {
    const { client } = clientOn(answer);
    await expect(findContact(client, ada)).rejects.toMatchObject({ kind: 'malformed' });
  });

  it('drops what it cannot use of a contact, and keeps the rest', async () => {
    const lead = {
      uuid: 'c1',
      name: '  ',
      headline: 7,
      tags: [{ uuid: 't1' }, null, 't2'],
      location: 'x',
      experience: 3,
    };
    const { client } = clientOn(() => json(lead));
    expect(await findContact(client, ada)).toMatchObject({
      id: 'c1',
      fields: { headline: '7' },
      tagIds: ['t1', 't2'],
    });
  });
});

describe('a contact by its id', () => {
  it.each(['dropped', 'saved'] as const)(
    'is changed and emptied field by field (server: email %s)',
    async (emailOnUpdate) => {
      const { fake, client, lead } = contactsWorld({ quirks: { emailOnUpdate } });
      const { uuid } = lead({ headline: 'Before', position: 'CEO', first_name: 'Ada', about: 'Was wrong' });
      await updateContact(client, uuid, {
        headline: 'After',
        position: null,
        about: null,
        email: 'a@acme.example',
      });
      const after = await getContact(client, uuid);
      expect(after?.fields).toEqual({
        fullName: 'Ada',
        firstName: 'Ada',
        headline: 'After',
        email: 'a@acme.example',
      });
      expect(fake.state.violations.filter(({ message }) => !message.includes('email'))).toEqual([]);
    },
  );

  it('can lose its e-mail again', async () => {
    const { client, lead } = contactsWorld();
    const { uuid } = lead({ work_email: 'a@acme.example' });
    await updateContact(client, uuid, { email: null });
    expect((await getContact(client, uuid))?.fields.email).toBeUndefined();
  });

  it('is left alone when there is nothing to change', async () => {
    const { client, calls } = contactsWorld();
    await updateContact(client, 'c1', { headline: undefined });
    expect(calls()).toEqual([]);
  });

  it('is gone after deletion, and stays so', async () => {
    const { client, lead } = contactsWorld();
    const { uuid } = lead({});
    await deleteContact(client, uuid);
    await deleteContact(client, uuid);
    expect(await getContact(client, uuid)).toBeUndefined();
  });
});
