import { mkdtemp, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { button, input, isEmpty, knownSeed, openMessages, person, sendButton } from './harness/known-seed.ts';
import type { Capture } from './harness/screens.ts';
import { test as base } from './harness/test.ts';
import type { World } from './harness/world.ts';

const path = '/flows/api/attachments';
const test = base.extend({ options: { seed: knownSeed() } });

const file = (name: string, size: number) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.alloc(size, 'x'),
});
const choose = ({ page }: Capture, ...files: ReturnType<typeof file>[]) =>
  page.locator('input[type=file]').setInputFiles(files);
/** Larger than Grinfi takes. It has no bytes on the disk, and none are read. */
async function largeFile(name: string): Promise<string> {
  const place = join(await mkdtemp(join(tmpdir(), 'grinfi-capture-')), name);
  await writeFile(place, '');
  await truncate(place, 21 * 1024 * 1024);
  return place;
}
const row = ({ page }: Capture, name: string) => page.getByRole('listitem').filter({ hasText: name });
const handedOver = async (panel: Capture, name: string) => {
  await row(panel, name).getByText('is being handed over…').waitFor({ state: 'detached' });
  await row(panel, name).waitFor();
};
const stored = (world: World) => world.crm.state.attachments.all().map(({ payload }) => payload.name);

describe('attachments', () => {
  test('are handed over, shown, removed, and go with the message', async ({ world }) => {
    const panel = await openMessages(world);
    await choose(panel, file('berths.pdf', 340_000), file('wrong.pdf', 12));
    await handedOver(panel, 'berths.pdf');
    await handedOver(panel, 'wrong.pdf');
    await row(panel, 'berths.pdf').getByText('340 kB · pdf').waitFor();
    await button(panel, 'Remove wrong.pdf').click();
    await row(panel, 'wrong.pdf').waitFor({ state: 'detached' });
    await world.crm.control.until(({ attachments }) => attachments.size === 1);
    await input(panel).fill('The berths.');
    await sendButton(panel).click();
    await isEmpty(panel);
    const [message] = world.crm.state.messages.all().filter((one) => one.lead_uuid === person(world).uuid);
    expect(message?.attachments).toEqual([{ uuid: world.crm.state.attachments.all()[0]?.uuid }]);
    await panel.page.getByText(/1 attachment/).waitFor();
  });

  test('that fail keep the message back until they are tried again or removed', async ({ world }) => {
    const panel = await openMessages(world);
    world.crm.control.fail({ method: 'POST', path, fault: { kind: 'status', status: 500 } });
    await choose(panel, file('berths.pdf', 1_000));
    await row(panel, 'berths.pdf')
      .getByText(/not handed over: Grinfi has a problem on its side\./)
      .waitFor();
    await input(panel).fill('The berths.');
    await sendButton(panel).click();
    await panel.page.getByText('Wait until the files are handed over, or remove them.').waitFor();
    await button(panel, 'Retry').click();
    await row(panel, 'berths.pdf').getByRole('alert').waitFor({ state: 'detached' });
    await handedOver(panel, 'berths.pdf');
    await panel.page.locator('input[type=file]').setInputFiles(await largeFile('film.mov'));
    await panel.page.getByText(/^film\.mov is larger than 21 MB/).waitFor();
    await sendButton(panel).click();
    await isEmpty(panel);
    expect(stored(world)).toEqual(['berths.pdf']);
  });

  test('survive a popup that closes while they are handed over; the side panel is offered', async ({
    world,
  }) => {
    await world.visit('/in/ingrid-solvang/');
    const popup = await openMessages(world, await world.popup());
    await button(popup, 'Attach a file').click();
    await popup.page.getByText(/^Some systems close this popup/).waitFor();
    await popup.page.getByRole('button', { name: 'Open the side panel', exact: true }).waitFor();
    const held = world.crm.control.hold({ method: 'POST', path });
    await choose(popup, file('berths.pdf', 1_000));
    await held.reached();
    await popup.close();
    held.release();
    await world.crm.control.until(({ attachments }) => attachments.size === 1);
    const panel = await openMessages(world, await world.panel());
    await handedOver(panel, 'berths.pdf');
    expect(await row(panel, 'berths.pdf').getByRole('alert').count()).toBe(0);
    expect(stored(world)).toEqual(['berths.pdf']);
  });
});
