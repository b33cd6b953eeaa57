import type { CompanyRow, LeadRow } from '../../fake-grinfi/rows.ts';
import { Names } from '../../fake-grinfi/summary.ts';
import type { World } from './world.ts';

/** What Grinfi holds after a test, in names in place of ids. */

/** @throws if there is not exactly one contact with this LinkedIn handle */
export function contactRow({ crm }: World, handle: string): LeadRow {
  const found = crm.state.leads.all().filter((lead) => lead.linkedin === handle);
  const [lead] = found;
  if (!lead || found.length > 1) throw new Error(`${found.length} contacts with the handle ${handle}`);
  return lead;
}

export function contact(world: World, handle: string) {
  const lead = contactRow(world, handle);
  const names = new Names(world.crm.state);
  return {
    list: names.list(lead.list_uuid),
    stage: names.stage(lead.pipeline_stage_uuid),
    tags: names.tags(lead.tags),
    notes: names.notes(lead.uuid),
  };
}

/** @throws if there is not exactly one company of this name */
export function companyRow({ crm }: World, name: string) {
  const found = crm.state.companies.all().filter((company) => company.name === name);
  const [company] = found as [CompanyRow | undefined];
  if (!company || found.length > 1) throw new Error(`${found.length} companies named ${name}`);
  const names = new Names(crm.state);
  return {
    ...company,
    stage: names.stage(company.lead_status_uuid),
    tags: names.tags(company.tags),
    lists: company.lists.map((uuid) => names.list(uuid)),
  };
}

/** How many rows there are of what a save can make. */
export function counts({ crm }: World) {
  const { leads, companies, lists, tags, notes } = crm.state;
  return {
    leads: leads.size,
    companies: companies.size,
    lists: lists.size,
    tags: tags.size,
    notes: notes.size,
  };
}

/** Resolves when there is a contact with this handle. */
export function landed({ crm }: World, handle: string): Promise<void> {
  return crm.control.until((state) => state.leads.all().some((lead) => lead.linkedin === handle));
}
