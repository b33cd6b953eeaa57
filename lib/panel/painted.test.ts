import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { painted } from './painted.ts';

/** A browser that shows a frame when the test says so. */
let frames: FrameRequestCallback[] = [];
const showFrame = async () => {
  for (const frame of frames.splice(0)) frame(0);
  await vi.advanceTimersByTimeAsync(0);
};

describe('what is shown by now', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  });
  afterEach(() => {
    frames = [];
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const followed = () => {
    const told = vi.fn();
    void painted().then(told);
    return told;
  };

  it('is seen when the frame that has it is over', async () => {
    const told = followed();
    await showFrame();
    expect(told).not.toHaveBeenCalled();
    await showFrame();
    expect(told).toHaveBeenCalledOnce();
  });

  it('is not waited for in a window that shows no frames', async () => {
    const told = followed();
    await vi.advanceTimersByTimeAsync(399);
    expect(told).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toHaveBeenCalledOnce();
  });
});
