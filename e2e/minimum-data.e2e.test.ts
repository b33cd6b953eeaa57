import { describe, expect } from 'vitest';
import { contactRow } from './harness/crm.ts';
import { test } from './harness/test.ts';

describe('minimum data', () => {
  test('only who it is and what is ticked leaves the browser, and the history proves it', async ({
    world,
  }) => {
    const settings = await world.browser.tab();
    await settings.goto(`${world.browser.origin}/options.html`);
    await settings.getByRole('checkbox', { name: 'Send only who it is, and what I tick' }).check();
    await settings.getByRole('checkbox', { name: 'Location', exact: true }).check();

    await world.visit('/in/ingrid-solvang/');
    const popup = await world.popup();
    await popup.isLookedUp('New');
    await popup.choose('List', 'Warm intros');
    const shown = popup.page.getByRole('group', { name: 'Only these fields leave the browser' });
    await shown.getByRole('checkbox', { name: /^Location: / }).waitFor();
    await shown.getByRole('checkbox', { name: 'Position', exact: true }).check();
    await shown.getByRole('checkbox', { name: /^Position: /, checked: true }).waitFor();
    await popup.save();
    await popup.isSaved();

    const bodies = world.crm.control
      .log()
      .filter(({ path, method }) => method === 'POST' && path === '/leads/api/leads/upsert')
      .map(({ body }) => (body as { lead: Record<string, unknown> }).lead);
    const sent = new Set(bodies.flatMap((lead) => Object.keys(lead)));
    for (const name of ['headline', 'company_name', 'about', 'email']) expect(sent).not.toContain(name);
    const lead = contactRow(world, 'ingrid-solvang');
    expect(lead).toMatchObject({ headline: null, company_name: null, about: null });
    expect(lead.position).toBeTruthy();
    expect(lead.raw_address).toBeTruthy();

    const reply = (await world.browser.message('listHistory', {})) as {
      value: { saves: { sent: { fields: Record<string, string> } }[] };
    };
    const fields = reply.value.saves[0]?.sent.fields ?? {};
    expect(fields).toMatchObject({
      firstName: 'Ingrid',
      position: lead.position,
      location: lead.raw_address,
    });
    expect(Object.keys(fields).sort()).toEqual(
      ['firstName', 'handle', 'lastName', 'lnId', 'location', 'position'].filter((name) => name in fields),
    );
  });
});
