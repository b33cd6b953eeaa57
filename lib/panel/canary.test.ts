import { describe, expect, it, vi } from 'vitest';
import { Failure } from '../failure.ts';
import type { Send } from '../send.ts';
import { type CanaryState, createCanary } from './canary.ts';

const shape = { page: 'profile', layout: 'sdui' } as const;

/** A worker that answers each message when told to. */
function start() {
  const answers: {
    name: string;
    input: unknown;
    give: (value: unknown) => void;
    fail: (e: unknown) => void;
  }[] = [];
  const send = vi.fn(
    (name: string, input: unknown) =>
      new Promise((resolve, reject) => {
        answers.push({ name, input, give: resolve, fail: reject });
      }),
  ) as unknown as Send;
  const states: CanaryState[] = [];
  const deps = { saveFile: vi.fn(), onPointed: vi.fn(), onPointing: vi.fn(), tabId: () => 7 };
  const canary = createCanary({ send, ...deps }, (state) => states.push(state));
  return { canary, answers, states, ...deps };
}

describe('pointing at a field', () => {
  it('reads the page again once the user has pointed', async () => {
    const { canary, answers, states, onPointed, onPointing } = start();
    const done = canary.point('location', shape);
    expect(answers[0]).toMatchObject({ name: 'pickField', input: { tabId: 7, field: 'location', ...shape } });
    expect(onPointing).toHaveBeenCalledOnce();
    answers[0]?.give({ outcome: 'picked' });
    await done;
    expect(states).toEqual([{ step: 'pointing', field: 'location' }, { step: 'none' }]);
    expect(onPointed).toHaveBeenCalledOnce();
  });

  it('reads nothing when the user gave up', async () => {
    const { canary, answers, states, onPointed } = start();
    const done = canary.point('location', shape);
    answers[0]?.give({ outcome: 'cancelled' });
    await done;
    expect(states.at(-1)).toEqual({ step: 'none' });
    expect(onPointed).not.toHaveBeenCalled();
  });

  it('is taken off the page when stopped, and its late answer is dropped', async () => {
    const { canary, answers, states, onPointed } = start();
    const done = canary.point('location', shape);
    canary.stop();
    expect(answers[1]).toMatchObject({ name: 'cancelPick', input: { tabId: 7 } });
    answers[0]?.give({ outcome: 'picked' });
    await done;
    expect(states).toHaveLength(2);
    expect(onPointed).not.toHaveBeenCalled();
  });

  it('says what failed', async () => {
    const { canary, answers, states } = start();
    const done = canary.point('location', shape);
    answers[0]?.fail(new Failure('page', 'gone'));
    await done;
    expect(states.at(-1)).toEqual({ step: 'failed', kind: 'page', message: 'gone' });
  });
});

describe('a redacted copy', () => {
  it('is shown first and saved on a second press', async () => {
    const { canary, answers, states, saveFile } = start();
    canary.save();
    const done = canary.copy();
    answers[0]?.give({ html: '<html>' });
    await done;
    expect(states).toEqual([{ step: 'copying' }, { step: 'copied', html: '<html>' }]);
    expect(saveFile).not.toHaveBeenCalled();
    canary.save();
    expect(saveFile).toHaveBeenCalledExactlyOnceWith('linkedin-page-redacted.html', '<html>');
    expect(states.at(-1)).toEqual({ step: 'none' });
  });

  it('of a page that was left is dropped', async () => {
    const { canary, answers, states } = start();
    const done = canary.copy();
    canary.stop();
    answers[0]?.give({ html: '<html>' });
    await done;
    expect(states.at(-1)).toEqual({ step: 'none' });
  });
});
