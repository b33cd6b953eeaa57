// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Choice } from '../lib/save-request.ts';
import { useTexts } from '../lib/testing/fake-texts.ts';
import { TagField } from './TagField.tsx';

const options = Array.from({ length: 400 }, (_, n) => ({ id: `t${n}`, name: `Tag ${n}` }));
let value: readonly Choice[] = [];

let removed: readonly string[] = [];

/** A known record: what is set already can go, too. */
function KnownHost() {
  const [ids, setIds] = useState<string[]>([]);
  removed = ids;
  return (
    <TagField
      label="Tags"
      options={options}
      fixed={[{ id: 't0', name: 'Tag 0' }]}
      removedIds={ids}
      onRemovedIds={setIds}
      value={[]}
      onChange={() => undefined}
    />
  );
}

function Host() {
  const [tags, setTags] = useState<Choice[]>([{ id: 't1' }]);
  value = tags;
  return (
    <TagField
      label="Tags"
      options={options}
      fixed={[{ id: 't0', name: 'Tag 0' }]}
      value={tags}
      onChange={setTags}
    />
  );
}

function setUp() {
  render(<Host />);
  const input = screen.getByRole<HTMLInputElement>('combobox', { name: 'Tags' });
  return {
    input,
    type: (text: string) => fireEvent.input(input, { target: { value: text } }),
    press: (key: string) => fireEvent.keyDown(input, { key }),
  };
}

beforeEach(() => useTexts());
afterEach(cleanup);

describe('tag field', () => {
  it('adds several by keyboard alone, and never leaves the list over the button below', () => {
    const { type, press, input } = setUp();
    type('tag 27');
    press('Enter');
    type('tag 31');
    press('Enter');
    expect(value).toEqual([{ id: 't1' }, { id: 't27' }, { id: 't31' }]);
    expect(input.value).toBe('');
    expect(input.getAttribute('aria-expanded')).toBe('false');
  });

  it('creates a new one once, whatever the case', () => {
    const { type, press } = setUp();
    type('Met at fair');
    press('Enter');
    type('met at FAIR');
    press('Enter');
    expect(value).toEqual([{ id: 't1' }, { name: 'Met at fair' }]);
  });

  it('takes the last one back with Backspace, and never what is set in Grinfi', () => {
    const { press } = setUp();
    press('Backspace');
    press('Backspace');
    expect(value).toEqual([]);
    expect(screen.getByText('Tag 0')).toBeTruthy();
  });

  it('removes one by its button and keeps the focus', () => {
    const { input } = setUp();
    fireEvent.click(screen.getByRole('button', { name: 'Remove tag Tag 1' }));
    expect(value).toEqual([]);
    expect(document.activeElement).toBe(input);
  });

  it('marks one that is set in Grinfi for removal, and takes that back', () => {
    render(<KnownHost />);
    fireEvent.click(screen.getByRole('button', { name: 'Remove tag Tag 0' }));
    expect(removed).toEqual(['t0']);
    expect(screen.getByText('Tag 0').tagName).toBe('DEL');
    fireEvent.click(screen.getByRole('button', { name: 'Keep tag Tag 0' }));
    expect(removed).toEqual([]);
  });

  it('offers a few of hundreds and says that there are more', () => {
    const { press } = setUp();
    press('ArrowDown');
    expect(screen.getAllByRole('option')).toHaveLength(60);
    expect(screen.getByText('339 more. Type to narrow down.')).toBeTruthy();
  });
});
