// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDraft } from '../../lib/drafts.ts';
import { buildForm } from '../../lib/panel/form.ts';
import { useTexts } from '../../lib/testing/fake-texts.ts';
import { catalog, person } from '../../lib/testing/panel-states.ts';
import { TryPage } from './TryPage.tsx';

function show(listId: string | undefined, isTried = false) {
  const form = buildForm({
    record: person,
    draft: emptyDraft,
    presets: listId ? { listId } : {},
    catalog,
    lookUp: { state: 'new' },
  });
  const spies = {
    onSampleLoad: vi.fn(),
    onChange: vi.fn(),
    onEdit: vi.fn(),
    onTick: vi.fn(),
    onSave: vi.fn(),
  };
  const props = { samplePage: '/sample-profile.html', record: person, form, catalog, isTried };
  return { ...render(<TryPage {...props} {...spies} />), ...spies };
}

beforeEach(() => {
  useTexts();
  document.documentElement.lang = 'en';
  document.title = 'Try it';
});
afterEach(cleanup);

describe('the page to try it on', () => {
  it('says that it is a sample, and that nothing is sent', () => {
    show('l1');
    expect(screen.getByText(/invented person\. Nothing leaves this page/)).toBeTruthy();
    expect(screen.queryByText(/Nothing was sent/)).toBeNull();
  });

  it('shows the form that the panel shows, and says after Save what would have become of it', () => {
    const { onSave } = show('l1');
    fireEvent.click(screen.getByRole('button', { name: /^Save/ }));
    expect(onSave).toHaveBeenCalledOnce();
    cleanup();
    show('l1', true);
    expect(screen.getByRole('status').textContent).toContain('Nothing was sent.');
    expect(screen.getByRole('link', { name: 'Add API key' }).getAttribute('href')).toBe('/options.html');
  });

  it('asks for a list as the panel does', () => {
    const { onSave } = show(undefined);
    fireEvent.click(screen.getByRole('button', { name: /^Save/ }));
    expect(onSave).not.toHaveBeenCalled();
    expect(screen.getByText('Choose a list, or type a name to create one.')).toBeTruthy();
  });

  it('has nothing that axe objects to', async () => {
    const { container } = show('l1', true);
    const { violations } = await axe.run(container, {
      iframes: false,
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
      [],
    );
  });
});
