import { plainName, splitName } from '../linkedin/name.ts';
import type { ReadField } from '../records.ts';

type ReadFields = Readonly<Record<string, ReadField | undefined>>;

/**
 * First and last name for a new contact whose page gives the whole name alone.
 *
 * Grinfi's contact has a first and a last name and no whole one, so a contact saved without the two would stand
 * there nameless. Taking the name apart is a guess; putting the parts together again says just what the page says,
 * and that is why these are written although they are not certain. The card shows them to be checked. A name that
 * cannot be taken apart (one word, or a script with its own order of names) becomes the first name as a whole.
 */
export function withNameParts(fields: ReadFields): ReadFields {
  const { fullName } = fields;
  if (fields['firstName'] || fields['lastName'] || !fullName?.certain) return fields;
  const split = splitName(fullName.value);
  const part = (value: string): ReadField => ({ value, from: 'derived', certain: false });
  if (split) return { ...fields, firstName: part(split.firstName), lastName: part(split.lastName) };
  return { ...fields, firstName: part(plainName(fullName.value) || fullName.value) };
}

/** Whether this field is a part of the name, which is as good as the whole. */
export const isNamePart = (name: string): boolean => name === 'firstName' || name === 'lastName';
