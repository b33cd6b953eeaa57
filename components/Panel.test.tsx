// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { failureWords } from '../lib/failure-words.ts';
import type { CaptureState } from '../lib/panel/capture/state.ts';
import type { CaptureActions } from '../lib/panel/capture.ts';
import { useTexts } from '../lib/testing/fake-texts.ts';
import {
  entry,
  now,
  type PanelStateName,
  panelStates,
  person,
  read,
  recordPage,
} from '../lib/testing/panel-states.ts';
import { Panel } from './Panel.tsx';

const outboxCalls = () => ({
  listHistory: vi.fn(async () => ({ saves: [], total: 0, hasMore: false })),
  exportHistory: vi.fn(async () => undefined),
  clearHistory: vi.fn(async () => undefined),
  listHeld: vi.fn(async () => ({ entries: [], total: 0 })),
  sendHeld: vi.fn(async () => ({ sent: 0, withoutList: 0 })),
  exportHeld: vi.fn(async () => undefined),
  importHeld: vi.fn(async () => ({ added: 0, leftOut: [] })),
});
const actions = () =>
  ({
    edit: vi.fn(),
    editField: vi.fn(),
    tick: vi.fn(),
    editCustomField: vi.fn(),
    save: vi.fn(),
    undo: vi.fn(),
    retry: vi.fn(),
    discard: vi.fn(),
    checkAgain: vi.fn(),
    outbox: async () => outboxCalls(),
    readAgain: vi.fn(),
    showWorkspace: vi.fn(async () => null),
    lookUpElsewhere: vi.fn(async () => ({ workspaces: [] })),
    canary: { point: vi.fn(), copy: vi.fn(), stop: vi.fn(), save: vi.fn() },
  }) satisfies CaptureActions;

function show(state: CaptureState, more: Partial<Parameters<typeof Panel>[0]> = {}) {
  const spies = actions();
  const view = render(
    <Panel state={state} actions={spies} now={now} onOpenOptions={() => undefined} {...more} />,
  );
  return { ...view, ...spies };
}

