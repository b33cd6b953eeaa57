import type { Maker } from './make.ts';
import { demoOwner, seedUuid } from './seed.ts';
import type { FakeState } from './state.ts';

const dayMs = 86_400_000;

/** Who writes, and what is planned: goes with the contacts of the demo. */
export function seedOutreach(_state: FakeState, make: Maker): void {
  const [odalys, tiberiu, wanjiru] = [1, 2, 3].map((index) => seedUuid(7, index));
  const marla = make.sender(demoOwner, {
    uuid: seedUuid(10, 1),
    first_name: 'Marla',
    last_name: 'Quillfeather',
    label: 'Europe',
    linkedin_browser_id: 301,
    mailbox_uuid: seedUuid(15, 1),
  });
  const jonas = make.sender(demoOwner, {
    uuid: seedUuid(10, 2),
    first_name: 'Jonas',
    last_name: 'Ebbwater',
    linkedin_browser_id: 302,
    hold_tasks_till: make.stamp(-2 * dayMs),
  });
  make.sender(demoOwner, {
    uuid: seedUuid(10, 3),
    first_name: 'Former',
    last_name: 'Colleague',
    status: 'disabled',
  });
  const by = { sender_profile_uuid: marla.uuid };
  make.task(demoOwner, {
    ...by,
    uuid: seedUuid(11, 1),
    lead_uuid: odalys ?? '',
    payload: { template: 'Hello Odalys, shall we set a date for the demo?' },
    note: 'Summer is over.',
    schedule_at: make.stamp(dayMs),
  });
  make.task(demoOwner, {
    sender_profile_uuid: jonas.uuid,
    uuid: seedUuid(11, 2),
    lead_uuid: tiberiu ?? '',
    type: 'linkedin_send_connection_request',
    payload: { template: 'We met at the plant.' },
    schedule_at: make.stamp(-3_600_000),
  });
  make.task(demoOwner, {
    ...by,
    uuid: seedUuid(11, 3),
    lead_uuid: wanjiru ?? '',
    payload: { template: 'Your talk in Lisbon' },
    status: 'failed',
    error_msg: 'The profile is out of your network.',
    attempts: 1,
    schedule_at: make.stamp(3 * dayMs),
  });
  make.task(demoOwner, {
    ...by,
    uuid: seedUuid(11, 4),
    lead_uuid: odalys ?? '',
    flow_uuid: seedUuid(8, 1),
    automation: 'auto',
    status: 'closed',
    schedule_at: make.stamp(5 * dayMs),
    executed_at: make.stamp(5 * dayMs),
  });
}
