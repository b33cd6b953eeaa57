import type { Catalog, Company, Contact, LookUp } from '../crm.ts';
import { emptyDraft } from '../drafts.ts';
import { failureWords } from '../failure-words.ts';
import type { EntryView } from '../outbox/entry-view.ts';
import { pageKeyOf } from '../page-key.ts';
import type { CaptureState, LookUpState, PageState } from '../panel/capture/state.ts';
import type { CompanyRecord, Layer, LinkedInRecord, PersonRecord, ReadField } from '../records.ts';

/** Fictional people and companies, and every state of the panel, for tests of the screens. */

/** The time at which the states below are shown, ms since 1970. */
export const now = Date.parse('2026-11-23T12:00:00Z');
const day = 86_400_000;
const ago = (days: number) => new Date(now - days * day).toISOString();

export function read(value: string, from: Layer = 'link', certain = true): ReadField {
  return { value, from, certain };
}

export const catalog: Catalog = {
  lists: [
    { id: 'l1', name: 'DACH founders' },
    { id: 'l2', name: 'Nordics Q4' },
  ],
  tags: [
    { id: 't1', name: 'Hot lead', color: '#e5533d' },
    { id: 't2', name: 'Webinar', color: '#3d7be5' },
    { id: 't3', name: 'Speaker', color: '#8a4fd0' },
  ],
  contactStages: [
    { id: 's1', name: 'New', category: 'cold' },
    { id: 's2', name: 'In talks', category: 'engaging' },
    { id: 's3', name: 'Customer', category: 'positive' },
  ],
  companyStages: [
    { id: 'c1', name: 'Target', category: 'cold' },
    { id: 'c2', name: 'Account', category: 'positive' },
  ],
  customFields: [
    { id: 'f1', name: 'Budget', object: 'contact' },
    { id: 'f2', name: 'Region', object: 'company' },
  ],
  fetchedAt: now,
};

export const person: PersonRecord = {
  kind: 'person',
  pageUrl: 'https://www.linkedin.com/in/mara-lindqvist',
  layout: 'sdui',
  notices: [],
  fields: {
    handle: read('mara-lindqvist', 'address'),
    lnId: read(`ACoAA${'b'.repeat(34)}`, 'structured'),
    fullName: read('Mara Lindqvist', 'heading'),
    firstName: read('Mara', 'structured'),
    lastName: read('Lindqvist', 'structured'),
    headline: read('Head of Revenue Operations at Fjordlight · building calm sales teams', 'position'),
    position: read('Head of Revenue Operations', 'position'),
    companyName: read('Fjordlight'),
    companyHandle: read('fjordlight'),
    location: read('Gothenburg, Västra Götaland County, Sweden', 'title', false),
    about: read('I help sales teams do less, better.', 'position'),
    email: read('mara@fjordlight.example'),
    followers: read('2310', 'position'),
  },
  experience: [
    {
      title: 'Head of Revenue Operations',
      company: 'Fjordlight',
      from: 'Jan 2024',
      to: 'Present',
      current: true,
    },
    { title: 'Sales Operations Manager', company: 'Northbay Freight', from: '2019', to: '2024' },
  ],
  educations: [{ school: 'Example University', degree: 'MSc Logistics' }],
};

export const company: CompanyRecord = {
  kind: 'company',
  pageUrl: 'https://www.linkedin.com/company/fjordlight',
  layout: 'ember',
  notices: ['aboutTabHasMore'],
  fields: {
    name: read('Fjordlight', 'heading'),
    handle: read('fjordlight', 'address'),
    companyId: read('90210', 'structured'),
    tagline: read('Light for long winters', 'position'),
    website: read('https://fjordlight.example'),
    domain: read('fjordlight.example', 'derived'),
    industry: read('Renewable energy', 'position'),
    employeesRange: read('51-200', 'position'),
    headquarters: read('Gothenburg, Sweden', 'position'),
  },
};

/** As Grinfi knows the person: with her former job. */
export const knownContact: Contact = {
  id: 'k1',
  object: 'contact',
  fields: {
    firstName: 'Mara',
    lastName: 'Lindqvist',
    fullName: 'Mara Lindqvist',
    headline: 'Sales Operations Manager at Northbay Freight',
    position: 'Sales Operations Manager',
    companyName: 'Northbay Freight AB',
    location: 'Gothenburg, Sweden',
    about: 'I help sales teams do less, better.',
    email: 'mara@fjordlight.example',
  },
  listId: 'l2',
  stageId: 's2',
  tagIds: ['t3'],
  ownerId: 'u1',
};

/** As Grinfi knows her once everything is up to date. */
export const sameContact: Contact = {
  ...knownContact,
  fields: {
    ...knownContact.fields,
    headline: 'Head of Revenue Operations at Fjordlight · building calm sales teams',
    position: 'Head of Revenue Operations',
    companyName: 'Fjordlight AB',
  },
};

