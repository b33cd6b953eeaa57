import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  clearDraft,
  createDraftWriter,
  type Draft,
  draftIn,
  emptyDraft,
  isEmptyDraft,
  loadDraft,
  maxDrafts,
  parseDraft,
  storeDraft,
} from './drafts.ts';

const draft: Draft = {
  ...emptyDraft,
  editedAt: 5,
  fields: { headline: 'Builder' },
  ticks: { location: true },
  list: { id: 'l1' },
  tags: [{ id: 't1' }, { name: 'Met' }],
  stageId: '',
  note: 'Hi',
  customFields: { f1: '3' },
  withCompany: true,
};

beforeEach(() => fakeBrowser.reset());

describe('a draft in several workspaces', () => {
  const north: Draft = { ...draft, workspaceId: 'north' };

  it('keeps what was typed, and leaves choices in the workspace that they mean something in', () => {
    const south = draftIn(north, 'south');
    expect(south).toMatchObject({ note: 'Hi', fields: draft.fields, workspaceId: 'south', customFields: {} });
    expect(south.list).toBeUndefined();
    expect(south.withCompany).toBeUndefined();
    expect(draftIn(south, 'north')).toEqual(north);
  });

  it('survives being stored, and a damaged part of another workspace', async () => {
    const south = { ...draftIn(north, 'south'), list: { id: 'south-list' } };
    await storeDraft('in/ada-example', south);
    const loaded = await loadDraft('in/ada-example');
    expect(draftIn(loaded, 'north').list).toEqual({ id: 'l1' });
    expect(draftIn(draftIn(loaded, 'north'), 'south').list).toEqual({ id: 'south-list' });
    expect(parseDraft({ ...south, elsewhere: { north: 'x' } }).elsewhere).toEqual({});
  });

  it('is not empty while something is chosen for a workspace that is not shown', () => {
    const chosen = draftIn({ ...emptyDraft, workspaceId: 'north', list: { id: 'l1' } }, 'south');
    expect(isEmptyDraft(chosen)).toBe(false);
    expect(isEmptyDraft({ ...emptyDraft, workspaceId: 'north' })).toBe(true);
  });
});

describe('drafts', () => {
  it('come back as they were stored', async () => {
    await storeDraft('in/ada-example', draft);
    expect(await loadDraft('in/ada-example')).toEqual(draft);
  });

  it('are empty for a page without one, and after clearing', async () => {
    expect(await loadDraft('in/ada-example')).toEqual(emptyDraft);
    await storeDraft('in/ada-example', draft);
    await clearDraft('in/ada-example');
    expect(await loadDraft('in/ada-example')).toEqual(emptyDraft);
  });

  it('keep what can be read of a damaged one', () => {
    const damaged = {
      ...draft,
      fields: { headline: 'Builder', about: 7 },
      tags: 'none',
      note: null,
      extra: 1,
    };
    const { tags: _, note: __, ...rest } = draft;
    expect(parseDraft(damaged)).toEqual(rest);
  });

  it('ignore a version they do not know', () => {
    expect(parseDraft({ ...draft, version: 2 })).toEqual(emptyDraft);
  });

  it('can be read whatever is stored', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(parseDraft(stored).version).toBe(1);
        expect(parseDraft({ version: 1, fields: stored, tags: stored, list: stored }).version).toBe(1);
      }),
    );
  });

  it('are kept for the newest pages alone', async () => {
    for (let n = 0; n <= maxDrafts; n += 1) await storeDraft(`in/p${n}`, { ...draft, editedAt: n });
    expect(await loadDraft('in/p0')).toEqual(emptyDraft);
    expect((await loadDraft('in/p1')).note).toBe('Hi');
    const stored = Object.keys(await browser.storage.local.get(null));
    expect(stored.filter((key) => key.startsWith('draft:'))).toHaveLength(maxDrafts);
  });

  it('tell an empty one from one with a choice', () => {
    expect(isEmptyDraft({ ...emptyDraft, editedAt: 9, note: undefined })).toBe(true);
    expect(isEmptyDraft({ ...emptyDraft, stageId: '' })).toBe(false);
    expect(isEmptyDraft({ ...emptyDraft, ticks: { a: false } })).toBe(false);
  });
});

describe('draft writer', () => {
  it('writes at once when flushed, as on closing the popup', async () => {
    const writer = createDraftWriter(60_000);
    writer.write('in/ada-example', draft);
    await writer.flush();
    expect(await loadDraft('in/ada-example')).toEqual(draft);
  });

  it('hands the draft to the browser before the first wait', () => {
    const written: unknown[] = [];
    const set = browser.storage.local.set.bind(browser.storage.local);
    browser.storage.local.set = (items) => {
      written.push(items);
      return set(items);
    };
    const writer = createDraftWriter(60_000);
    writer.write('in/ada-example', draft);
    void writer.flush();
    browser.storage.local.set = set;
    expect(written).toEqual([{ 'draft:in/ada-example': draft }]);
  });

  it('does not mix up two pages', async () => {
    const writer = createDraftWriter(60_000);
    writer.write('in/ada-example', { ...draft, note: 'for Ada' });
    writer.write('in/ben-example', { ...draft, note: 'for Ben' });
    await writer.flush();
    expect((await loadDraft('in/ada-example')).note).toBe('for Ada');
    expect((await loadDraft('in/ben-example')).note).toBe('for Ben');
  });

  it('removes a draft that was emptied again', async () => {
    await storeDraft('in/ada-example', draft);
    const writer = createDraftWriter(60_000);
    writer.write('in/ada-example', emptyDraft);
    await writer.flush();
    expect(await browser.storage.local.get('draft:in/ada-example')).toEqual({});
  });
});
