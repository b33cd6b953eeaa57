import { real } from '../linkedin/fields.ts';
import { textOf } from '../linkedin/text.ts';

/** Longer than any field that a page always has; more was not meant to be one field. */
const longest = 300;

/** What an element that the user pointed at gives as a value; undefined for nothing, or for too much. */
export function pointedText(element: Element | undefined): string | undefined {
  return element && real(textOf(element), longest);
}
