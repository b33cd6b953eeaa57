import type { Account, Activity, Catalog, Contact, FailureKind, KeyState, LookUp } from '../../crm.ts';
import { type Draft, emptyDraft } from '../../drafts.ts';
import type { EntryView } from '../../outbox/entry-view.ts';
import type { LinkedInRecord, Reading } from '../../records.ts';
import { noWorkspaces, type Workspaces } from '../../workspaces.ts';
import type { CanaryState } from '../canary.ts';
import { buildForm, type FormModel, type FormPresets } from '../form.ts';
import type { Press } from '../save-state.ts';

/** What the popup and the side panel show, as one value. */

/** `remembered` is what an earlier lookup said, shown while a new one is under way. */
export type LookUpState = { state: 'checking'; remembered?: LookUp | undefined } | LookUp;

export type PageState =
  | { step: 'opening' }
  /** Not LinkedIn, or an address that we may not see. */
  | { step: 'elsewhere' }
  | { step: 'reading'; url: string }
  | { step: 'outcome'; url: string; reading: Exclude<Reading, { outcome: 'record' }> }
  | { step: 'failed'; url: string; kind: FailureKind; message: string }
  | {
      step: 'record';
      url: string;
      pageKey: string;
      record: LinkedInRecord;
      lookUp: LookUpState;
      /** `reading`: shown from memory, while the page is read anew · `stale`: which then failed */
      freshness: 'fresh' | 'reading' | 'stale';
    };
export type RecordPage = Extract<PageState, { step: 'record' }>;

export type CompanyPeople =
  | { step: 'none' }
  | { step: 'loading' }
  | { step: 'ready'; people: { contact: Contact; lastActivity?: Activity | undefined }[] }
  | { step: 'failed'; kind: FailureKind };

export interface CaptureState {
  page: PageState;
  draft: Draft;
  press: Press;
  /** The entry that this screen's last press made. */
  entryId: string | undefined;
  people: CompanyPeople;
  canary: CanaryState;
  catalog: Catalog | undefined;
  account: Account | undefined;
  /** Those that the user has keys of; `catalog`, `account`, `keyState` and `presets` are the active one's. */
  workspaces: Workspaces;
  keyState: KeyState;
  outbox: EntryView[];
  /** Saves that were collected and not sent. */
  heldCount: number;
  /** Save collects here and sends nothing. */
  isCollecting: boolean;
  /** Why the outbox cannot be used, while it cannot. */
  outboxFault: { kind: FailureKind; message: string } | undefined;
  /** Why the stored keys could not be brought up to date, while they could not. */
  keyFault: { kind: FailureKind; message: string } | undefined;
  presets: FormPresets;
  /** Minimum-data mode: the fields ticked from the start; absent while it is off. */
  minimum: readonly string[] | undefined;
  isOnline: boolean;
}

export const openingState: CaptureState = {
  page: { step: 'opening' },
  draft: emptyDraft,
  press: { step: 'none' },
  entryId: undefined,
  people: { step: 'none' },
  canary: { step: 'none' },
  catalog: undefined,
  account: undefined,
  workspaces: noWorkspaces,
  keyState: 'none',
  outbox: [],
  heldCount: 0,
  isCollecting: false,
  outboxFault: undefined,
  keyFault: undefined,
  presets: {},
  minimum: undefined,
  isOnline: true,
};

/** The form of the page shown, or `undefined` while no record is. */
export function formOf(state: CaptureState): FormModel | undefined {
  const { page, draft, presets, catalog, minimum } = state;
  if (page.step !== 'record') return undefined;
  const form = buildForm({
    record: page.record,
    draft,
    presets,
    catalog,
    lookUp: settledLookUp(page.lookUp),
    minimum,
  });
  // Without a key there are no lists to choose from; a collected record takes the default one when it is sent.
  return state.isCollecting && state.keyState === 'none' ? { ...form, isListMissing: false } : form;
}

/** Of the outbox, what goes into the workspace that is shown: a page may wait in another at the same time. */
export function entriesShown({ outbox, workspaces: { activeId } }: CaptureState): EntryView[] {
  return outbox.filter(
    ({ workspaceId }) => workspaceId === undefined || activeId === undefined || workspaceId === activeId,
  );
}

/** What is known of the record by now, be it from before. */
export function settledLookUp(lookUp: LookUpState): LookUp | undefined {
  return lookUp.state === 'checking' ? lookUp.remembered : lookUp;
}
