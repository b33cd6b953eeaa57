import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { bodyErrors, checkReply, checkRequest, contract } from './contract.ts';
import { Control, type Fault } from './control.ts';
import { controlRoutes } from './control-routes.ts';
import { ApiError, DroppedConnection, errorEnvelope } from './errors.ts';
import { Maker } from './make.ts';
import { pages } from './pages.ts';
import { RateLimit } from './rate-limit.ts';
import { activities } from './resources/activities.ts';
import { aiTemplates } from './resources/ai-templates.ts';
import { attachments } from './resources/attachments.ts';
import { blacklist } from './resources/blacklist.ts';
import { companies } from './resources/companies.ts';
import { contactActions } from './resources/contact-actions.ts';
import { contacts } from './resources/contacts.ts';
import { customFields } from './resources/custom-fields.ts';
import { dataSources } from './resources/data-sources.ts';
import { emails } from './resources/emails.ts';
import { enrichment } from './resources/enrichment.ts';
import { files } from './resources/files.ts';
import { flows } from './resources/flows.ts';
import { linkedinBrowsers } from './resources/linkedin-browsers.ts';
import { linkedinMessages } from './resources/linkedin-messages.ts';
import { lists } from './resources/lists.ts';
import { notes } from './resources/notes.ts';
import { pipelineStages } from './resources/pipeline-stages.ts';
import { senderProfiles } from './resources/sender-profiles.ts';
import { tags } from './resources/tags.ts';
import { tasks } from './resources/tasks.ts';
import { user } from './resources/user.ts';
import { webhooks } from './resources/webhooks.ts';
import { demoSeed, type Seed } from './seed.ts';
import { FakeState, type LoggedRequest } from './state.ts';
import { defaultQuirks, type Env, type Quirks, type Resource, type World } from './world.ts';

/** A new resource is one file and one name here. Those with literal paths come before those with `:uuid`. */
const resources: Resource[] = [
  user,
  enrichment,
  contactActions,
  contacts,
  companies,
  lists,
  tags,
  pipelineStages,
  customFields,
  notes,
  activities,
  flows,
  senderProfiles,
  tasks,
  linkedinMessages,
  emails,
  aiTemplates,
  attachments,
  blacklist,
  dataSources,
  webhooks,
  linkedinBrowsers,
  files,
];

export interface FakeGrinfiOptions {
  /** What it holds at the start; the demo data when left out. */
  seed?: Seed;
  /** The server's clock, ms since 1970. */
  now?: () => number;
  /** Waits for the fault `delay`. */
  sleep?: (ms: number) => Promise<void>;
  /** Calls a minute and key; 300 when left out, `false` for no limit. */
  perMinute?: number | false;
  quirks?: Partial<Quirks>;
  /** Notes every request and reply that is not as `openapi.yaml` says, in `state.violations`. */
  strict?: boolean;
}

export interface FakeGrinfi {
  /** Rejects with `DroppedConnection` where the real thing would drop the connection. */
  fetch: (request: Request) => Promise<Response>;
  state: FakeState;
  control: Control;
  make: Maker;
  /** May be changed at any time. */
  quirks: Quirks;
  rate: RateLimit;
}

/** What arrived, with the body read: once it is here, the caller may go away without stopping the work. */
interface Call {
  request: Request;
  url: URL;
  entry: LoggedRequest;
  key: string | undefined;
  body: unknown;
  contentType: string | undefined;
}

const apiPath = /^\/(id|leads|flows|emails|browsers|integrations|ai)\//;

const wifiPage = `<!doctype html><html><head><title>Welcome to Hotel Wi-Fi</title></head>
<body><h1>Sign in to use the network</h1><form method="post" action="/login"><button>Accept</button></form></body></html>`;

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isForm(contentType: string | undefined): boolean {
  return contentType?.startsWith('multipart/form-data') ?? false;
}