export const knownCompany: Company = {
  id: 'k9',
  object: 'company',
  fields: { name: 'Fjordlight AB', website: 'fjordlight.example', employeesRange: '11-50' },
  listIds: ['l1'],
  stageId: 'c2',
  tagIds: ['t2'],
  ownerId: 'u9',
};

export function known(record: Contact | Company): LookUp {
  return { state: 'known', record, lastActivity: { type: 'linkedin_message_replied', at: ago(3) } };
}

export function entry(state: EntryView['state'], more: Partial<EntryView> = {}): EntryView {
  return {
    id: `entry-${state}`,
    pageKey: pageKeyOf(person),
    kind: 'person',
    title: 'Mara Lindqvist',
    state,
    done: [],
    failed: [],
    queuedAt: now - 2_000,
    ...more,
  };
}

const base: CaptureState = {
  page: { step: 'elsewhere' },
  draft: emptyDraft,
  press: { step: 'none' },
  entryId: undefined,
  people: { step: 'none' },
  canary: { step: 'none' },
  catalog,
  account: {
    userId: 'u1',
    userName: 'Ada Example',
    email: 'ada@workshop.example',
    workspaceName: 'Workshop North',
  },
  workspaces: { version: 1, all: [] },
  keyFault: undefined,
  minimum: undefined,
  keyState: 'ok',
  outbox: [],
  heldCount: 0,
  isCollecting: false,
  outboxFault: undefined,
  presets: { listId: 'l1', tagIds: ['t1', 't2'], contactStageId: 's1', companyStageId: 'c1' },
  isOnline: true,
};

export function recordPage(
  record: LinkedInRecord,
  lookUp: LookUpState,
  freshness: 'fresh' | 'reading' | 'stale' = 'fresh',
): PageState {
  return { step: 'record', url: record.pageUrl, pageKey: pageKeyOf(record), record, lookUp, freshness };
}

const noKey = { catalog: undefined, account: undefined, keyState: 'none' as const };
const failedTag = {
  step: 'tags' as const,
  kind: 'rejected' as const,
  message: 'The tag is too long.',
  field: 'Hot lead',
};
const failedWrite = {
  step: 'write' as const,
  kind: 'rejected' as const,
  message: 'The company name must not be longer than 255 characters.',
};
const unkept = (step: 'write' | 'tags', field?: string) => ({
  step,
  kind: 'rejected' as const,
  message: failureWords.notKept,
  ...(field && { field }),
});
const everyEntry: EntryView[] = [
  entry('parked', { pageKey: 'in/jonas-feld', title: 'Jonas Feld', failed: [failedWrite] }),
  entry('partial', { pageKey: 'in/ines-almada', title: 'Ines Almada', failed: [failedTag] }),
  entry('partial', {
    id: 'entry-not-kept',
    pageKey: 'in/odile-brandt',
    title: 'Odile Brandt',
    failed: [unkept('write', 'headline'), unkept('tags')],
  }),
  entry('waiting', { pageKey: 'in/tomasz-wrona', title: 'Tomasz Wrona', waitingFor: 'offline' }),
  entry('sending', { pageKey: 'company/okafor', title: 'Okafor & Daughters', kind: 'company' }),
  entry('saved', {
    pageKey: 'in/priya-raman',
    title: 'Priya Raman',
    savedAt: now - day,
    crmUrl: 'https://leadgen.grinfi.io/crm/contacts/k2',
  }),
  entry('saved', {
    id: 'entry-checking',
    pageKey: 'in/runa-eide',
    title: 'Runa Eide',
    savedAt: now - 20_000,
    checking: true,
  }),
  entry('undone', { pageKey: 'in/leo-marchetti', title: 'Leo Marchetti', queuedAt: now - 2 * day }),
];
const savedEntry = entry('saved', {
  created: true,
  savedAt: now,
  undoUntil: now + 15_000,
  crmUrl: 'https://leadgen.grinfi.io/crm/contacts/k1',
});
const unchecked = (kind: 'server' | 'offline' | 'auth' | 'busy') => ({
  state: 'unchecked' as const,
  kind,
  message: '',
});

const { location: _, ...withoutPlace } = person.fields;
/** A profile whose place and headline LinkedIn has moved. */
const changedPage = recordPage(
  { ...person, fields: withoutPlace, missing: ['headline', 'location'] },
  { state: 'new' },
);

