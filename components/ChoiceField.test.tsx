// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Choice } from '../lib/save-request.ts';
import { useTexts } from '../lib/testing/fake-texts.ts';
import { ChoiceField } from './ChoiceField.tsx';

const options = ['Founders', 'Nordics', 'Fair'].map((name, index) => ({ id: `l${index}`, name }));

function Host({ onChange }: { onChange: (value: Choice | undefined) => void }) {
  const [value, setValue] = useState<Choice | undefined>({ id: 'l0' });
  const change = (next: Choice | undefined) => {
    setValue(next);
    onChange(next);
  };
  return (
    <ChoiceField label="List" options={options} value={value} placeholder="" canCreate onChange={change} />
  );
}

function setUp() {
  const onChange = vi.fn();
  render(<Host onChange={onChange} />);
  const input = screen.getByRole<HTMLInputElement>('combobox', { name: 'List' });
  const type = (value: string) => fireEvent.input(input, { target: { value } });
  const press = (key: string) => fireEvent.keyDown(input, { key });
  /** The option that a screen reader would read out. */
  const active = () =>
    document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent;
  return { onChange, input, type, press, active };
}

beforeEach(() => useTexts());
afterEach(cleanup);

describe('choice field', () => {
  it('shows the choice and opens on an arrow key', () => {
    const { input, press, active } = setUp();
    expect(input.value).toBe('Founders');
    expect(input.getAttribute('aria-expanded')).toBe('false');
    press('ArrowDown');
    expect(input.getAttribute('aria-expanded')).toBe('true');
    expect(active()).toBe('Founders');
    expect(screen.getByRole('option', { name: 'Founders' }).getAttribute('aria-selected')).toBe('true');
  });

  it('moves round in both directions', () => {
    const { press, active } = setUp();
    press('ArrowUp');
    expect(active()).toBe('Fair');
    press('ArrowDown');
    expect(active()).toBe('Founders');
    press('ArrowUp');
    press('ArrowUp');
    expect(active()).toBe('Nordics');
  });

  it('filters by typing and chooses with Enter', () => {
    const { onChange, input, type, press } = setUp();
    type('nor');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'Nordics',
      'Create “nor”',
    ]);
    expect(press('Enter')).toBe(false);
    expect(onChange).toHaveBeenCalledWith({ id: 'l1' });
    expect(input.value).toBe('Nordics');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('creates by name what is not there, and not what is', () => {
    const { onChange, type, press } = setUp();
    type('fair');
    expect(screen.queryByText(/Create/)).toBeNull();
    type('Fair 2026');
    press('Enter');
    expect(onChange).toHaveBeenCalledWith({ name: 'Fair 2026' });
  });

  it('goes back to the choice on Escape and on leaving', () => {
    const { onChange, input, type, press } = setUp();
    type('nor');
    expect(press('Escape')).toBe(false);
    expect(input.value).toBe('Founders');
    type('nor');
    fireEvent.blur(input);
    expect(input.value).toBe('Founders');
    expect(onChange).not.toHaveBeenCalled();
  });

  it('leaves Enter to the form while no option is marked', () => {
    expect(setUp().press('Enter')).toBe(true);
  });

  it('is emptied by its button', () => {
    const { onChange } = setUp();
    fireEvent.click(screen.getByRole('button', { name: 'Clear: List' }));
    expect(onChange).toHaveBeenCalledWith(undefined);
  });
});
