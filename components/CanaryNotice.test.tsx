// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CanaryState } from '../lib/panel/canary.ts';
import { useTexts } from '../lib/testing/fake-texts.ts';
import { CanaryNotice } from './CanaryNotice.tsx';

const shape = { page: 'profile', layout: 'sdui' } as const;

function show(canary: CanaryState, props: Partial<Parameters<typeof CanaryNotice>[0]> = {}) {
  const actions = { point: vi.fn(), copy: vi.fn(), stop: vi.fn(), save: vi.fn() };
  const all = { missing: ['location'], shape, canary, actions, ...props };
  const view = render(<CanaryNotice {...all} />);
  return { ...view, ...actions };
}

const button = (name: string) => screen.getByRole('button', { name });

beforeEach(() => useTexts());
afterEach(cleanup);

describe('the notice of a changed page', () => {
  it('names the field, and offers to point at it or to copy the page', () => {
    const { point, copy } = show({ step: 'none' });
    expect(screen.getByRole('status').textContent).toBe('LinkedIn changed: Location could not be read.');
    fireEvent.click(button('Point at it on the page: Location'));
    expect(point).toHaveBeenCalledExactlyOnceWith('location', shape);
    fireEvent.click(button('Save a redacted copy'));
    expect(copy).toHaveBeenCalledOnce();
  });

  it('offers each of several fields by its name', () => {
    const { point } = show({ step: 'none' }, { missing: ['headline', 'location'] });
    fireEvent.click(button('Point at it on the page: Headline'));
    expect(point).toHaveBeenCalledWith('headline', shape);
    expect(button('Point at it on the page: Location').textContent).toContain('Location');
  });

  it('of a list offers the copy alone', () => {
    show({ step: 'none' }, { missing: ['headline'], shape: undefined });
    expect(screen.getByText('LinkedIn changed: Headline could not be read on most rows.')).toBeTruthy();
    expect(screen.getAllByRole('button').map((one) => one.textContent?.trim())).toEqual([
      'Save a redacted copy',
    ]);
  });

  it('says that a field was read where the user pointed', () => {
    show({ step: 'none' }, { missing: [], pointed: ['location'] });
    expect(screen.getByText('Location is read where you pointed at it.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Point at/ })).toBeNull();
  });

  it('is cancelled by its button, and by Escape for as long as it points', () => {
    const { stop, unmount } = show({ step: 'pointing', field: 'location' });
    expect(screen.getByText(/Now click it on the page: Location/)).toBeTruthy();
    fireEvent.click(button('Cancel'));
    fireEvent.keyDown(document, { key: 'Enter' });
    expect(stop).toHaveBeenCalledTimes(1);
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(stop).toHaveBeenCalledTimes(2);
    unmount();
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(stop).toHaveBeenCalledTimes(2);
  });

  it('shows size and beginning of the copy before it is saved', () => {
    const { save, stop } = show({ step: 'copied', html: `<html>Roku${'x'.repeat(5_000)}` });
    const preview = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Beginning of the copy' });
    expect(preview.value).toMatch(/^<html>Rokux+$/);
    expect(preview.value.length).toBeLessThan(5_000);
    expect(screen.getByText('5 KB. It begins like this:')).toBeTruthy();
    fireEvent.click(button('Save file'));
    expect(save).toHaveBeenCalledOnce();
    fireEvent.click(button('Cancel'));
    expect(stop).toHaveBeenCalledOnce();
  });

  it('says why it failed, and lets try again', () => {
    const { copy } = show({ step: 'failed', kind: 'page', message: '' });
    expect(screen.getByRole('alert').textContent).not.toBe('');
    fireEvent.click(button('Save a redacted copy'));
    expect(copy).toHaveBeenCalledOnce();
  });
});
