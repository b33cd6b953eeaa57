import * as hooks from '../linkedin/hooks.ts';

/** Words of LinkedIn's addresses, keys and markup that say nothing about a person. */
const words = `
  http https www com linkedin licdn media static li urn in pub me mwlite company school showcase sales lead
  people account accounts search results connections mynetwork invite connect headless detail details overlay
  contact info about experience education skills projects languages recent activity all edit intro forms posts
  jobs life insights members attendees groups events feed messaging compose preload custom keywords origin
  profile profiles photo displayphoto framedphoto shrink scale logo member fsd fs mini miniprofile
  miniprofileurn profileurn profileid salesprofile entityurn objecturn vanityname currentcompany connectionof
  network code bpr guid datalet request response ember view voyager dash api graph graphql json type data
  included root ref card cards sdui flagship flagshipnav topcard top level section suggested for you services
  featured certification certifications volunteer recommendations publication publications patents course
  courses honors test scores language organizations causes supported locales experiencetoplevelsection
  educationtoplevelsection certificationtoplevel volunteerexperiencetoplevel recommendationstoplevel
  publicationtoplevelsection coursetoplevelsection honorstoplevel testscorestoplevel languagetoplevel
  supportedlocales suggestedforyou profilecardsaboveactivity topcardonly entity collection item
  searchresults snippet verification trigger trigger profileverificationtriggerref main workspace
  mailto tel png jpg jpeg svg gif mp4 html dms image id null true false mediumsmall small medium large accent
  person bug premium verified envelope phone handset link globe calendar house map marker caret auth
  page key client instance pagekey clientpageinstanceid og first last name title description url locale
  authwall login checkpoint challenge uas signup join start
  safety go redir redirect navigation urlhash trk public guest desktop flagship3 base srp content d p
  schema org context graph position worksfor alumniof address jobtitle telephone interactionstatistic
  follower publicidentifier firstname lastname headline occupation universalname employeecountrange
`;

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof RegExp) return [value.source];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}

/** Everything that the readers' hooks name, and the words above. */
export const structuralWords: ReadonlySet<string> = new Set([
  ...wordsIn(words),
  ...textsIn(hooks).flatMap(wordsIn),
]);
