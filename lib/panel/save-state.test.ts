import { describe, expect, it } from 'vitest';
import { emptyDraft } from '../drafts.ts';
import { entry, known, now, panelStates, person, recordPage, sameContact } from '../testing/panel-states.ts';
import { type CaptureState, formOf } from './capture/state.ts';
import { entryOfPage, isSpent, saveStateOf } from './save-state.ts';

const key = 'in/mara-lindqvist';
const stateOf = (state: CaptureState, draft = state.draft) => {
  const form = formOf({ ...state, draft });
  if (!form) throw new Error('no record');
  return saveStateOf(form, state.press, entryOfPage(state.outbox, key, now), draft);
};

describe('entry of a page', () => {
  it('is shown while it is under way, needs the user or can be undone', () => {
    for (const state of ['waiting', 'sending', 'partial', 'parked', 'undoing'] as const)
      expect(entryOfPage([entry(state)], key, now)?.state).toBe(state);
    expect(entryOfPage([entry('saved', { undoUntil: now + 1 })], key, now)).toBeDefined();
    expect(entryOfPage([entry('saved', { undoUntil: now - 1 })], key, now)).toBeUndefined();
  });

  it('is shown for as long as this screen is open when this screen made it', () => {
    expect(entryOfPage([entry('saved')], key, now, 'entry-saved')).toBeDefined();
  });

  it('is never that of another page', () => {
    expect(entryOfPage([entry('sending', { pageKey: 'in/other' })], key, now)).toBeUndefined();
  });
});

describe('save bar', () => {
  it('offers Save for a new person and Open for one that is up to date', () => {
    expect(stateOf(panelStates.new)).toMatchObject({ step: 'ready' });
    expect(stateOf(panelStates.upToDate)).toEqual({ step: 'upToDate' });
  });

  it('names the list that is missing', () => {
    expect(stateOf({ ...panelStates.new, presets: {} })).toMatchObject({ step: 'ready', missing: 'list' });
  });

  it('follows the entry, until something is typed after it', () => {
    expect(stateOf(panelStates.partial)).toMatchObject({ step: 'entry', entry: { state: 'partial' } });
    const typed = { ...emptyDraft, note: 'More', editedAt: now };
    expect(stateOf(panelStates.partial, typed)).toMatchObject({ step: 'ready', entry: { state: 'partial' } });
  });

  it('is ready again after an undo', () => {
    const undone = {
      ...panelStates.new,
      outbox: [entry('undone')],
      page: recordPage(person, { state: 'new' }),
    };
    expect(stateOf(undone)).toMatchObject({ step: 'ready' });
    expect(stateOf({ ...undone, page: recordPage(person, known(sameContact)) })).toEqual({
      step: 'upToDate',
    });
  });
});

describe('draft', () => {
  it('is spent once its save has landed', () => {
    const draft = { ...emptyDraft, note: 'x', editedAt: now - 3_000 };
    expect(isSpent(draft, entry('saved'))).toBe(true);
    expect(isSpent(draft, entry('waiting'))).toBe(false);
    expect(isSpent(draft, entry('parked'))).toBe(false);
    expect(isSpent({ ...draft, editedAt: now }, entry('saved'))).toBe(false);
  });
});
