import { browser } from 'wxt/browser';

export interface Remembered<T> {
  get(): Promise<T>;
  /** To be called when it was written; what else changes it is told by the browser. */
  forget(): void;
}

/**
 * What is stored under these names, read once and then kept while the worker runs: for what the worker alone
 * writes and every request asks for. A read takes some milliseconds, and holds up the requests beside it.
 */
export function remember<T>(names: readonly string[], read: () => Promise<T>): Remembered<T> {
  let value: Promise<T> | undefined;
  const forget = () => {
    value = undefined;
  };
  browser.storage.onChanged.addListener((changes) => {
    if (names.some((name) => name in changes)) forget();
  });
  return {
    get() {
      if (!value) {
        value = read();
        value.catch(forget);
      }
      return value;
    },
    forget,
  };
}
