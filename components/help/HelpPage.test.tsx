// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTexts } from '../../lib/testing/fake-texts.ts';
import { chromium, firefox } from '../../manifest.ts';
import { HelpPage } from './HelpPage.tsx';

type Manifest = typeof chromium;
const asked = ({ host_permissions = [], permissions = [], optional_permissions = [] }: Manifest) =>
  [...host_permissions, ...permissions, ...optional_permissions].map(String);

function show(permissions: string[]) {
  const shortcuts = [{ name: 'Open the side panel', keys: 'Alt+Shift+G' }];
  return render(
    <HelpPage shortcuts={shortcuts} permissions={permissions} version="1.2.3" onEditShortcuts={vi.fn()} />,
  );
}

beforeEach(() => {
  useTexts();
  document.documentElement.lang = 'en';
  document.title = 'Help';
});
afterEach(cleanup);

describe('the help page', () => {
  it.each([
    ['Chrome', asked(chromium)],
    ['Firefox', asked(firefox)],
  ])('gives a reason for each permission that is asked for in %s', (_, permissions) => {
    const { container } = show(permissions);
    const reasons = [...container.querySelectorAll('.help-permissions dd')].map((one) => one.textContent);
    expect(reasons).toHaveLength(permissions.length);
    for (const [index, reason] of reasons.entries()) expect(reason, permissions[index]).toMatch(/\w{3}/);
  });

  it('says which version the privacy policy belongs to', () => {
    show([]);
    expect(screen.getByText(/This is version 1\.2\.3\./)).toBeTruthy();
  });

  it('has nothing that axe objects to', async () => {
    const { container } = show(asked(chromium));
    for (const details of container.querySelectorAll('details')) details.open = true;
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
      [],
    );
  });
});
