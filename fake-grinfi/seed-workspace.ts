import type { Maker } from './make.ts';
import { demoOwner, seedUuid } from './seed.ts';
import type { FakeState } from './state.ts';

/** What the demo's workspace keeps out. */
export function seedWorkspace(state: FakeState, make: Maker): void {
  state.leadBlacklist.insert({
    ...make.common(demoOwner),
    uuid: seedUuid(19, 1),
    name: 'Peregrin Nettlebrook',
    company_name: null,
    linkedin: 'peregrin-nettlebrook-example',
    ln_id: null,
    email: null,
  });
  state.companyBlacklist.insert({
    ...make.common(demoOwner),
    uuid: seedUuid(20, 1),
    name: 'Thistledown Competitors',
    domain: 'thistledown.example.com',
    linkedin: null,
    ln_id: null,
  });
}
