import { beforeEach, describe, expect, it, vi } from 'vitest';
import { demoOwner } from '../../fake-grinfi/seed.ts';
import { clientOn, json } from '../testing/answering.ts';
import { fakeGrinfiClient } from '../testing/fake-grinfi-client.ts';
import {
  addTagsToContacts,
  changeListOfContacts,
  changeStageOfContacts,
  createContact,
  deleteContact,
  findContact,
  getContact,
  removeTagsFromContacts,
  replaceTagsOfContacts,
  updateContact,
  upsertContact,
} from './contacts.ts';

/** 39 characters that carry a member number, as LinkedIn's do. */
function linkedInId(kind: 'ln' | 'sn', member: number): string {
  const bytes = Buffer.alloc(29, 7);
  bytes.writeUInt16BE(kind === 'ln' ? 0x2a : 0x2c, 0);
  bytes.writeUIntBE(member, 2, 6);
  return bytes.toString('base64url');
}

const ada = { lnId: linkedInId('ln', 7001), snId: linkedInId('sn', 7001), handle: 'ada-example' };
const grace = { lnId: linkedInId('ln', 7002), handle: 'grace-example' };
const lookUp = 'POST /leads/api/leads/lookup-one';

function world(options: Parameters<typeof fakeGrinfiClient>[0] = {}) {
  const { fake, client, calls } = fakeGrinfiClient(options);
  const list = fake.make.list(demoOwner, 'Prospects');
  const lead = (fields: Parameters<typeof fake.make.lead>[1] extends infer F ? Partial<F> : never) =>
    fake.make.lead(demoOwner, { list_uuid: list.uuid, ...fields });
  return { fake, client, calls, list, lead };
}

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