/** Fields as texts; a file as its name, type and size, since the log keeps the body. */
async function formOf(request: Request): Promise<Record<string, unknown>> {
  const form = await request.formData();
  const fields = [...form].map(([name, value]) => [
    name,
    typeof value === 'string' ? value : { name: value.name, type: value.type, size: value.size },
  ]);
  return Object.fromEntries(fields) as Record<string, unknown>;
}

/** The API, its failures, and the pages that show what it holds. */
export function createFakeGrinfi(options: FakeGrinfiOptions = {}): FakeGrinfi {
  const now = options.now ?? Date.now;
  const sleep = options.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const state = new FakeState();
  const make = new Maker(state, now);
  const rate = new RateLimit(options.perMinute ?? 300, now);
  const control = new Control(state, (seed) => {
    rate.forget();
    seed(state, make);
  });
  const quirks: Quirks = { ...defaultQuirks, ...options.quirks };
  const world: World = { state, make, control, quirks };
  const kept = <Row extends object>(changes: Row): Row =>
    Object.fromEntries(Object.entries(changes).filter(([name]) => !quirks.dropped.includes(name))) as Row;
  state.leads.kept = kept;
  state.companies.kept = kept;
  (options.seed ?? demoSeed)(state, make);

  const app = new Hono<Env>();
  app.onError((error) => {
    if (error instanceof ApiError) return error.toResponse();
    throw error;
  });
  app.notFound((c) => {
    // The document knows more than is played here; a test that needs it should see that at once.
    if (!apiPath.test(c.req.path)) return c.text('Not found', 404);
    return c.json(errorEnvelope(501, {}, 'The stand-in does not play this call yet.'), 501);
  });
  app.use(async (c, next) => {
    if (!apiPath.test(c.req.path)) return next();
    checkCall(c.req.raw, (name, value) => c.set(name, value));
    return next();
  });
  for (const resource of resources) resource(app, world);
  controlRoutes(app, world);
  pages(app, world);

  /** Bearer key, path and body, in this order; sets the caller and the body for the resource. */
  function checkCall(
    request: Request,
    set: <Name extends keyof Env['Variables']>(name: Name, value: Env['Variables'][Name]) => void,
  ): void {
    const call = calls.get(request);
    const owner = call?.key === undefined ? undefined : state.keys.get(call.key);
    if (!call || !owner) throw new ApiError(401);
    const operation = contract().operation(call.entry.method, call.entry.path);
    if (!operation) throw new ApiError(404);
    if (typeof call.body === 'string' && isJson(call)) throw new ApiError(400, {}, 'Malformed JSON.');
    // A form-encoded body is not read at all, so every required field is missing.
    const body = isJson(call) || isForm(call.contentType) ? call.body : undefined;
    const errors = bodyErrors(operation, body);
    if (Object.keys(errors).length > 0) throw new ApiError(422, errors);
    set('caller', owner);
    set('body', typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {});
  }

  const isJson = (call: Call) => call.contentType?.startsWith('application/json') ?? false;
  const calls = new WeakMap<Request, Call>();

  async function receive(request: Request): Promise<Call> {
    const url = new URL(request.url);
    const key = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
    const contentType = request.headers.get('content-type') ?? undefined;
    const body = isForm(contentType) ? await formOf(request) : parsed(await request.text());
    const entry = state.record({
      at: now(),
      method: request.method,
      path: url.pathname,
      query: url.search,
      ...(body === undefined ? {} : { body }),
      ...(key === undefined
        ? {}
        : { key: { last4: key.slice(-4), sha256: createHash('sha256').update(key).digest('hex') } }),
    });
    // Hono reads method, address and headers of this copy; it stands on no connection that could break.
    const copy = new Request(request.url, { method: request.method, headers: request.headers });
    const call = { request: copy, url, entry, key, body, contentType };
    calls.set(copy, call);
    return call;
  }

  async function work(call: Call): Promise<Response> {
    const waitMs = rate.take(call.key ?? '');
    const limited = () => {
      const headers = quirks.retryAfter ? { 'retry-after': String(Math.ceil(waitMs / 1000)) } : undefined;
      return Response.json(errorEnvelope(429), { status: 429, ...(headers ? { headers } : {}) });
    };
    const response = waitMs > 0 ? limited() : await app.fetch(call.request);
    call.entry.worked = waitMs === 0;
    if (options.strict) await noteViolations(call, response.clone());
    state.changed();
    return response;
  }

  async function noteViolations({ entry, body, contentType }: Call, response: Response): Promise<void> {
    const { id: requestId, method, path } = entry;
    const note = (side: 'request' | 'reply') => (message: string) =>
      void state.violations.push({ requestId, side, method, path, message });
    const text = await response.text();
    checkRequest(method, path + entry.query, { body, contentType }).forEach(note('request'));
    checkReply(method, path, response.status, parsed(text)).forEach(note('reply'));
  }

  function settle(entry: LoggedRequest, outcome: 'answered' | 'dropped', status?: number): void {
    entry.outcome = outcome;
    if (status !== undefined) entry.status = status;
    state.changed();
  }

  function drop(entry: LoggedRequest): never {
    settle(entry, 'dropped');
    throw new DroppedConnection();
  }

  /** The answer of a fault that keeps the API from seeing the call; `undefined` lets it through. */
  async function before(fault: Fault | undefined, entry: LoggedRequest): Promise<Response | undefined> {
    if (fault?.kind === 'delay') await sleep(fault.ms);
    if (fault?.kind === 'drop' && fault.when !== 'after') drop(entry);
    if (fault?.kind === 'status' && fault.when !== 'after') return statusReply(fault);
    if (fault?.kind !== 'portal') return undefined;
    return new Response(wifiPage, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  }

  async function after(
    fault: Fault | undefined,
    response: Response,
    entry: LoggedRequest,
  ): Promise<Response> {
    const { status, headers } = response;
    if (fault?.kind === 'drop') drop(entry);
    if (fault?.kind === 'status') return statusReply(fault);
    if (fault?.kind === 'empty') return new Response(null, { status });
    if (fault?.kind !== 'malformed') return response;
    const text = (await response.text()) || '{"data":[]}';
    return new Response(text.slice(0, Math.ceil(text.length / 2)), {
      status: status === 204 ? 200 : status,
      headers,
    });
  }

  function noteLeaving({ signal }: Request, entry: LoggedRequest): void {
    signal.addEventListener('abort', () => {
      if (entry.outcome !== 'pending') return;
      entry.left = true;
      state.changed();
    });
  }

  async function answer(request: Request): Promise<Response> {
    const call = await receive(request);
    const { entry } = call;
    noteLeaving(request, entry);
    if (control.isDown) drop(entry);
    await control.passHolds('before', entry);
    if (control.isDown) drop(entry);
    const fault = control.takeFault(entry.method, entry.path);
    if (fault) entry.fault = fault.kind === 'status' ? `status ${fault.status}` : fault.kind;
    const early = await before(fault, entry);
    const response = early ?? (await after(fault, await work(call), entry));
    await control.passHolds('after', entry);
    if (control.isDown) drop(entry);
    settle(entry, 'answered', response.status);
    return response;
  }

  return {
    fetch: async (request) => {
      if (!apiPath.test(new URL(request.url).pathname)) return app.fetch(request);
      const response = await answer(request);
      // As any server does, in whole seconds.
      response.headers.set('date', new Date(now()).toUTCString());
      return response;
    },
    state,
    control,
    make,
    quirks,
    rate,
  };
}

function statusReply(fault: Extract<Fault, { kind: 'status' }>): Response {
  const body = fault.body ?? errorEnvelope(fault.status);
  const headers = fault.headers ?? {};
  if (fault.status === 204) return new Response(null, { status: 204, headers });
  return Response.json(body, { status: fault.status, headers });
}