/** Every state that the popup and the side panel can show, by name. */
export const panelStates = {
  opening: { ...base, page: { step: 'opening' } },
  new: { ...base, page: recordPage({ ...person, notices: ['experienceNotLoaded'] }, { state: 'new' }) },
  checking: { ...base, page: recordPage(person, { state: 'checking' }, 'reading') },
  unchecked: { ...base, page: recordPage(person, unchecked('server')) },
  rateLimited: { ...base, page: recordPage(person, unchecked('busy')) },
  offline: { ...base, isOnline: false, page: recordPage(person, unchecked('offline')) },
  known: { ...base, page: recordPage(person, known(knownContact)) },
  upToDate: { ...base, page: recordPage(person, known(sameContact)) },
  stale: { ...base, page: recordPage(person, known(sameContact), 'stale') },
  severalWorkspaces: {
    ...base,
    workspaces: {
      version: 1,
      activeId: '1',
      all: [
        { id: '1', name: 'Workshop North', keyState: 'ok' },
        { id: '2', name: 'Workshop South', keyState: 'ok' },
        { id: '3', name: 'Workshop East', keyState: 'refused' },
      ],
    },
    page: recordPage(person, { state: 'new' }),
  },
  minimumData: { ...base, minimum: ['position'], page: recordPage(person, { state: 'new' }) },
  queueing: { ...base, page: recordPage(person, { state: 'new' }), press: { step: 'queueing' } },
  pressFailed: {
    ...base,
    page: recordPage(person, { state: 'new' }),
    press: { step: 'failed', kind: 'storage', message: '' },
  },
  sending: { ...base, page: recordPage(person, { state: 'new' }), outbox: [entry('sending')] },
  saved: { ...base, page: recordPage(person, known(sameContact)), outbox: [savedEntry] },
  savedChecking: {
    ...base,
    page: recordPage(person, known(sameContact)),
    outbox: [{ ...savedEntry, checking: true }],
  },
  partial: {
    ...base,
    page: recordPage(person, known(sameContact)),
    outbox: [entry('partial', { failed: [failedTag] })],
  },
  notKept: {
    ...base,
    page: recordPage(person, known(sameContact)),
    outbox: [entry('partial', { failed: [unkept('write', 'headline'), unkept('tags')] })],
  },
  parked: {
    ...base,
    page: recordPage(person, { state: 'new' }),
    outbox: [entry('parked', { failed: [failedWrite] })],
  },
  waiting: {
    ...base,
    isOnline: false,
    page: recordPage(person, unchecked('offline')),
    outbox: [entry('waiting', { waitingFor: 'offline' })],
  },
  waitingForGrinfi: {
    ...base,
    page: recordPage(person, unchecked('busy')),
    outbox: [entry('waiting', { waitingFor: 'busy', retryAt: now + 60_000 })],
  },
  undone: { ...base, page: recordPage(person, { state: 'new' }), outbox: [entry('undone')] },
  collected: {
    ...base,
    isCollecting: true,
    heldCount: 1,
    page: recordPage(person, { state: 'new' }),
    outbox: [entry('waiting', { held: true })],
  },
  storageFull: {
    ...base,
    outboxFault: { kind: 'storage', message: '' },
    page: recordPage(person, { state: 'new' }),
  },
  company: { ...base, page: recordPage(company, { state: 'new' }) },
  companyKnown: {
    ...base,
    page: recordPage(company, known(knownCompany)),
    people: {
      step: 'ready',
      people: [
        { contact: knownContact, lastActivity: { type: 'email_sent', at: ago(1) } },
        { contact: { ...knownContact, id: 'k2', stageId: undefined, fields: { fullName: 'Elias Nyström' } } },
      ],
    },
  },
  missing: { ...base, page: changedPage },
  pointing: { ...base, page: changedPage, canary: { step: 'pointing', field: 'location' } },
  pointed: {
    ...base,
    page: recordPage({ ...person, pointed: ['location'] }, { state: 'new' }),
    canary: { step: 'copying' },
  },
  copied: { ...base, page: changedPage, canary: { step: 'copied', html: '<html><p>Roku</p></html>' } },
  copyFailed: { ...base, page: changedPage, canary: { step: 'failed', kind: 'page', message: '' } },
  noKey: { ...base, ...noKey, page: recordPage(person, unchecked('auth')) },
  noKeyElsewhere: { ...base, ...noKey },
  refused: { ...base, keyState: 'refused', page: recordPage(person, unchecked('auth')) },
  reading: { ...base, page: { step: 'reading', url: person.pageUrl } },
  elsewhere: { ...base, outbox: everyEntry },
  wall: outcome({ outcome: 'wall' }),
  notFound: outcome({ outcome: 'notFound' }),
  anonymous: outcome({ outcome: 'anonymous' }),
  unsupported: outcome({ outcome: 'unsupported' }),
  list: outcome({
    outcome: 'list',
    list: { kind: 'people', pageUrl: person.pageUrl, layout: 'sdui', rows: [] },
  }),
  changedList: outcome({
    outcome: 'list',
    list: { kind: 'people', pageUrl: person.pageUrl, layout: 'sdui', rows: [], missing: ['headline'] },
  }),
  notReady: outcome({ outcome: 'notReady', page: 'profile', missing: ['fullName', 'handle'] }),
  failed: { ...base, page: { step: 'failed', url: person.pageUrl, kind: 'page', message: '' } },
} satisfies Record<string, CaptureState>;

function outcome(reading: Extract<PageState, { step: 'outcome' }>['reading']): CaptureState {
  return { ...base, page: { step: 'outcome', url: person.pageUrl, reading } };
}

export type PanelStateName = keyof typeof panelStates;