// Loaded ahead, so that no test waits for a file, and none is still on its way when the tests are over.
beforeAll(async () => {
  await Promise.all([
    import('./outbox-screens.ts'),
    import('./list/ListScreen.tsx'),
    import('./known-parts.ts'),
    import('./RecordActions.tsx'),
    import('./RecordTabs.tsx'),
    import('./known/record-actions.ts'),
    import('./known/known-tabs.ts'),
    import('./CompanyPeople.tsx'),
    import('./MoreFacts.tsx'),
    import('./CanaryNotice.tsx'),
    import('./Outcome.tsx'),
    import('./recipes/RecipeBar.tsx'),
    import('./recipes/FollowUpFields.tsx'),
    import('./workspaces/workspace-parts.ts'),
  ]);
});
beforeEach(() => {
  useTexts();
  document.documentElement.lang = 'en';
  document.title = 'Grinfi Capture';
  // The undo's countdown reads the clock.
  vi.useFakeTimers({ now, toFake: ['Date'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('every state', () => {
  it.each(Object.keys(panelStates) as PanelStateName[])('%s shows no text that is missing', (name) => {
    const { container } = show(panelStates[name]);
    expect(container.textContent).not.toMatch(/undefined|null|NaN|\$\d|\[object/);
  });
});

describe('a new person', () => {
  it('is shown with every field and where it was read', () => {
    show(panelStates.new);
    expect(screen.getByRole('button', { name: 'Edit Company: Fjordlight' })).toBeTruthy();
    expect(screen.getAllByRole('img', { name: 'Read from a link on the page' }).length).toBeGreaterThan(0);
    expect(screen.getByText('New', { selector: '.chip' })).toBeTruthy();
  });

  it('is saved by one press, by Enter on Save and by Ctrl+Enter from a field', () => {
    const { save } = show(panelStates.new);
    const button = screen.getByRole('button', { name: /^Save/ });
    expect(document.activeElement).toBe(button);
    fireEvent.click(button);
    expect(save).toHaveBeenCalledTimes(1);
    fireEvent.keyDown(screen.getByLabelText('Note'), { key: 'Enter', ctrlKey: true });
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('without a list is not saved: the list is named and takes the focus', () => {
    const { save } = show({ ...panelStates.new, presets: {} });
    fireEvent.click(screen.getByRole('button', { name: /^Save/ }));
    expect(save).not.toHaveBeenCalled();
    const list = screen.getByRole('combobox', { name: 'List' });
    expect(document.activeElement).toBe(list);
    expect(list.getAttribute('aria-invalid')).toBe('true');
  });

  it('shows an uncertain field marked, to be confirmed', () => {
    const { tick } = show(panelStates.new);
    const confirm = screen.getByRole('button', { name: 'Confirm Location' });
    expect(confirm.getAttribute('aria-pressed')).toBe('false');
    fireEvent.click(confirm);
    expect(tick).toHaveBeenCalledWith('location', true);
  });

  it('says what the page has not loaded, and reads again', () => {
    const { readAgain } = show(panelStates.new);
    const notice = screen.getByText(/Experience not loaded/).parentElement;
    fireEvent.click(within(notice as HTMLElement).getByRole('button', { name: 'Read again' }));
    expect(readAgain).toHaveBeenCalled();
  });

  it('is shown as text, whatever the page holds', () => {
    const fields = {
      ...person.fields,
      headline: read('<img src=x onerror=alert(1)>', 'position'),
      photoUrl: read('javascript:alert(1)'),
    };
    const { container } = show({
      ...panelStates.new,
      page: recordPage({ ...person, fields }, { state: 'new' }),
    });
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
  });
});

describe('a known contact', () => {
  it('shows what happened last and whose it is', () => {
    show(panelStates.known);
    expect(screen.getByText('Replied 3 days ago')).toBeTruthy();
    expect(screen.getByText('You')).toBeTruthy();
    expect(screen.getByText('Speaker')).toBeTruthy();
  });

  it('lists the changes, each with a tick', () => {
    const { tick } = show(panelStates.known);
    expect(screen.getByText('3 changes')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: /Position/ }));
    expect(tick).toHaveBeenCalledWith('position', false);
  });

  it('offers what goes with a new employer', () => {
    const { edit } = show(panelStates.known);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Set the stage back to “New”' }));
    expect(edit).toHaveBeenCalledWith({ resetStage: true, stageId: 's1' });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Stop running automations' }));
    expect(edit).toHaveBeenCalledWith({ cancelAutomations: true });
  });

  it('that is up to date has only the way to Grinfi', () => {
    show(panelStates.upToDate);
    expect(screen.queryByRole('button', { name: /Update/ })).toBeNull();
    expect(screen.getByRole('link', { name: 'Open in Grinfi' }).getAttribute('href')).toBe(
      'https://leadgen.grinfi.io/crm/contacts/k1',
    );
  });
});

describe('after a press', () => {
  it('saved: opens Grinfi, or is undone', () => {
    const { undo } = show(panelStates.saved);
    expect(screen.getByRole('link', { name: 'Open in Grinfi' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /Undo/ }));
    expect(undo).toHaveBeenCalledWith('entry-saved');
  });

  it('partly: names the part that failed, in the server’s words, with a retry', () => {
    const { retry } = show(panelStates.partial);
    expect(screen.getByText('Tags (Hot lead)').parentElement?.textContent).toContain('The tag is too long.');
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(retry).toHaveBeenCalledWith('entry-partial');
  });

  it('waiting: says where it is and when it goes', () => {
    show(panelStates.waiting);
    expect(screen.getByText('Saved here, will be sent when you are back online.')).toBeTruthy();
  });

  it('on its way: says so once, and the way into the outbox stays as it is', () => {
    show(panelStates.sending);
    expect(screen.getByRole('button', { name: 'Saving…' }).getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByRole('button', { name: 'Recent saves' })).toBeTruthy();
  });

  it('on its way: is not sent again by the keyboard', () => {
    const { save, container } = show(panelStates.sending);
    fireEvent.submit(container.querySelector('form') as HTMLFormElement);
    expect(save).not.toHaveBeenCalled();
  });

  it('on its way for another page: is counted at the way into the outbox', () => {
    show({ ...panelStates.new, outbox: [entry('sending', { pageKey: 'in/somebody-else' })] });
    expect(screen.getByRole('button', { name: '1 waiting' })).toBeTruthy();
  });

  it('keeps the focus on the bar when its button changes', () => {
    const { rerender } = show(panelStates.new);
    rerender(
      <Panel state={panelStates.saved} actions={actions()} now={now} onOpenOptions={() => undefined} />,
    );
    expect(document.activeElement?.textContent).toBe('Open in Grinfi');
  });
});

describe('the outbox', () => {
  it('opens from the strip, with the reason and what to do, and gives the focus back', async () => {
    const { discard } = show(panelStates.elsewhere);
    fireEvent.click(screen.getByRole('button', { name: /3 need you/ }));
    // While it is loaded, too.
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Grinfi Capture');
    const row = (await screen.findByText('Jonas Feld')).closest('li') as HTMLElement;
    expect(row.textContent).toContain('must not be longer than 255 characters');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Outbox');
    fireEvent.click(within(row).getByRole('button', { name: 'Discard: Jonas Feld' }));
    expect(discard).toHaveBeenCalledWith('entry-parked');
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(document.activeElement?.textContent).toContain('3 need you');
  });
});

describe('collecting first', () => {
  it('works without a key, and says so on the button', () => {
    const { save } = show({ ...panelStates.noKey, isCollecting: true, presets: {} });
    expect(screen.queryByText('Connect Grinfi')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /^Collect/ }));
    expect(save).toHaveBeenCalledOnce();
  });

  it('does not put the focus on what sends, so that a second Enter keeps it collected', () => {
    const held = entry('waiting', { held: true });
    const { retry, container } = show({
      ...panelStates.new,
      isCollecting: true,
      heldCount: 1,
      outbox: [held],
    });
    expect(document.activeElement).toBe(container.querySelector('.save-bar'));
    fireEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(retry).toHaveBeenCalledWith(held.id);
  });

  it('keeps the way to what was collected in sight', () => {
    show({ ...panelStates.new, isCollecting: true, heldCount: 12 });
    expect(screen.getByRole('button', { name: /Collected: 12/ })).toBeTruthy();
  });
});

describe('an outbox that cannot be used', () => {
  it('is told on every screen, with what to do', () => {
    const message = failureWords.storageBroken;
    show({ ...panelStates.new, outboxFault: { kind: 'storage', message } });
    expect(screen.getByText(/Restart the browser/)).toBeTruthy();
  });
});

describe('without a key', () => {
  it('leads to the options and keeps the record in sight', () => {
    const onOpenOptions = vi.fn();
    show(panelStates.noKey, { onOpenOptions });
    expect(screen.getByRole('button', { name: 'Edit Company: Fjordlight' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Add API key' }));
    expect(onOpenOptions).toHaveBeenCalled();
  });
});
