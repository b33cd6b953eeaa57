import type { Maker } from '../../fake-grinfi/make.ts';
import { demoOwner, demoSeed, type Seed } from '../../fake-grinfi/seed.ts';
import type { FakeState } from '../../fake-grinfi/state.ts';
import { contactRow } from './crm.ts';
import type { Capture } from './screens.ts';
import type { World } from './world.ts';

/** Who is on screen in the tests of the messages tab. */
const handle = 'ingrid-solvang';

export interface KnownPerson {
  lead_uuid: string;
  /** Marla, who has a mailbox. */
  sender_profile_uuid: string;
  mailbox_uuid: string;
}

/** The demo, with Ingrid in it, and what `more` adds about her. */
export function knownSeed(
  more: (person: KnownPerson, make: Maker, state: FakeState) => void = () => {},
): Seed {
  return (state, make) => {
    demoSeed(state, make);
    const { uuid: lead_uuid } = make.lead(demoOwner, {
      first_name: 'Ingrid',
      last_name: 'Solvang',
      linkedin: handle,
      work_email: 'ingrid@brightfjord.example.com',
      list_uuid: state.lists.all().find((one) => one.name === 'Warm intros')?.uuid ?? '',
    });
    const sender_profile_uuid = state.senders.all().find((one) => one.first_name === 'Marla')?.uuid ?? '';
    const mailbox_uuid = state.mailboxes.all()[0]?.uuid ?? '';
    more({ lead_uuid, sender_profile_uuid, mailbox_uuid }, make, state);
  };
}

export const person = (world: World) => contactRow(world, handle);

/** Opens the messages tab of Ingrid, in the panel or in a popup that is open. */
export async function openMessages(world: World, popup?: Capture): Promise<Capture> {
  if (!popup) await world.visit(`/in/${handle}/`);
  const shown = popup ?? (await world.panel());
  await shown.isLookedUp('In Grinfi');
  await shown.page.getByRole('tab', { name: /^Messages/ }).click();
  return shown;
}

export const button = ({ page }: Capture, name: string) => page.getByRole('button', { name, exact: true });
export const sendButton = ({ page }: Capture) => page.getByRole('button', { name: /^(Send|Try again) / });
export const input = ({ page }: Capture) => page.getByRole('textbox', { name: 'Message to Ingrid' });
/** Waits until what was written has left the form. */
export const isEmpty = ({ page }: Capture) =>
  page.waitForFunction(() => {
    const field = document.querySelector<HTMLTextAreaElement>('.composer textarea');
    return field !== null && field.value === '';
  });
