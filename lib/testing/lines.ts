import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';

interface Sender {
  id?: string | undefined;
  url?: string | undefined;
}

/** One end of a line between a screen and the worker. */
export interface LineEnd {
  sender?: Sender | undefined;
  onMessage: { addListener: (listener: (message: unknown) => void) => void };
  onDisconnect: { addListener: (listener: () => void) => void };
  postMessage: (message: unknown) => void;
  /** Told to the other end alone, as in the browser. */
  disconnect: () => void;
}

/**
 * Gives the in-memory browser the lines that it lacks: `runtime.connect` and `runtime.onConnect`, as of one of
 * our own pages or of `sender`. What is sent arrives later, as data, and not at all once a line was hung up.
 */
export function useLines(sender?: Sender) {
  const listeners: ((line: LineEnd) => void)[] = [];
  const open = new Set<LineEnd>();
  const from = sender ?? { id: browser.runtime.id, url: browser.runtime.getURL('/popup.html' as never) };
  const connect = (): LineEnd => {
    const [near, far] = pairOf(from);
    open.add(near);
    for (const listener of listeners) listener(far);
    return near;
  };
  Object.assign(fakeBrowser.runtime, {
    connect,
    onConnect: { addListener: (listener: (line: LineEnd) => void) => listeners.push(listener) },
  });
  return {
    connect,
    /** What the browser does when a screen is closed. */
    closeScreen() {
      for (const line of open) line.disconnect();
    },
  };
}

function pairOf(sender: Sender): [LineEnd, LineEnd] {
  let isOpen = true;
  const end = () => ({ told: [] as ((message: unknown) => void)[], left: [] as (() => void)[] });
  const ends = [end(), end()] as const;
  const lineEnd = (own: ReturnType<typeof end>, other: ReturnType<typeof end>): LineEnd => ({
    onMessage: { addListener: (listener) => own.told.push(listener) },
    onDisconnect: { addListener: (listener) => own.left.push(listener) },
    postMessage(message) {
      if (!isOpen) throw new Error('Attempting to use a disconnected port object');
      const data: unknown = JSON.parse(JSON.stringify(message));
      queueMicrotask(() => {
        if (isOpen) for (const listener of other.told) listener(data);
      });
    },
    disconnect() {
      if (!isOpen) return;
      isOpen = false;
      for (const listener of other.left) listener();
    },
  });
  return [lineEnd(ends[0], ends[1]), { ...lineEnd(ends[1], ends[0]), sender }];
}
