// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { LookUp } from '../crm.ts';
import { emptyDraft, loadDraft, storeDraft } from '../drafts.ts';
import { Failure } from '../failure.ts';
import type { MessageName } from '../messages.ts';
import { getPresets, setPresets } from '../presets.ts';
import type { PersonRecord, Reading } from '../records.ts';
import type { Send } from '../send.ts';
import { setStored } from '../stored.ts';
import {
  catalog,
  company,
  entry,
  known,
  knownCompany,
  knownContact,
  person,
  sameContact,
} from '../testing/panel-states.ts';
import { type CaptureState, entriesShown, formOf } from './capture/state.ts';
import { createCapture } from './capture.ts';
import type { OnTab } from './follow-tab.ts';
import { remember } from './remembered.ts';

const otherPerson: PersonRecord = {
  ...person,
  pageUrl: 'https://www.linkedin.com/in/ben-example',
  fields: { fullName: { value: 'Ben Example', from: 'heading', certain: true } },
};
const ada = { tabId: 1, url: `${person.pageUrl}/` };
const ben = { tabId: 1, url: `${otherPerson.pageUrl}/` };

/** Answers to messages, changed by the tests; a value, an error, or a promise of one. */
interface Answers {
  readPage: Reading | Error | Promise<Reading>;
  lookUp: LookUp | Error | Promise<LookUp>;
}

function setUp(painted = async (): Promise<void> => undefined, choicesDelayMs = 10) {
  const answers: Answers = { readPage: { outcome: 'record', record: person }, lookUp: { state: 'new' } };
  const sent: { name: MessageName; input: unknown; signal: AbortSignal | undefined }[] = [];
  const others: Partial<Record<MessageName, unknown>> = {
    saveRecord: { entry: entry('waiting', { id: 'e1', queuedAt: Date.now() }) },
    refreshCatalog: catalog,
    findCompanyPeople: { people: [] },
  };
  const send = (async (name: MessageName, input: unknown, { signal }: { signal?: AbortSignal } = {}) => {
    sent.push({ name, input, signal });
    const answer = name in answers ? await answers[name as keyof Answers] : others[name];
    if (answer instanceof Error) throw answer;
    return answer ?? null;
  }) as Send;
  let onTab: OnTab = () => undefined;
  let state: CaptureState | undefined;
  const capture = createCapture(
    {
      send,
      now: Date.now,
      follow: (listener) => {
        onTab = listener;
        return () => undefined;
      },
      formerJobNote: ({ company: former }) => `was at ${former}`,
      lookUpPatienceMs: 50,
      choicesDelayMs,
      painted,
    },
    (next) => {
      state = next;
    },
  );
  stops.push(capture.stop);
  return {
    ...capture,
    answers,
    show: (...args: Parameters<OnTab>) => onTab(...args),
    state: () => state as CaptureState,
    count: (name: MessageName) => sent.filter((message) => message.name === name).length,
    /** Of each time that it was asked for: whether it was given up. */
    given: (name: MessageName) => sent.filter((one) => one.name === name).map((one) => one.signal?.aborted),
    saved: () => sent.filter((message) => message.name === 'saveRecord').map((message) => message.input),
  };
}

/** As the browser does when a popup closes: the page hears of it, and nothing more. */
function hide(): void {
  const isHidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  window.dispatchEvent(new Event('pagehide'));
  isHidden.mockRestore();
}

/** A promise that the test resolves. */
function whenTold() {
  let tell: () => void = () => undefined;
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { told, tell: () => tell() };
}

