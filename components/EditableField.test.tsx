// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTexts } from '../lib/testing/fake-texts.ts';
import { EditableField } from './EditableField.tsx';

const field = (value: string) => ({
  value,
  from: 'link' as const,
  certain: true,
  confirmed: false,
  edited: false,
});

function Host({ start, onEdit }: { start: string; onEdit?: (value: string) => void }) {
  const [value, setValue] = useState(start);
  const edit = (_: string, next: string) => {
    setValue(next);
    onEdit?.(next);
  };
  return <EditableField name="position" label="Position" field={field(value)} onEdit={edit} />;
}

beforeEach(() => useTexts());
afterEach(cleanup);

describe('editable field', () => {
  const open = () => {
    fireEvent.click(screen.getByRole('button'));
    return screen.getByLabelText<HTMLInputElement>('Position');
  };

  it('opens where it stands, with the focus in it', () => {
    render(<Host start="Engineer" />);
    const input = open();
    expect(document.activeElement).toBe(input);
    expect(input.value).toBe('Engineer');
  });

  it('hands over every letter at once', () => {
    const onEdit = vi.fn();
    render(<Host start="Engineer" onEdit={onEdit} />);
    fireEvent.input(open(), { target: { value: 'Eng' } });
    expect(onEdit).toHaveBeenCalledWith('Eng');
  });

  it('keeps on Enter, without sending the form, and gives the focus back', () => {
    const onSubmit = vi.fn();
    render(
      <form onSubmit={onSubmit}>
        <Host start="Engineer" />
      </form>,
    );
    const input = open();
    fireEvent.input(input, { target: { value: 'Founder' } });
    expect(fireEvent.keyDown(input, { key: 'Enter' })).toBe(false);
    expect(onSubmit).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Edit Position: Founder' }));
  });

  it('brings the old value back on Escape, without closing the popup', () => {
    render(<Host start="Engineer" />);
    const input = open();
    fireEvent.input(input, { target: { value: 'Founder' } });
    expect(fireEvent.keyDown(input, { key: 'Escape' })).toBe(false);
    expect(screen.getByRole('button', { name: 'Edit Position: Engineer' })).toBeTruthy();
  });

  it('offers to add what the page does not have', () => {
    render(<EditableField name="position" label="Position" field={undefined} onEdit={() => undefined} />);
    expect(screen.getByRole('button', { name: 'Add: Position' })).toBeTruthy();
  });
});
