/** Who and what the sample pages show: invented people and companies, as plain data. */

export interface Company {
  name: string;
  handle: string;
  /** LinkedIn's number. */
  id: string;
  space: 'company' | 'school' | 'showcase';
  tagline?: string;
  industry: string;
  /** As Grinfi writes it: `201-500`, `10001+`. */
  employees?: string;
  headquarters: string;
  website?: string;
  phone?: string;
  founded?: string;
  followers: number;
  about?: string;
  specialties?: string[];
}

/** One role; dates as the page shows them. */
export interface Role {
  title: string;
  from: string;
  to: string;
  duration: string;
  place?: string;
  text?: string;
}

/** An employer with one role, or with several that the page shows as a group. */
export interface Employer {
  name: string;
  /** Absent: an employer without a page. */
  company?: Company;
  type?: string;
  total?: string;
  roles: [Role, ...Role[]];
}

export interface Study {
  school: Company;
  degree?: string;
  years?: string;
}

export type Language = 'en' | 'de' | 'ar' | 'ja' | 'nl' | 'fr';

export interface Person {
  handle: string;
  memberId: string;
  /** As the heading shows it. */
  shownName: string;
  /** Other forms of the full name that are as right. */
  alsoNamed?: string[];
  /** The page does not say where the first name ends: nothing on it, and more than two words or another script. */
  unsplitName?: true;
  firstName: string;
  lastName: string;
  pronouns?: string;
  headline: string;
  location: string;
  about?: string;
  /** The current employer in the top card. */
  chip?: Company;
  /** The school in the top card. */
  school?: Company;
  /** `231` or `500+`; absent on pages that offer to follow only. */
  connections?: string;
  followers?: number;
  degree?: 1 | 2 | 3;
  experience?: Employer[];
  studies?: Study[];
  skills?: string[];
  language: Language;
  /** False: the page shows a drawn silhouette. */
  photo?: boolean;
  verified?: boolean;
  premium?: boolean;
}
