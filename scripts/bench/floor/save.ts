import type { LeastSave, LeastSaved } from './worker.ts';

/** The least that a screen with a Save can be: a press is drawn, handed over, and its end is drawn. */

declare global {
  /** What the next press saves. */
  var leastSave: LeastSave | undefined;
  /** From the press to the last answer and to the words, in ms. */
  var leastTimes: { answered: number; told: number } | undefined;
}

const button = document.createElement('button');
const words = document.createElement('p');
document.body.append(button, words);
button.textContent = 'Save';

const now = () => performance.timeOrigin + performance.now();

button.addEventListener('click', async () => {
  const pressed = now();
  const saving = chrome.runtime.sendMessage(globalThis.leastSave) as Promise<LeastSaved | { error: string }>;
  words.textContent = 'Saving…';
  const answer = await saving;
  // Without times, the bench ends with an error instead of a figure.
  if ('error' in answer) throw new Error(answer.error);
  const { answeredAt } = answer;
  words.textContent = 'Saved';
  globalThis.leastTimes = { answered: answeredAt - pressed, told: now() - pressed };
});
