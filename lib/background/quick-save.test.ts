import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import type { EntryView } from '../outbox/entry-view.ts';
import type { Recipe } from '../recipes.ts';
import type { PersonRecord, Reading } from '../records.ts';
import { useTexts } from '../testing/fake-texts.ts';
import { createQuickSave } from './quick-save.ts';

const person: PersonRecord = {
  kind: 'person',
  pageUrl: 'https://www.linkedin.com/in/Ada-Example',
  layout: 'sdui',
  fields: {
    handle: { value: 'ada-example', from: 'address', certain: true },
    fullName: { value: 'Ada Example', from: 'heading', certain: true },
    position: { value: 'Analyst?', from: 'position', certain: false },
  },
  notices: [],
};
const company: Reading = {
  outcome: 'record',
  record: {
    kind: 'company',
    pageUrl: 'https://www.linkedin.com/company/acme-analytical',
    layout: 'ember',
    fields: { name: { value: 'Acme Analytical', from: 'heading', certain: true } },
    notices: [],
  },
};
const presets = { listId: 'list-1', tagIds: ['tag-a'], contactStageId: 'stage-c', companyStageId: 'stage-o' };

const recipe: Recipe = {
  id: 'r1',
  name: 'Fair',
  list: { id: 'list-2' },
  tags: [{ id: 'tag-b' }],
  contactStageId: 'stage-d',
  customFields: { 'field-1': 'Booth 7' },
  note: 'Met {firstName}',
  task: {
    type: 'linkedin_send_message',
    text: 'Ask {firstName}',
    senderProfileId: 'sender-1',
    senderName: 'Marla',
    inDays: 3,
  },
  automation: { id: 'flow-1', name: 'Warm up' },
};

beforeEach(() => useTexts());

function quickSaving(
  reading: Reading | Error,
  given: typeof presets | { tagIds: string[] } = presets,
  isCollecting = false,
  isClear = true,
) {
  const saveRecord = vi.fn(async () => ({ entry: { id: 'entry-1' } as EntryView }));
  const onStored = vi.fn();
  const onCollected = vi.fn(async () => undefined);
  const showProblem = vi.fn(async () => undefined);
  const quickSave = createQuickSave({
    readPage: async () => {
      if (reading instanceof Error) throw reading;
      return reading;
    },
    saveRecord,
    getPresets: async () => given,
    recipeAt: async (place) => [recipe][place - 1],
    isClear: async () => isClear,
    onStored,
    isCollecting: async () => isCollecting,
    onCollected,
    showProblem,
  });
  return { quickSave, saveRecord, onStored, onCollected, showProblem };
}

describe('quick save', () => {
  it('saves what was read for certain, with what was chosen last', async () => {
    const { quickSave, saveRecord, onStored, showProblem } = quickSaving({
      outcome: 'record',
      record: person,
    });
    await quickSave(7);
    expect(saveRecord).toHaveBeenCalledExactlyOnceWith({
      save: {
        kind: 'person',
        pageKey: 'in/ada-example',
        fields: { handle: 'ada-example', fullName: 'Ada Example', firstName: 'Ada', lastName: 'Example' },
        onlyForNew: ['firstName', 'lastName'],
        list: { id: 'list-1' },
        tags: [{ id: 'tag-a' }],
        stageId: 'stage-c',
        presetsOnlyForNew: true,
      },
    });
    expect(onStored).toHaveBeenCalledExactlyOnceWith('entry-1', undefined);
    expect(showProblem).not.toHaveBeenCalled();
  });

  it('says that it is collected where the user collects first', async () => {
    const { quickSave, onStored, onCollected, showProblem } = quickSaving(
      { outcome: 'record', record: person },
      presets,
      true,
    );
    await quickSave(7);
    expect(onCollected).toHaveBeenCalledOnce();
    expect(onStored).not.toHaveBeenCalled();
    expect(showProblem).not.toHaveBeenCalled();
  });

  it('takes the stage of companies for a company', async () => {
    const { quickSave, saveRecord } = quickSaving(company);
    await quickSave(7);
    expect(saveRecord).toHaveBeenCalledWith({ save: expect.objectContaining({ stageId: 'stage-o' }) });
  });

  it('saves a company without a list, but asks for one before it saves a person', async () => {
    const first = quickSaving(company, { tagIds: [] });
    await first.quickSave(7);
    expect(first.saveRecord).toHaveBeenCalledOnce();
    const second = quickSaving({ outcome: 'record', record: person }, { tagIds: [] });
    await second.quickSave(7);
    expect(second.saveRecord).not.toHaveBeenCalled();
    expect(second.showProblem).toHaveBeenCalledWith(expect.stringMatching(/list/));
  });

  it.each(['list', 'wall', 'notFound', 'anonymous', 'unsupported', 'notReady'] as const)(
    'says why there is nothing to save: %s',
    async (outcome) => {
      const { quickSave, saveRecord, showProblem } = quickSaving({ outcome } as Reading);
      await quickSave(7);
      expect(saveRecord).not.toHaveBeenCalled();
      expect(showProblem).toHaveBeenCalledWith(expect.stringMatching(/\w+ .+\.$/));
    },
  );

  it('says why a page could not be read', async () => {
    const { quickSave, showProblem } = quickSaving(new Failure('page', failureWords.tabClosed));
    await quickSave(7);
    expect(showProblem).toHaveBeenCalledWith(expect.stringMatching(/tab was closed/));
  });
});

