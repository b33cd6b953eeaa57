import type { ExperienceEntry, Layer, PersonFieldName } from '../records.ts';
import type { FieldBuilder } from './fields.ts';

/** The company that the top card names beside a person, where it does. */
export interface ShownCompany {
  name: string;
  handle?: string | undefined;
}

/**
 * Puts position and company from the jobs without an end. Of several, the one at the company that the top
 * card shows counts, else the first, which is the person's own order; it is certain only when nothing
 * speaks for another.
 */
export function putCurrentJob(
  fields: FieldBuilder<PersonFieldName>,
  experience: readonly ExperienceEntry[],
  shown: ShownCompany | undefined,
  from: Layer,
): void {
  const open = experience.filter((entry) => entry.current);
  // A title at another company than the one shown would make a pair that is true of nobody.
  const job = shown ? open.find((entry) => sameText(entry.company, shown.name)) : open[0];
  if (!job) {
    fields.put('companyName', shown?.name, from);
    fields.put('companyHandle', shown?.handle, 'link');
    return;
  }
  const certain = shown !== undefined || open.length === 1;
  fields.put('position', job.title, from, certain);
  fields.put('companyName', job.company, from, certain);
  fields.put('companyHandle', job.companyHandle, 'link', certain);
  fields.put('companyId', job.companyId, 'link', certain);
}

function sameText(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
