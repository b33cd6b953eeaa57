import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDraft } from '../drafts.ts';
import type { Recipe } from '../recipes.ts';
import { useTexts } from '../testing/fake-texts.ts';
import { catalog, company, known, knownContact, person } from '../testing/panel-states.ts';
import { buildForm } from './form.ts';
import { draftPartOf, previewOf, recipeFrom } from './recipe-parts.ts';

const recipe: Recipe = {
  id: 'r1',
  name: 'Warm intro',
  list: { id: 'l2' },
  tags: [{ id: 't1' }, { name: 'Fair' }],
  contactStageId: 's2',
  companyStageId: 'c1',
  customFields: { f1: '10k' },
  note: 'Met {firstName} of {companyName}',
};
const task = {
  type: 'linkedin_send_message',
  text: 'Ask {firstName} about May',
  senderProfileId: 'sender-1',
  senderName: 'Marla Quint',
  inDays: 3,
};
const automation = { id: 'flow-1', name: 'Warm up' };
const form = (draft = {}, record: typeof person | typeof company = person, lookUp = known(knownContact)) =>
  buildForm({ record, draft: { ...emptyDraft, ...draft }, presets: {}, catalog, lookUp });

beforeEach(() => useTexts());

describe('a recipe', () => {
  it('adds to what is in the form: tags once, the note after the user’s own, once', () => {
    const part = draftPartOf(recipe, form({ tags: [{ id: 't1' }], note: 'Mine' }));
    expect(part).toEqual({
      list: { id: 'l2' },
      tags: [{ id: 't1' }, { name: 'Fair' }],
      stageId: 's2',
      note: 'Mine\n\nMet Mara of Fjordlight',
      customFields: { f1: '10k' },
    });
    expect(draftPartOf(recipe, form({ note: part.note })).note).toBe(part.note);
  });

  it('for a company sets its own stage and no list', () => {
    const part = draftPartOf(recipe, form({}, company, { state: 'new' } as never));
    expect(part).toMatchObject({ stageId: 'c1', note: 'Met Fjordlight of Fjordlight' });
    expect(part.list).toBeUndefined();
  });

  it('says all that it will do', () => {
    expect(previewOf(recipe, 'person', catalog)).toBe(
      'List Nordics Q4 · Stage In talks · Hot lead, Fair · Budget: 10k · Note',
    );
    expect(previewOf(recipe, 'company', catalog)).toBe('Stage Target · Hot lead, Fair · Budget: 10k · Note');
  });

  it('plans a task and starts an automation for a person, with the person’s name in the words', () => {
    const withMore: Recipe = { ...recipe, task, automation };
    expect(draftPartOf(withMore, form()).followUp).toEqual({
      task: { ...task, text: 'Ask Mara about May' },
      automation,
    });
    expect(previewOf(withMore, 'person', catalog, form())).toMatch(
      / · Note · Task in 3 days: LinkedIn message, Marla Quint: “Ask Mara about May” · Automation: Warm up$/,
    );
    expect(draftPartOf(withMore, form({}, company, { state: 'new' } as never)).followUp).toBeUndefined();
    expect(previewOf(withMore, 'company', catalog)).not.toContain('Task');
  });

  it('leaves out a task that is not whole yet', () => {
    const half: Recipe = { ...recipe, task: { ...task, senderProfileId: '' } };
    expect(draftPartOf(half, form()).followUp).toBeUndefined();
  });

  it('keeps task and automation that stand in the form it is made from', () => {
    const followUp = { task: { ...task, text: 'Ask Mara about May' }, automation };
    expect(recipeFrom(form({ followUp }), { id: 'r3', name: 'More' })).toMatchObject({ task, automation });
  });

  it('made from a form does the same for the next person', () => {
    const made = recipeFrom(
      form({ list: { id: 'l2' }, tags: [{ id: 't2' }], stageId: 's2', note: 'Met Mara of Fjordlight' }),
      { id: 'r2', name: 'Again' },
    );
    expect(made).toEqual({
      id: 'r2',
      name: 'Again',
      list: { id: 'l2' },
      tags: [{ id: 't2' }],
      contactStageId: 's2',
      customFields: {},
      note: 'Met {firstName} of {companyName}',
    });
  });
});
