import type { Hono } from 'hono';
import { z } from 'zod';
import { seeds } from './seed.ts';
import { summary } from './summary.ts';
import type { Env, World } from './world.ts';

const match = { method: z.string().optional(), path: z.string().optional() };
const when = z.enum(['before', 'after']).optional();
const headers = z.record(z.string(), z.string()).optional();

const faultSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('status'),
    status: z.int().min(200).max(599),
    when,
    headers,
    body: z.unknown().optional(),
  }),
  z.object({ kind: z.literal('delay'), ms: z.number().min(0) }),
  z.object({ kind: z.literal('drop'), when }),
  z.object({ kind: z.literal('malformed') }),
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('portal') }),
]);
const ruleSchema = z.object({
  ...match,
  fault: faultSchema,
  times: z.int().min(1).optional(),
  skip: z.int().min(0).optional(),
});
const holdSchema = z.object({ ...match, when });
const keySchema = z.object({ key: z.string(), teamId: z.int(), userId: z.int() });
const revokeSchema = z.object({ key: z.string().optional() });
const resetSchema = z.object({ seed: z.enum(['demo', 'empty']).default('demo') });

/** Leaves out what was not given, as the exact optional types want it. */
function given<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]: Exclude<T[Key], undefined> };
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
        return c.json({ ok: false, message: String(error) }, 400);
      }
    });

  post('fail', (body) => {
    const rule = ruleSchema.parse(body);
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
    const seed = seeds[resetSchema.parse(body).seed];
    if (seed) control.reset(seed);
    return undefined;
  });
  post('allow-key', (body) => {
    const { key, ...owner } = keySchema.parse(body);
    control.allowKey(key, owner);
    return undefined;
  });
  post('revoke-key', (body) => {
    control.revokeKey(revokeSchema.parse(body).key);
    return undefined;
  });
  post('quirks', (body) => {
    Object.assign(quirks, z.partialRecord(z.enum(Object.keys(quirks)), z.unknown()).parse(body));
    return Response.json(quirks);
  });

  post('hold', (body) => Response.json({ id: control.hold(given(holdSchema.parse(body))).id }));
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
