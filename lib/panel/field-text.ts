import { type TextKey, t } from '../i18n.ts';
import type { SaveStep } from '../outbox/entry-view.ts';
import type { Layer } from '../records.ts';

const labels: Readonly<Record<string, TextKey>> = {
  handle: 'fieldHandle',
  fullName: 'fieldFullName',
  name: 'fieldName',
  firstName: 'fieldFirstName',
  lastName: 'fieldLastName',
  headline: 'fieldHeadline',
  tagline: 'fieldTagline',
  position: 'fieldPosition',
  companyName: 'fieldCompanyName',
  location: 'fieldLocation',
  headquarters: 'fieldHeadquarters',
  about: 'fieldAbout',
  email: 'fieldEmail',
  phone: 'fieldPhone',
  website: 'fieldWebsite',
  domain: 'fieldDomain',
  industry: 'fieldIndustry',
  employeesRange: 'fieldEmployees',
  founded: 'fieldFounded',
  logoUrl: 'fieldLogo',
  twitter: 'fieldTwitter',
  lnId: 'fieldLnId',
  snId: 'fieldSnId',
  companyHandle: 'fieldCompanyHandle',
  companyId: 'fieldCompanyId',
  memberId: 'fieldMemberId',
};

/** The field's name for people; an unknown one (from a newer reader) keeps its own. */
export function fieldLabel(name: string): string {
  const key = labels[name];
  return key ? t(key) : name;
}

/** A part of a save that did not land, with the field where the server named one. */
export const partText = ({ step, field }: { step: SaveStep; field?: string | undefined }): string =>
  field === undefined ? stepText(step) : `${stepText(step)} (${fieldLabel(field)})`;

const layerKeys: Record<Layer, TextKey> = {
  address: 'layerAddress',
  structured: 'layerStructured',
  link: 'layerLink',
  heading: 'layerHeading',
  position: 'layerPosition',
  title: 'layerTitle',
  derived: 'layerDerived',
  user: 'layerUser',
};

/** Where a value was read, in a sentence. */
export function layerText(layer: Layer): string {
  return t(layerKeys[layer]);
}

const stepKeys: Record<SaveStep, TextKey> = {
  lookUp: 'stepLookUp',
  write: 'stepWrite',
  company: 'stepCompany',
  tags: 'stepTags',
  stage: 'stepStage',
  list: 'stepList',
  customFields: 'stepCustomFields',
  note: 'stepNote',
  automations: 'stepAutomations',
  task: 'stepTask',
  enrol: 'stepEnrol',
};

/** The part of a save, as it is named when it failed. */
export function stepText(step: SaveStep): string {
  return t(stepKeys[step]);
}
