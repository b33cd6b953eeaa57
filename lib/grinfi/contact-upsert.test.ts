import { beforeEach, describe, expect, it, vi } from 'vitest';
import { demoOwner } from '../../fake-grinfi/seed.ts';
import { ada, contactsWorld, grace } from '../testing/contacts-world.ts';
import { createContact, upsertContact } from './contact-upsert.ts';

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
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
    const { fake, client, calls, list } = contactsWorld();
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
    const { fake, client, list, lead } = contactsWorld();
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
      const { fake, client, list, lead } = contactsWorld({ quirks: { knownContact } });
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
      const { fake, client, list, lead } = contactsWorld({ quirks: { knownContact } });
      const { uuid } = lead({ work_email: 'ada@acme.example' });
      const saved = await upsertContact(client, { fields, listId: list.uuid, isNew: true });
      expect(saved).toMatchObject({ id: uuid, fields: { lnId: ada.lnId, firstName: 'Ada' } });
      expect(fake.state.leads.size).toBe(1);
    },
  );

  it('makes one contact also when the answer to the first try was lost', async () => {
    const { fake, client, list } = contactsWorld();
    const save = { fields: { lnId: ada.lnId, firstName: 'Ada' }, listId: list.uuid, isNew: true };
    fake.control.fail({ fault: { kind: 'drop', when: 'after' } });
    await expect(upsertContact(client, save)).rejects.toMatchObject({ kind: 'offline' });
    const saved = await upsertContact(client, save);
    expect(fake.state.leads.all().map(({ uuid }) => uuid)).toEqual([saved.id]);
  });

  it('passes the words of the server on when it does not take the save', async () => {
    const { client } = contactsWorld();
    await expect(upsertContact(client, { fields, listId: 'gone', isNew: true })).rejects.toMatchObject({
      kind: 'rejected',
      field: 'list',
      message: 'The selected list uuid is invalid.',
    });
  });

  it('looks the contact up when the answer was empty', async () => {
    const { fake, client, list } = contactsWorld();
    fake.control.fail({ path: '/leads/api/leads/upsert', fault: { kind: 'empty' } });
    const saved = await upsertContact(client, { fields, listId: list.uuid });
    expect(saved.id).toBe(fake.state.leads.all()[0]?.uuid);
  });

  it('is tried once: waiting is the caller’s business', async () => {
    const { fake, client, calls, list } = contactsWorld();
    fake.control.fail({ times: 9, fault: { kind: 'drop', when: 'after' } });
    await expect(upsertContact(client, { fields, listId: list.uuid })).rejects.toMatchObject({
      kind: 'offline',
    });
    expect(calls()).toHaveLength(1);
  });

  it('needs a LinkedIn id', async () => {
    const { client, calls, list } = contactsWorld();
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
      const { client, fake, list, calls } = contactsWorld({ quirks });
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
      const { client, fake, list } = contactsWorld({ quirks: { knownContact } });
      const lead = { list_uuid: list.uuid, linkedin: grace.handle, first_name: 'G.' };
      const known = fake.make.lead(demoOwner, lead);
      const creation = await createContact(client, { fields, listId: list.uuid });
      expect(creation.isRefused).toBe(isRefused);
      expect(creation.contact?.id).toBe(isRefused ? undefined : known.uuid);
      expect(fake.state.leads.all()).toMatchObject([{ uuid: known.uuid, first_name: 'G.' }]);
    },
  );

  it('does not take a namesake for the person', async () => {
    const { client, fake, list } = contactsWorld({ quirks: { knownContact: 'returned' } });
    const namesake = { name: 'Grace', first_name: 'Grace', company_name: 'Navy' };
    fake.make.lead(demoOwner, { list_uuid: list.uuid, linkedin: 'another-grace', ...namesake });
    const creation = await createContact(client, {
      fields: { ...fields, companyName: 'Navy' },
      listId: list.uuid,
    });
    expect(creation).toEqual({ contact: undefined, isRefused: false });
  });

  it('tells a refusal that has nothing to do with who it is', async () => {
    const { client, fake } = contactsWorld();
    const gone = fake.make.list(demoOwner, 'Gone').uuid;
    fake.state.lists.remove(gone);
    await expect(createContact(client, { fields, listId: gone })).rejects.toMatchObject({
      kind: 'rejected',
      field: 'list',
    });
  });

  it('fails like any other request when the server cannot be reached', async () => {
    const { client, fake, list } = contactsWorld();
    fake.control.goDown();
    await expect(createContact(client, { fields, listId: list.uuid })).rejects.toMatchObject({
      name: 'GrinfiError',
    });
  });
});
