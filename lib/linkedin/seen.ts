import type { LinkedInRecord, Reading } from '../records.ts';
import type { ScriptName } from './script-names.ts';

/**
 * What a script in a tab hands to the worker. The script looks; whatever needs the texts alone and not the page
 * (dates, titles and employers of jobs, the parts of a name) is worked out by `complete.ts`, outside the page, so
 * that the script stays small.
 */
export type TabReading =
  | Exclude<Reading, { outcome: 'record' }>
  | { outcome: 'record'; record: LinkedInRecord; seen?: Seen | undefined }
  /** The page is built in another way than this script knows; the named one reads it. */
  | { outcome: 'otherScript'; script: ScriptName };

/** What was seen of a person besides the fields of the record. */
export interface Seen {
  experience?: SeenEntry[] | undefined;
  educations?: SeenEntry[] | undefined;
  shown?: SeenCompany | undefined;
  /** First and last name in the page's own data, which may be those of another spelling. */
  halves?: { firstName?: string | undefined; lastName?: string | undefined } | undefined;
  /** The member has opened the contact overlay of this person: another script reads it. */
  hasOverlay?: boolean | undefined;
}

/** The company that the top card names. Without `sure` it may be a school: then only a job there proves it. */
export interface SeenCompany {
  name: string;
  sure: boolean;
}

/** One item of a section: its first lines, and those of the items in its own lists. */
export interface SeenEntry {
  lines: SeenLine[];
  /** Of the first link. */
  href?: string | undefined;
  roles?: SeenLine[][] | undefined;
}

/** A line of text as it is shown. */
export interface SeenLine {
  text: string;
  /** The text outside the elements in the line, where that is another. */
  own?: string | undefined;
  /** Whether it stands in the same element as the first line. */
  beside?: boolean | undefined;
}
