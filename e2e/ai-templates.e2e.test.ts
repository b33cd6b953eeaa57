import { describe, expect } from 'vitest';
import { demoOwner } from '../fake-grinfi/seed.ts';
import { button, input, knownSeed, openMessages, person } from './harness/known-seed.ts';
import type { Capture } from './harness/screens.ts';
import { test as base } from './harness/test.ts';

const renderPath = '/flows/api/ai-templates/render';

const seed = knownSeed(({ lead_uuid }, make, state) => {
  const lead = state.leads.all().find(({ uuid }) => uuid === lead_uuid);
  if (lead) state.leads.update(lead, { company_name: 'Brightfjord Systems', position: 'Head of Ports' });
  make.template(demoOwner, { name: 'Hobby', body: 'Hello {{first_name}}, I hear of {{hobby}}.' });
});
const test = base.extend({ options: { seed } });

async function write(panel: Capture, name: string) {
  await panel.page.getByRole('combobox', { name: 'AI template' }).selectOption(name);
  await button(panel, 'Write a draft').click();
  await button(panel, 'Put into the message').waitFor();
}
const drafter = ({ page }: Capture) => page.getByRole('region', { name: 'AI template' });
const marks = (panel: Capture) => drafter(panel).locator('mark').allTextContents();

describe('an AI template', () => {
  test('is written out for this person, with its facts shown, and goes into the message alone', async ({
    world,
  }) => {
    const panel = await openMessages(world);
    await button(panel, 'AI template').click();
    await write(panel, 'First hello');
    await drafter(panel).getByText('Template with the facts filled in').waitFor();
    expect(await marks(panel)).toEqual(['Ingrid', 'Brightfjord Systems']);
    const facts = drafter(panel).locator('.fact');
    expect(await facts.allTextContents()).toEqual(['first nameIngrid', 'company nameBrightfjord Systems']);
    await button(panel, 'Put into the message').click();
    const text = 'Hello Ingrid, your work at Brightfjord Systems caught my eye.';
    expect(await input(panel).inputValue()).toBe(text);
    expect(world.crm.control.log({ path: renderPath })).toHaveLength(1);
    expect(world.crm.state.messages.all().filter((one) => one.lead_uuid === person(world).uuid)).toEqual([]);
  });

  test('by the language model can be compared with the merged text, fact by fact', async ({ world }) => {
    const panel = await openMessages(world);
    await button(panel, 'AI template').click();
    await write(panel, 'Hello with a thought');
    const which = drafter(panel).getByRole('combobox', { name: 'Text' });
    expect(await which.locator('option:checked').textContent()).toBe('Written by the language model');
    await drafter(panel)
      .getByText(/A model would rewrite/)
      .waitFor();
    expect(await marks(panel)).toEqual(['Ingrid', 'Head of Ports']);
    await which.selectOption('Template with the facts filled in');
    await drafter(panel)
      .getByText(/^Hello Ingrid, a thought on Head of Ports\.$/)
      .waitFor();
  });

  test('that lacks a fact says so, though the answer looks like a success', async ({ world }) => {
    const panel = await openMessages(world);
    await button(panel, 'AI template').click();
    world.crm.control.fail({ path: renderPath, fault: { kind: 'status', status: 500 } });
    await panel.page.getByRole('combobox', { name: 'AI template' }).selectOption('Hobby');
    await button(panel, 'Write a draft').click();
    await drafter(panel).getByRole('alert').waitFor();
    await button(panel, 'Try again').click();
    await drafter(panel)
      .getByRole('alert')
      .getByText('Grinfi reports: “No value for hobby.” Read the text with care.')
      .waitFor();
    await drafter(panel).getByText('Fallback text').waitFor();
    expect(await drafter(panel).locator('.fact').allTextContents()).toEqual([
      'first nameIngrid',
      'hobbynothing',
    ]);
  });
});
