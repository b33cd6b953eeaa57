import type { Hono } from 'hono';
import * as v from 'valibot';
import { seeds } from './seed.ts';
import { summary } from './summary.ts';
import type { Env, World } from './world.ts';

const match = { method: v.optional(v.string()), path: v.optional(v.string()) };
const when = v.optional(v.picklist(['before', 'after']));
const headers = v.optional(v.record(v.string(), v.string()));

const faultSchema = v.variant('kind', [
  v.object({
    kind: v.literal('status'),
    status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
    when,
    headers,
    body: v.optional(v.unknown()),
  }),
  v.object({ kind: v.literal('delay'), ms: v.pipe(v.number(), v.minValue(0)) }),
  v.object({ kind: v.literal('drop'), when }),
  v.object({ kind: v.literal('malformed') }),
  v.object({ kind: v.literal('empty') }),
  v.object({ kind: v.literal('portal') }),
]);
const ruleSchema = v.object({
  ...match,
  fault: faultSchema,
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  skip: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
const holdSchema = v.object({ ...match, when });
const keySchema = v.object({
  key: v.string(),
  teamId: v.pipe(v.number(), v.integer()),
  userId: v.pipe(v.number(), v.integer()),
});
const revokeSchema = v.object({ key: v.optional(v.string()) });
const resetSchema = v.object({ seed: v.optional(v.picklist(['demo', 'empty']), 'demo') });

/** Leaves out what was not given, as the exact optional types want it. */
function given<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}

function wordsFor(error: unknown): string {
  if (!v.isValiError(error)) return String(error);
  return error.issues.map((issue) => `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`).join('\n');
}

/**
 * `Control` over HTTP, for a test in another process and for playing by hand. No key is asked for, since the
 * stand-in listens on loopback alone.
 */
export function controlRoutes(app: Hono<Env>, { state, control, quirks }: World): void {
  const done = () => Response.json({ ok: true });
  const holdOf = (id: string) => control.holdById(Number(id));
  const noHold = () => Response.json({ ok: false, message: 'no such hold' }, { status: 404 });
  const post = (path: string, act: (body: unknown) => Response | undefined) =>
    app.post(`/__control/${path}`, async (c) => {
      const text = await c.req.text();
      try {
        return act(text === '' ? {} : JSON.parse(text)) ?? done();
      } catch (error) {
        return c.json({ ok: false, message: wordsFor(error) }, 400);
      }
    });

  post('fail', (body) => {
    const rule = v.parse(ruleSchema, body);
    control.fail({ ...given(rule), fault: given(rule.fault) });
    return undefined;
  });
  const commands = {
    heal: () => control.heal(),
    down: () => control.goDown(),
    up: () => control.goUp(),
    'run-jobs': () => control.runJobs(),
    'release-all': () => control.releaseAll(),
  };
  for (const [name, run] of Object.entries(commands)) {
    post(name, () => {
      run();
      return undefined;
    });
  }
  post('reset', (body) => {
    const seed = seeds[v.parse(resetSchema, body).seed];
    if (seed) control.reset(seed);
    return undefined;
  });
  post('allow-key', (body) => {
    const { key, ...owner } = v.parse(keySchema, body);
    control.allowKey(key, owner);
    return undefined;
  });
  post('revoke-key', (body) => {
    control.revokeKey(v.parse(revokeSchema, body).key);
    return undefined;
  });
  post('quirks', (body) => {
    Object.assign(quirks, v.parse(v.record(v.picklist(Object.keys(quirks)), v.unknown()), body));
    return Response.json(quirks);
  });

  post('hold', (body) => Response.json({ id: control.hold(given(v.parse(holdSchema, body))).id }));
  app.get('/__control/hold/:id', (c) => {
    const hold = holdOf(c.req.param('id'));
    return hold ? c.json({ waiting: hold.waiting }) : noHold();
  });
  // Answers when a call stands there, so that a test needs no polling.
  app.get('/__control/hold/:id/reached', async (c) => {
    const hold = holdOf(c.req.param('id'));
    return hold ? c.json(await hold.reached()) : noHold();
  });
  app.post('/__control/hold/:id/release', (c) => {
    const hold = holdOf(c.req.param('id'));
    if (!hold) return noHold();
    hold.release();
    return done();
  });

  app.get('/__control/log', (c) => c.json(control.log(c.req.query())));
  app.delete('/__control/log', () => {
    state.clearLog();
    return done();
  });
  app.get('/__control/state', (c) => c.json(state));
  app.get('/__control/summary', (c) => c.text(summary(state)));
}
