import { describe, expect, it } from 'vitest';
import { demoOwner, demoSeed, seedUuid } from '../../fake-grinfi/seed.ts';
import { clientOn, json } from '../testing/answering.ts';
import { fakeGrinfiClient } from '../testing/fake-grinfi-client.ts';
import { listAiTemplates, renderAiTemplate } from './ai-templates.ts';

const on = { contactId: seedUuid(7, 1), senderProfileId: seedUuid(10, 1) };

describe('AI templates', () => {
  it('are listed and filled in, with or without a model', async () => {
    const { fake, client } = fakeGrinfiClient({ seed: demoSeed });
    const [plain, clever] = await listAiTemplates(client);
    expect(plain).toMatchObject({ name: 'First hello', kind: 'message', prompt: undefined });
    const merged = 'Hello Odalys, your work at Harborlight Analytics caught my eye.';
    expect(await renderAiTemplate(client, { ...on, templateId: plain?.id ?? '' })).toEqual({
      text: merged,
      merged,
    });
    const generated = await renderAiTemplate(client, { ...on, templateId: clever?.id ?? '' });
    expect(generated.text).toBe(generated.generated);
    expect(generated).toMatchObject({
      merged: 'Hello Odalys, a thought on Chief Executive Officer.',
      instructions: 'Two warm sentences, no flattery.',
    });
    expect(fake.state.violations).toEqual([]);
  });

  it('name a problem that looks like a success, and give the fallback', async () => {
    const { fake, client } = fakeGrinfiClient({ seed: demoSeed });
    const body = 'Hello {{first_name}}, about {{favourite_tree}}';
    const template = fake.make.template(demoOwner, { name: 'Trees', body, prompt: 'Trees only' });
    const where = { ...on, templateId: template.uuid };
    expect(await renderAiTemplate(client, where)).toEqual({
      text: 'Hello Odalys, about',
      fallback: 'Hello Odalys, about',
      instructions: 'Trees only',
      problem: 'No value for favourite_tree.',
    });
    fake.state.templates.update(template, { enable_fallback: false });
    expect((await renderAiTemplate(client, where)).text).toBeUndefined();
    expect(fake.state.violations).toEqual([]);
  });

  it('that are deleted and say so are left out', async () => {
    const rows = [
      { uuid: 't1', name: 'One', type: 'telegram' },
      { uuid: 't2', name: 'Two', deleted_at: '2026-01-01' },
    ];
    const { client } = clientOn(() => json({ data: rows, has_more: false }));
    expect(await listAiTemplates(client)).toMatchObject([{ id: 't1', kind: 'telegram' }]);
  });

  it('are rendered once, since that may cost credits', async () => {
    const { client, sent } = clientOn(() => json({}, 402));
    await expect(renderAiTemplate(client, { ...on, templateId: 't1' })).rejects.toMatchObject({
      kind: 'payment',
    });
    expect(sent).toHaveLength(1);
  });
});
