type Call = (...given: unknown[]) => Promise<unknown>;

/**
 * Calls whose code is loaded with the first of them. All of them are functions that give promises; a failed
 * loading rejects as a failed call does, and is tried again by the next one.
 */
export function lazyCalls<Calls extends { [Name in keyof Calls]: (...given: never[]) => Promise<unknown> }>(
  load: () => Promise<Calls>,
): Calls {
  const call =
    (name: string): Call =>
    async (...given) =>
      ((await load()) as unknown as Record<string, Call>)[name]?.(...given);
  return new Proxy({} as Calls, { get: (_, name) => call(String(name)) });
}
