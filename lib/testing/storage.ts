import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Empties the in-memory browser, and gives its storage what it lacks of Chrome's. */
export function useStorage(
  setAccessLevel: (area: string, accessLevel: string) => Promise<void> = async () => undefined,
): void {
  fakeBrowser.reset();
  for (const name of ['local', 'session'] as const)
    Object.assign(fakeBrowser.storage[name], {
      setAccessLevel: ({ accessLevel }: { accessLevel: string }) => setAccessLevel(name, accessLevel),
    });
}