describe('a recipe by its key', () => {
  const onPerson: Reading = { outcome: 'record', record: person };

  it('does all that it says, with the name of the person, also to somebody whom Grinfi has', async () => {
    const { quickSave, saveRecord, onStored } = quickSaving(onPerson);
    await quickSave(7, 1);
    expect(saveRecord).toHaveBeenCalledExactlyOnceWith({
      save: {
        kind: 'person',
        pageKey: 'in/ada-example',
        fields: { handle: 'ada-example', fullName: 'Ada Example', firstName: 'Ada', lastName: 'Example' },
        onlyForNew: ['firstName', 'lastName'],
        list: { id: 'list-2' },
        moveToList: true,
        tags: [{ id: 'tag-a' }, { id: 'tag-b' }],
        stageId: 'stage-d',
        customFields: { 'field-1': 'Booth 7' },
        note: 'Met Ada',
        task: { type: 'linkedin_send_message', text: 'Ask Ada', senderProfileId: 'sender-1', inDays: 3 },
        enrolIn: 'flow-1',
      },
    });
    expect(onStored).toHaveBeenCalledExactlyOnceWith('entry-1', undefined);
  });

  it('does all but the automation where something speaks against that, and has it told', async () => {
    const { quickSave, saveRecord, onStored } = quickSaving(onPerson, presets, false, false);
    await quickSave(7, 1);
    const save = expect.objectContaining({ list: { id: 'list-2' }, note: 'Met Ada' });
    expect(saveRecord).toHaveBeenCalledExactlyOnceWith({ save });
    expect(saveRecord).not.toHaveBeenCalledWith({ save: expect.objectContaining({ enrolIn: 'flow-1' }) });
    expect(onStored).toHaveBeenCalledExactlyOnceWith(
      'entry-1',
      expect.stringMatching(/^Saved, but not put into “Warm up”:/),
    );
  });

  it('says so at once where the user collects first', async () => {
    const { quickSave, onCollected, showProblem } = quickSaving(onPerson, presets, true, false);
    await quickSave(7, 1);
    expect(showProblem).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/not put into “Warm up”/));
    expect(onCollected).not.toHaveBeenCalled();
  });

  it('keeps the last used stage for the new, where it names none', async () => {
    const { quickSave, saveRecord } = quickSaving(company);
    await quickSave(7, 1);
    expect(saveRecord).toHaveBeenCalledWith({
      save: expect.objectContaining({ kind: 'company', stageId: 'stage-o', presetsOnlyForNew: true }),
    });
  });

  it('says that there is none at this place, and saves nothing', async () => {
    const { quickSave, saveRecord, showProblem } = quickSaving(onPerson);
    await quickSave(7, 2);
    expect(saveRecord).not.toHaveBeenCalled();
    expect(showProblem).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/no recipe 2 yet/));
  });
});
