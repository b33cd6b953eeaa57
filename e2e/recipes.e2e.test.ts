import { describe, expect } from 'vitest';
import { contact } from './harness/crm.ts';
import { test } from './harness/test.ts';

describe('recipes', () => {
  test('one made from the form is done for the next person with Alt and its number', async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    const first = await world.popup();
    await first.isLookedUp('New');
    await first.choose('List', 'Warm intros');
    await first.choose('Stage', 'Approaching');
    await first.addTag('Partner');
    await first.note.fill('Met Ingrid at the fair');
    await first.page.getByRole('button', { name: 'Save as recipe' }).click();
    const name = first.page.getByRole('textbox', { name: 'Name of the recipe' });
    await name.fill('Fair');
    await name.press('Enter');
    const preview = first.page.getByText('List Warm intros · Stage Approaching · Partner · Note');
    await preview.filter({ visible: true }).waitFor();
    await first.page.getByRole('button', { name: 'Fair' }).click();
    await first.isSaved();
    expect(contact(world, 'ingrid-solvang')).toEqual({
      list: 'Warm intros',
      stage: 'Approaching',
      tags: ['Partner'],
      notes: ['Met Ingrid at the fair'],
    });
    await first.close();

    await world.visit('/in/priya-venkat-lund/');
    const second = await world.popup();
    await second.isLookedUp('New');
    await second.page.getByRole('button', { name: 'Fair' }).waitFor();
    await second.page.keyboard.press('Alt+Digit1');
    await second.isSaved();
    expect(contact(world, 'priya-venkat-lund')).toEqual({
      list: 'Warm intros',
      stage: 'Approaching',
      tags: ['Partner'],
      notes: ['Met Priya at the fair'],
    });
  });
});
