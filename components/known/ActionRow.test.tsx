// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { ActionRow } from './ActionRow.tsx';

// By Preact itself: what the testing library renders has its later effects behind it at once.
const host = document.createElement('main');
function show(isOpen: boolean): void {
  document.body.append(host);
  render(
    <ActionRow icon="trash" label="Edit" hint="" isOpen={isOpen} onOpen={() => {}} onClose={() => {}}>
      <input name="first" />
      <input name="second" />
    </ActionRow>,
    host,
  );
}
afterEach(() => render(null, host));

const laterEffects = () => new Promise((resolve) => setTimeout(resolve, 50));

it('takes the focus along as it opens, and never from a field that was chosen since', async () => {
  show(false);
  show(true);
  const [first, second] = host.querySelectorAll('input');
  expect(document.activeElement).toBe(first);
  second?.focus();
  await laterEffects();
  expect(document.activeElement).toBe(second);
});

it('gives the focus back as it closes, where nothing else has it', () => {
  show(false);
  show(true);
  show(false);
  expect(document.activeElement).toBe(host.querySelector('button'));
});