describe('finding a contact', () => {
  it.each(['bare', 'wrapped'] as const)(
    'takes one request for a known one, in its %s form',
    async (contactForm) => {
      const { fake, client, calls, list, lead } = world({ quirks: { contactForm } });
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
    const { client, lead } = world();
    const { uuid } = lead(known);
    expect(await findContact(client, ada)).toMatchObject({ id: uuid });
  });

  it('says that there is none only after every id was refused, each asked once', async () => {
    const { fake, client } = world();
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
    const { client, lead } = world();
    const { uuid } = lead({ ln_id: ada.lnId });
    lead({ linkedin: 'ada-example' });
    expect(await findContact(client, ada, { isLikelyNew: true })).toMatchObject({ id: uuid });
  });

  it('asks by address where the handle could pass for an id', async () => {
    const { fake, client } = world();
    await findContact(client, { handle: '20041' });
    expect(fake.control.log()[0]?.body).toEqual({ linkedin_id: 'https://www.linkedin.com/in/20041' });
  });

  it('finds a percent-encoded handle again', async () => {
    const { client, lead } = world();
    const { uuid } = lead({ linkedin: 'josé-example' });
    expect(await findContact(client, { handle: 'josé-example' })).toMatchObject({ id: uuid });
    expect(await findContact(client, { handle: 'jos%C3%A9-example' })).toMatchObject({ id: uuid });
  });

  it('does not take the former owner of a handle for its new one', async () => {
    const { client, lead } = world();
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

describe('saving a contact', () => {
  const fields = {
    ...ada,
    firstName: 'Ada',
    lastName: 'Example',
    companyName: 'Acme',
    email: 'ada@acme.example',
  };

  it('makes one contact of two saves, with its custom fields, in one request each', async () => {
    const { fake, client, calls, list } = world();
    const field = fake.make.customField(demoOwner, 'lead', 'source_page');
    const save = { fields, listId: list.uuid, customFields: { source_page: 'profile' }, isNew: true };
    const first = await upsertContact(client, save);
    const second = await upsertContact(client, { ...save, isNew: false });
    expect(second.id).toBe(first.id);
    expect(fake.state.leads.size).toBe(1);
    expect(fake.state.customFieldValues.all()).toMatchObject([
      { custom_field_uuid: field.uuid, value: 'profile' },
    ]);
    expect(calls()).toHaveLength(2);
    expect(fake.state.violations).toEqual([]);
  });

  it('sends nothing of what is absent, so that nothing is overwritten with nothing', async () => {
    const { fake, client, list, lead } = world();
    lead({ ln_id: ada.lnId, headline: 'Keeps this', about: 'And this' });
    const saved = await upsertContact(client, {
      fields: { lnId: ada.lnId, position: 'CTO', headline: undefined, about: '' },
      listId: list.uuid,
    });
    expect(saved.fields).toMatchObject({ headline: 'Keeps this', about: 'And this', position: 'CTO' });
    expect(fake.control.log()[0]?.body).toEqual({
      lead: { linkedin_id: ada.lnId, ln_id: ada.lnId, position: 'CTO' },
      list_uuid: list.uuid,
      update_if_exists: true,
    });
  });

  it.each(['refused', 'returned'] as const)(
    'leaves a namesake at the same company alone (server: known contact %s)',
    async (knownContact) => {
      const { fake, client, list, lead } = world({ quirks: { knownContact } });
      const namesake = lead({
        ...{ ln_id: grace.lnId, linkedin: 'ada-example-2' },
        first_name: 'Ada',
        last_name: 'Example',
        company_name: 'Acme',
      });
      const before = structuredClone(namesake);
      await expect(upsertContact(client, { fields, listId: list.uuid, isNew: true })).rejects.toMatchObject({
        kind: 'rejected',
      });
      expect(fake.state.leads.all()).toEqual([before]);
    },
  );

  it.each(['refused', 'returned'] as const)(
    'completes a contact that had no LinkedIn id yet (server: known contact %s)',
    async (knownContact) => {
      const { fake, client, list, lead } = world({ quirks: { knownContact } });
      const { uuid } = lead({ work_email: 'ada@acme.example' });
      const saved = await upsertContact(client, { fields, listId: list.uuid, isNew: true });
      expect(saved).toMatchObject({ id: uuid, fields: { lnId: ada.lnId, firstName: 'Ada' } });
      expect(fake.state.leads.size).toBe(1);
    },
  );

  it('makes one contact also when the answer to the first try was lost', async () => {
    const { fake, client, list } = world();
    const save = { fields: { lnId: ada.lnId, firstName: 'Ada' }, listId: list.uuid, isNew: true };
    fake.control.fail({ fault: { kind: 'drop', when: 'after' } });
    await expect(upsertContact(client, save)).rejects.toMatchObject({ kind: 'offline' });
    const saved = await upsertContact(client, save);
    expect(fake.state.leads.all().map(({ uuid }) => uuid)).toEqual([saved.id]);
  });

  it('passes the words of the server on when it does not take the save', async () => {
    const { client } = world();
    await expect(upsertContact(client, { fields, listId: 'gone', isNew: true })).rejects.toMatchObject({
      kind: 'rejected',
      field: 'list',
      message: 'The selected list uuid is invalid.',
    });
  });

  it('looks the contact up when the answer was empty', async () => {
    const { fake, client, list } = world();
    fake.control.fail({ path: '/leads/api/leads/upsert', fault: { kind: 'empty' } });
    const saved = await upsertContact(client, { fields, listId: list.uuid });
    expect(saved.id).toBe(fake.state.leads.all()[0]?.uuid);
  });

  it('is tried once: waiting is the caller’s business', async () => {
    const { fake, client, calls, list } = world();
    fake.control.fail({ times: 9, fault: { kind: 'drop', when: 'after' } });
    await expect(upsertContact(client, { fields, listId: list.uuid })).rejects.toMatchObject({
      kind: 'offline',
    });
    expect(calls()).toHaveLength(1);
  });

  it('needs a LinkedIn id', async () => {
    const { client, calls, list } = world();
    await expect(
      upsertContact(client, { fields: { firstName: 'Ada' }, listId: list.uuid }),
    ).rejects.toMatchObject({ kind: 'rejected' });
    expect(calls()).toEqual([]);
  });
});

describe('creating a contact that was not looked up', () => {
  const fields = { lnId: grace.lnId, handle: grace.handle, firstName: 'Grace' };

  it.each([{}, { contactForm: 'wrapped' as const }, { knownContact: 'returned' as const }])(
    'makes it with one request (%o)',
    async (quirks) => {
      const { client, fake, list, calls } = world({ quirks });
      const { contact, isRefused } = await createContact(client, { fields, listId: list.uuid });
      expect(isRefused).toBe(false);
      expect(contact?.fields).toMatchObject(fields);
      expect(fake.state.leads.all()).toHaveLength(1);
      expect(calls()).toHaveLength(1);
    },
  );

  it.each([
    ['refused', true],
    ['returned', false],
  ] as const)(
    'touches nobody whom the server has under another id (known: %s)',
    async (knownContact, isRefused) => {
      const { client, fake, list } = world({ quirks: { knownContact } });
      const lead = { list_uuid: list.uuid, linkedin: grace.handle, first_name: 'G.' };
      const known = fake.make.lead(demoOwner, lead);
      const creation = await createContact(client, { fields, listId: list.uuid });
      expect(creation.isRefused).toBe(isRefused);
      expect(creation.contact?.id).toBe(isRefused ? undefined : known.uuid);
      expect(fake.state.leads.all()).toMatchObject([{ uuid: known.uuid, first_name: 'G.' }]);
    },
  );

  it('does not take a namesake for the person', async () => {
    const { client, fake, list } = world({ quirks: { knownContact: 'returned' } });
    const namesake = { name: 'Grace', first_name: 'Grace', company_name: 'Navy' };
    fake.make.lead(demoOwner, { list_uuid: list.uuid, linkedin: 'another-grace', ...namesake });
    const creation = await createContact(client, {
      fields: { ...fields, companyName: 'Navy' },
      listId: list.uuid,
    });
    expect(creation).toEqual({ contact: undefined, isRefused: false });
  });

  it('tells a refusal that has nothing to do with who it is', async () => {
    const { client, fake } = world();
    const gone = fake.make.list(demoOwner, 'Gone').uuid;
    fake.state.lists.remove(gone);
    await expect(createContact(client, { fields, listId: gone })).rejects.toMatchObject({
      kind: 'rejected',
      field: 'list',
    });
  });

  it('fails like any other request when the server cannot be reached', async () => {
    const { client, fake, list } = world();
    fake.control.goDown();
    await expect(createContact(client, { fields, listId: list.uuid })).rejects.toMatchObject({
      name: 'GrinfiError',
    });
  });
});

describe('a contact by its id', () => {
  it.each(['dropped', 'saved'] as const)(
    'is changed and emptied field by field (server: email %s)',
    async (emailOnUpdate) => {
      const { fake, client, lead } = world({ quirks: { emailOnUpdate } });
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
    const { client, lead } = world();
    const { uuid } = lead({ work_email: 'a@acme.example' });
    await updateContact(client, uuid, { email: null });
    expect((await getContact(client, uuid))?.fields.email).toBeUndefined();
  });

  it('is left alone when there is nothing to change', async () => {
    const { client, calls } = world();
    await updateContact(client, 'c1', { headline: undefined });
    expect(calls()).toEqual([]);
  });

  it('is gone after deletion, and stays so', async () => {
    const { client, lead } = world();
    const { uuid } = lead({});
    await deleteContact(client, uuid);
    await deleteContact(client, uuid);
    expect(await getContact(client, uuid)).toBeUndefined();
  });
});

describe('actions on many contacts', () => {
  it('change tags, stage and list', async () => {
    const { fake, client, lead } = world();
    const [one, two] = [fake.make.tag(demoOwner, 'One').uuid, fake.make.tag(demoOwner, 'Two').uuid];
    const stage = fake.state.stages.all().find(({ name }) => name === 'Replied')?.uuid ?? '';
    const list = fake.make.list(demoOwner, 'Other').uuid;
    const people = [lead({}), lead({})];
    const ids = people.map(({ uuid }) => uuid);
    await addTagsToContacts(client, ids, [one, two, one]);
    expect(people.map(({ tags }) => tags)).toEqual([
      [one, two],
      [one, two],
    ]);
    await removeTagsFromContacts(client, ids, [one]);
    expect(people[0]?.tags).toEqual([two]);
    await replaceTagsOfContacts(client, ids, [one]);
    expect(people[1]?.tags).toEqual([one]);
    await changeStageOfContacts(client, ids, stage);
    await changeListOfContacts(client, ids, list);
    expect(people).toMatchObject([{ pipeline_stage_uuid: stage, list_uuid: list }, { list_uuid: list }]);
    expect(fake.state.violations).toEqual([]);
  });

  it('go out in parts of 500, and not at all without ids', async () => {
    const { client, sent } = clientOn(() => new Response(''));
    await addTagsToContacts(client, [], ['t1']);
    await addTagsToContacts(client, [''], ['t1']);
    await addTagsToContacts(client, ['c1'], []);
    expect(sent).toHaveLength(0);
    const ids = Array.from({ length: 1_001 }, (_, n) => `c${n}`);
    await addTagsToContacts(client, [...ids, 'c0'], ['t1']);
    const filters = sent.map(({ body }) => (body as { filter: { ids: string[]; all: boolean } }).filter);
    expect(filters.map((filter) => filter.ids.length)).toEqual([500, 500, 1]);
    expect(filters.every((filter) => filter.all === false)).toBe(true);
  });
});
