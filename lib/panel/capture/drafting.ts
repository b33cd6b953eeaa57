import { type Draft, draftIn, emptyDraft, isEmptyDraft, keepLeft, leftOf, loadDraft } from '../../drafts.ts';
import { pageKeyOf } from '../../page-key.ts';
import { untypedValue } from '../form.ts';
import { isSpent } from '../save-state.ts';
import type { Scene } from './scene.ts';
import { entriesShown, settledLookUp } from './state.ts';

/** What the user types and ticks on the page shown, kept until it is saved. */
export function createDrafting(scene: Scene) {
  function edit(part: Partial<Draft>): void {
    if (scene.state.page.step !== 'record') return;
    const { activeId } = scene.state.workspaces;
    const own = activeId === undefined ? {} : { workspaceId: activeId };
    const draft = { ...scene.state.draft, ...own, ...part, editedAt: scene.now() };
    scene.set({ draft, press: { step: 'none' } });
    scene.drafts.write(scene.state.page.pageKey, draft);
  }

  function editField(name: string, value: string): void {
    const { page, draft } = scene.state;
    if (page.step !== 'record') return;
    const { presets, catalog } = scene.state;
    const lookUp = settledLookUp(page.lookUp);
    const read = untypedValue({ record: page.record, draft, presets, catalog, lookUp }, name);
    const { [name]: _, ...others } = draft.fields;
    edit({ fields: value === read ? others : { ...others, [name]: value } });
  }

  const tick = (name: string, isTicked: boolean) =>
    edit({ ticks: { ...scene.state.draft.ticks, [name]: isTicked } });
  const editCustomField = (id: string, value: string) =>
    edit({ customFields: { ...scene.state.draft.customFields, [id]: value } });

  /** The draft that the page at this address most likely has, asked for before the record is there. */
  function loadEarly(url: string): EarlyDraft {
    const pageKey = pageKeyOf({ pageUrl: url });
    return { pageKey, draft: loadDraft(pageKey).catch(() => emptyDraft) };
  }

  /** The stored draft, unless it has landed while no screen was open to clear it. */
  async function unspentDraft(pageKey: string, early?: EarlyDraft): Promise<Draft> {
    const isThis = early?.pageKey === pageKey;
    const stored = await (isThis ? early.draft : loadDraft(pageKey).catch(() => emptyDraft));
    const draft = draftIn(stored, scene.state.workspaces.activeId);
    const entry = entriesShown(scene.state).find((candidate) => candidate.pageKey === pageKey);
    if (!entry || isEmptyDraft(draft) || !isSpent(draft, entry)) return draft;
    const left = leftOf(draft);
    void keepLeft(pageKey, left);
    return left;
  }

  return { actions: { edit, editField, tick, editCustomField }, edit, loadEarly, unspentDraft };
}

export interface EarlyDraft {
  pageKey: string;
  draft: Promise<Draft>;
}

export type Drafting = ReturnType<typeof createDrafting>;