const stops: (() => void)[] = [];
beforeEach(async () => {
  fakeBrowser.reset();
  await setStored('keyState', 'ok');
  await setStored('catalog', { ...catalog, fetchedAt: Date.now() });
  await setPresets({ listId: 'l1', tagIds: ['t1'] });
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Waits until the panel shows a record whose lookup has ended. */
async function settled(panel: ReturnType<typeof setUp>, pageKey = 'in/mara-lindqvist') {
  await vi.waitFor(() => {
    expect(panel.state().page).toMatchObject({ step: 'record', pageKey, freshness: 'fresh' });
    expect(panel.state().page).not.toMatchObject({ lookUp: { state: 'checking' } });
  });
}

async function opened(answers: Partial<Answers> = {}) {
  const panel = setUp();
  Object.assign(panel.answers, answers);
  await panel.start();
  panel.show(ada, 'shown');
  await settled(panel);
  return panel;
}

/** Shows a record whose lookup ends when it is answered. */
async function lookingUp() {
  const panel = setUp();
  let answer: (lookUp: LookUp) => void = () => undefined;
  panel.answers.lookUp = new Promise((resolve) => {
    answer = resolve;
  });
  await panel.start();
  panel.show(ada, 'shown');
  await vi.waitFor(() => expect(panel.count('lookUp')).toBe(1));
  return { panel, answer };
}

/** Shows a page from memory, before that is painted. */
async function remembering() {
  await remember(ada.url, { record: person, lookUp: { state: 'new' } });
  const painted = whenTold();
  const panel = setUp(() => painted.told);
  await panel.start();
  panel.show(ada, 'shown');
  await vi.waitFor(() => expect(panel.state().page).toMatchObject({ step: 'record', freshness: 'reading' }));
  return { panel, painted };
}

describe('reading the tab in front', () => {
  it('shows the record and what Grinfi says of it', async () => {
    const panel = await opened({ lookUp: known(knownContact) });
    expect(formOf(panel.state())?.jobChange).toMatchObject({ from: 'Northbay Freight AB', to: 'Fjordlight' });
  });

  it('shows a page that it remembers before it has it read, which would hold up the first screen', async () => {
    const { panel, painted } = await remembering();
    expect(panel.count('readPage')).toBe(0);
    painted.tell();
    await settled(panel);
    expect(panel.count('readPage')).toBe(1);
  });

  it('has a page read at once that it does not remember', async () => {
    const panel = setUp(() => new Promise(() => undefined));
    const started = panel.start();
    panel.show(ada, 'shown');
    await started;
    await settled(panel);
  });

  it('does not have a page read that was left before it was painted', async () => {
    const { panel, painted } = await remembering();
    panel.answers.readPage = { outcome: 'record', record: otherPerson };
    panel.show(ben, 'moved');
    await settled(panel, 'in/ben-example');
    painted.tell();
    await painted.told;
    expect(panel.count('readPage')).toBe(1);
    expect(panel.state().page).toMatchObject({ pageKey: 'in/ben-example' });
  });

  it('gives up what it asks Grinfi when another record is shown, when it asks anew, and at its end', async () => {
    const panel = setUp();
    panel.answers.lookUp = new Promise(() => undefined);
    await panel.start();
    panel.show(ada, 'shown');
    await vi.waitFor(() => expect(panel.given('lookUp')).toEqual([false]));
    panel.actions.checkAgain();
    expect(panel.given('lookUp')).toEqual([true, false]);
    panel.answers.readPage = { outcome: 'record', record: otherPerson };
    panel.show(ben, 'moved');
    await vi.waitFor(() => expect(panel.given('lookUp')).toEqual([true, true, false]));
    panel.stop();
    expect(panel.given('lookUp')).toEqual([true, true, true]);
    expect(panel.given('readPage')).toEqual([undefined, undefined]);
  });

  it('gives up whom it looks for at a company that is left, and does not say that it failed', async () => {
    const panel = setUp();
    panel.answers.readPage = { outcome: 'record', record: company };
    panel.answers.lookUp = known(knownCompany);
    await panel.start();
    panel.show({ tabId: 1, url: company.pageUrl }, 'shown');
    await vi.waitFor(() => expect(panel.given('findCompanyPeople')).toEqual([false]));
    panel.show({ tabId: 1, url: 'https://example.com/' }, 'moved');
    await vi.waitFor(() => expect(panel.given('findCompanyPeople')).toEqual([true]));
    expect(panel.state().people).toEqual({ step: 'none' });
  });

  it('leaves pages alone that are not LinkedIn’s', async () => {
    const panel = setUp();
    await panel.start();
    panel.show({ tabId: 1, url: 'https://example.com/' }, 'shown');
    expect(panel.state().page).toEqual({ step: 'elsewhere' });
    expect(panel.count('readPage')).toBe(0);
  });

  it('shows a wall, and a fault of reading, for what they are', async () => {
    const panel = setUp();
    await panel.start();
    panel.answers.readPage = { outcome: 'wall' };
    panel.show(ada, 'shown');
    await vi.waitFor(() =>
      expect(panel.state().page).toMatchObject({ step: 'outcome', reading: { outcome: 'wall' } }),
    );
    panel.answers.readPage = new Failure('page', 'no access');
    panel.actions.readAgain();
    await vi.waitFor(() => expect(panel.state().page).toMatchObject({ step: 'failed', kind: 'page' }));
  });

  it('never shows a late answer on the page that came after', async () => {
    const panel = setUp();
    await panel.start();
    let answerAda: (reading: Reading) => void = () => undefined;
    panel.answers.readPage = new Promise((resolve) => {
      answerAda = resolve;
    });
    panel.show(ada, 'shown');
    await vi.waitFor(() => expect(panel.count('readPage')).toBe(1));
    panel.answers.readPage = { outcome: 'record', record: otherPerson };
    panel.show(ben, 'moved');
    await settled(panel, 'in/ben-example');
    answerAda({ outcome: 'record', record: person });
    await Promise.resolve();
    expect(panel.state().page).toMatchObject({ pageKey: 'in/ben-example' });
  });

  it('takes the person before off the screen at once, although the tab says it has loaded', async () => {
    const panel = await opened();
    panel.answers.readPage = new Promise(() => undefined);
    panel.show(ben, 'moved');
    panel.show(ben, 'loaded');
    await vi.waitFor(() => expect(panel.state().page).toEqual({ step: 'reading', url: ben.url }));
  });

  it('opens at once with what was read before, and reads anew behind it', async () => {
    await opened({ lookUp: known(knownContact) });
    const again = setUp();
    again.answers.readPage = new Promise(() => undefined);
    await again.start();
    again.show(ada, 'shown');
    await vi.waitFor(() =>
      expect(again.state().page).toMatchObject({ step: 'record', freshness: 'reading' }),
    );
    expect(formOf(again.state())?.known?.id).toBe('k1');
  });

  it('keeps the earlier reading when the page cannot be read anew', async () => {
    const panel = await opened();
    panel.answers.readPage = { outcome: 'notReady', page: 'profile', missing: [] };
    panel.actions.readAgain();
    await vi.waitFor(() => expect(panel.state().page).toMatchObject({ step: 'record', freshness: 'stale' }));
  });

  it('reads again when the page was loaded anew, and not when merely shown again', async () => {
    const panel = await opened();
    panel.show(ada, 'shown');
    expect(panel.count('readPage')).toBe(1);
    panel.show(ada, 'loaded');
    await vi.waitFor(() => expect(panel.count('readPage')).toBe(2));
  });
});

describe('looking up', () => {
  it('that failed is neither new nor known', async () => {
    const panel = await opened({ lookUp: new Failure('offline', 'no answer') });
    expect(panel.state().page).toMatchObject({ lookUp: { state: 'unchecked', kind: 'offline' } });
  });

  it('waits for the key, keeps the record meanwhile and then runs by itself', async () => {
    await setStored('keyState', 'none');
    const panel = await opened();
    expect(panel.count('lookUp')).toBe(0);
    await setStored('keyState', 'ok');
    await vi.waitFor(() => expect(panel.state().page).toMatchObject({ lookUp: { state: 'new' } }));
    expect(panel.count('readPage')).toBe(1);
  });

  it('of a known company asks for its people', async () => {
    const panel = setUp();
    panel.answers.readPage = { outcome: 'record', record: company };
    panel.answers.lookUp = known(knownCompany);
    await panel.start();
    panel.show({ tabId: 1, url: company.pageUrl }, 'shown');
    await vi.waitFor(() => expect(panel.state().people).toEqual({ step: 'ready', people: [] }));
  });
});

describe('a record with a tag that the stored catalog lacks', () => {
  it('fetches the catalog anew, so that the tag has its name', async () => {
    const panel = await opened({ lookUp: known({ ...knownContact, tagIds: ['just-made'] }) });
    await vi.waitFor(() => expect(panel.count('refreshCatalog')).toBe(1));
  });

  it('does so for none that it has', async () => {
    const panel = await opened({ lookUp: known(knownContact) });
    expect(panel.count('refreshCatalog')).toBe(0);
  });
});

describe('another workspace', () => {
  const both = (activeId: string) => ({
    workspaces: {
      version: 1,
      activeId,
      all: ['north', 'south'].map((id) => ({ id, name: id, keyState: 'ok' })),
    },
  });
  const show = (id: string) => browser.storage.local.set(both(id));

  it('is asked anew, and an answer of the one before is not shown', async () => {
    await show('north');
    const panel = await opened();
    let answerNorth: (found: LookUp) => void = () => undefined;
    panel.answers.lookUp = new Promise((resolve) => {
      answerNorth = resolve;
    });
    panel.actions.checkAgain();
    panel.answers.lookUp = known(sameContact);
    await show('south');
    await settled(panel);
    answerNorth({ state: 'new' });
    await Promise.resolve();
    expect(panel.state().page).toMatchObject({ lookUp: { state: 'known' } });
  });

  it('keeps what was typed, has its own list, and says to the worker which one it is', async () => {
    await show('north');
    const panel = await opened();
    panel.actions.edit({ note: 'Met in May', list: { id: 'l2' } });
    await show('south');
    await settled(panel);
    expect(panel.state().draft).toMatchObject({ note: 'Met in May' });
    expect(panel.state().draft.list).toBeUndefined();
    panel.actions.save();
    await vi.waitFor(() => expect(panel.saved()).toMatchObject([{ workspaceId: 'south' }]));
  });

  it('does not show what waits for the other', async () => {
    await show('south');
    const panel = await opened();
    await setStored('outbox', [{ ...entry('waiting'), workspaceId: 'north' }]);
    expect(entriesShown(panel.state())).toEqual([]);
    await show('north');
    await vi.waitFor(() => expect(entriesShown(panel.state())).toHaveLength(1));
  });
});

describe('typing', () => {
  it('is kept per page, over page changes', async () => {
    const panel = await opened();
    panel.actions.edit({ note: 'Met in May' });
    panel.answers.readPage = { outcome: 'record', record: otherPerson };
    panel.show(ben, 'moved');
    await settled(panel, 'in/ben-example');
    expect(panel.state().draft.note).toBeUndefined();
    panel.answers.readPage = { outcome: 'record', record: person };
    panel.show(ada, 'moved');
    await settled(panel);
    expect(panel.state().draft.note).toBe('Met in May');
  });

  it('back what the page says is no edit', async () => {
    const panel = await opened();
    panel.actions.editField('headline', 'Builder');
    expect(formOf(panel.state())?.fields['headline']).toMatchObject({ value: 'Builder', edited: true });
    panel.actions.editField('headline', person.fields.headline?.value ?? '');
    expect(panel.state().draft.fields).toEqual({});
  });

  it('is stored when the popup closes', async () => {
    const panel = await opened();
    panel.actions.edit({ note: 'Met in May' });
    panel.stop();
    await vi.waitFor(async () => expect((await loadDraft('in/mara-lindqvist')).note).toBe('Met in May'));
  });
});

describe('saving', () => {
  it('hands the form to the outbox and remembers the choices for the next person', async () => {
    const panel = await opened();
    panel.actions.edit({ list: { id: 'l2' }, tags: [{ id: 't2' }, { name: 'Met' }] });
    panel.actions.save();
    await vi.waitFor(() => expect(panel.state().entryId).toBe('e1'));
    expect(panel.saved()).toMatchObject([{ save: { kind: 'person', list: { id: 'l2' } } }]);
    // Nothing was written out for the screens yet.
    expect(entriesShown(panel.state())).toMatchObject([{ id: 'e1', state: 'sending' }]);
    await vi.waitFor(async () => expect(await getPresets()).toMatchObject({ listId: 'l2', tagIds: ['t2'] }));
  });

  it.each([
    ['the popup is closed', hide],
    ['another page comes to the front', (panel: ReturnType<typeof setUp>) => panel.show(ben, 'moved')],
    ['the panel is taken away', (panel: ReturnType<typeof setUp>) => panel.stop()],
    [
      'another workspace is shown',
      (panel: ReturnType<typeof setUp>) => void panel.actions.showWorkspace('south'),
    ],
  ])('has its choices remembered, also when %s right after it', async (_what, leave) => {
    const panel = setUp(undefined, 60_000);
    await panel.start();
    panel.show(ada, 'shown');
    await settled(panel);
    panel.actions.edit({ list: { id: 'l2' }, tags: [{ id: 't2' }] });
    panel.actions.save();
    await vi.waitFor(() => expect(panel.state().entryId).toBe('e1'));
    leave(panel);
    await vi.waitFor(async () => expect(await getPresets()).toMatchObject({ listId: 'l2', tagIds: ['t2'] }));
  });

  it.each([
    ['collected only', { held: true }],
    ['without a network', { waitingFor: 'offline' }],
    ['tried again later', { retryAt: Date.now() + 60_000 }],
  ] as const)('that is %s is not said to be on its way', async (_what, more) => {
    const panel = setUp();
    Object.assign(panel.answers, { saveRecord: { entry: entry('waiting', { id: 'e1', ...more }) } });
    await panel.start();
    panel.show(ada, 'shown');
    await settled(panel);
    panel.actions.save();
    await vi.waitFor(() => expect(panel.state().entryId).toBe('e1'));
    expect(entriesShown(panel.state())).toMatchObject([{ id: 'e1', state: 'waiting', ...more }]);
  });

  it('is handed over within the press, and after the draft where that is still being kept', async () => {
    const panel = await opened();
    panel.actions.save();
    expect(panel.saved()).toHaveLength(1);

    const typing = await opened();
    typing.actions.edit({ note: 'Met in May' });
    typing.actions.save();
    expect(typing.saved()).toHaveLength(0);
    await vi.waitFor(() => expect(typing.saved()).toHaveLength(1));
    expect((await loadDraft('in/mara-lindqvist')).note).toBe('Met in May');
  });

  it('twice in a moment is one save', async () => {
    const panel = await opened();
    panel.actions.save();
    panel.actions.save();
    await vi.waitFor(() => expect(panel.state().entryId).toBe('e1'));
    expect(panel.saved()).toHaveLength(1);
  });

  it('waits for the lookup, and shows a known contact before it is written', async () => {
    const { panel, answer } = await lookingUp();
    panel.actions.save();
    answer(known(knownContact));
    await vi.waitFor(() => expect(panel.state().press).toEqual({ step: 'foundKnown' }));
    // What was kept of the press goes, before its time comes.
    expect(panel.saved()).toMatchObject([{ waitMs: 100 }]);
    await vi.waitFor(() => expect(panel.count('discardEntry')).toBe(1));
  });

  it('is kept from the moment of the press, and what was kept makes way for what the lookup brings', async () => {
    const { panel, answer } = await lookingUp();
    panel.actions.edit({ note: 'Met in May' });
    panel.actions.save();
    expect(panel.saved()).toMatchObject([{ save: { note: 'Met in May' }, waitMs: 100 }]);
    answer({ state: 'new' });
    await vi.waitFor(() => expect(panel.saved()).toHaveLength(2));
    expect(panel.saved()[1]).toMatchObject({ save: { note: 'Met in May' }, insteadOf: 'e1' });
    expect(panel.saved()[1]).not.toHaveProperty('waitMs');
    expect(panel.count('discardEntry')).toBe(0);
  });

  it('does not wait for ever: the outbox looks up by itself', async () => {
    const { panel } = await lookingUp();
    panel.actions.save();
    await vi.waitFor(() => expect(panel.saved()).toMatchObject([{ waitMs: 100 }, { insteadOf: 'e1' }]));
  });

  it.each([
    ['another page comes to the front', (panel: ReturnType<typeof setUp>) => panel.show(ben, 'moved')],
    ['the panel is taken away', (panel: ReturnType<typeof setUp>) => panel.stop()],
  ])('that waits for the lookup is handed over when %s', async (_what, leave) => {
    const { panel } = await lookingUp();
    panel.actions.edit({ note: 'Met in May' });
    panel.actions.save();
    expect(panel.saved()).toHaveLength(1);
    leave(panel);
    expect(panel.saved()[1]).toMatchObject({ save: { pageKey: 'in/mara-lindqvist', note: 'Met in May' } });
    await loadDraft('in/mara-lindqvist');
    expect(panel.saved()).toHaveLength(2);
  });

  it('that the worker could not take says so and keeps what was typed', async () => {
    const panel = setUp();
    Object.assign(panel.answers, { saveRecord: new Failure('storage', 'full') });
    await panel.start();
    panel.show(ada, 'shown');
    await settled(panel);
    panel.actions.edit({ note: 'Met in May' });
    panel.actions.save();
    await vi.waitFor(() => expect(panel.state().press).toMatchObject({ step: 'failed', kind: 'storage' }));
    expect(panel.state().draft.note).toBe('Met in May');
  });

  it('clears the draft only once it has landed, and brings it back after an undo', async () => {
    const panel = await opened();
    panel.actions.edit({ note: 'Met in May' });
    const at = { id: 'e1', queuedAt: Date.now() + 1 };
    panel.actions.save();
    await vi.waitFor(() => expect(panel.state().entryId).toBe('e1'));
    await setStored('outbox', [entry('sending', at)]);
    expect(panel.state().draft.note).toBe('Met in May');

    panel.answers.lookUp = known(sameContact);
    await setStored('outbox', [entry('saved', at)]);
    await vi.waitFor(() => expect(panel.state().draft).toEqual(emptyDraft));
    await vi.waitFor(async () =>
      expect(await browser.storage.local.get('draft:in/mara-lindqvist')).toEqual({}),
    );
    await vi.waitFor(() => expect(panel.state().page).toMatchObject({ lookUp: { state: 'known' } }));

    panel.answers.lookUp = { state: 'new' };
    await setStored('outbox', [entry('undone', at)]);
    await vi.waitFor(() => expect(panel.state().draft.note).toBe('Met in May'));
  });

  it('that landed while no panel was open leaves no draft behind', async () => {
    await storeDraft('in/mara-lindqvist', { ...emptyDraft, note: 'Met in May', editedAt: 1 });
    await setStored('outbox', [entry('saved', { queuedAt: 2 })]);
    const panel = await opened();
    expect(panel.state().draft).toEqual(emptyDraft);
  });
});
