import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { load } from 'js-yaml';
import type { FieldErrors } from './errors.ts';

/**
 * Holds traffic against `openapi.yaml`, with Ajv. Ajv understands the `nullable` of OpenAPI 3.0 itself and
 * skips keywords such as `example`, so the document's schemas are used as they stand.
 *
 * Two readings of the same schemas: the server's own (an unknown key is no error, as in the real API, which
 * drops it silently) and the strict one for tests (an unknown key is a mistake of ours).
 */

type Json = Record<string, unknown>;

interface Parameter {
  in: 'query' | 'path';
  name: string;
  required?: boolean;
  schema?: { type?: string; enum?: string[] };
}

export interface Operation {
  id: string;
  method: string;
  /** As in the document: `/leads/api/leads/{uuid}`. */
  template: string;
  query: Parameter[];
  /** JSON pointer of the schema of the request body. */
  bodyPointer?: string;
  bodyRequired: boolean;
  /** Fields of a `multipart/form-data` body, in place of JSON. */
  form?: { known: string[]; required: string[] };
  /** Status, or `2XX`, to the pointer of the reply's schema; `undefined` where no body is documented. */
  replies: Record<string, string | undefined>;
}

/** Keys that other sources know beside the reference; see the `x-conflict` marks in the document. */
const toleratedKeys: Record<string, string[]> = {
  updateLead: ['work_email', 'personal_email'],
  sendLinkedInMessage: ['linkedin_messenger_type', 'subject'],
  sendEmail: ['mailbox_uuid', 'to'],
  createTask: ['automation', 'status', 'payload', 'filter'],
};
const toleratedQuery: Record<string, string[]> = { listActivities: ['object'] };
/** Envelopes differ between sources; these say nothing about the records inside. */
const envelopeKeys = ['limit', 'offset', 'total', 'has_more'];
/** Statuses that occur on any call without being listed per operation (see `info.description`). */
const anywhere = [400, 401, 402, 403, 404, 422, 429];

const methods = ['get', 'post', 'put', 'patch', 'delete'];
const bodyPath = ['content', 'application/json', 'schema'];

function at(value: unknown, path: string[]): unknown {
  return path.reduce<unknown>((node, key) => (node as Json | undefined)?.[key], value);
}

function pointer(path: string[]): string {
  const escaped = path.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')));
  return `#/${escaped.join('/')}`;
}

/** Every object that lists its properties refuses others, unless the document says otherwise. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (node === null || typeof node !== 'object') return node;
  const skip = new Set(['example', 'default']);
  const copy = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, skip.has(key) ? value : closed(value)]),
  );
  const isObjectSchema = 'type' in copy && copy.type === 'object' && typeof copy.properties === 'object';
  return isObjectSchema && !('additionalProperties' in copy)
    ? { ...copy, additionalProperties: false }
    : copy;
}

class Contract {
  readonly document: Json;
  readonly operations: (Operation & { pattern: RegExp })[];
  readonly #open: Ajv;
  readonly #closed: Ajv;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(document: Json) {
    this.document = document;
    this.#open = newAjv().addSchema(document, 'grinfi');
    this.#closed = newAjv().addSchema(closed(document) as Json, 'grinfi');
    this.operations = this.#readOperations();
  }

  /** The operation that a call means; literal path parts win over `{…}`. */
  operation(method: string, path: string): Operation | undefined {
    return this.operations.find((one) => one.method === method.toUpperCase() && one.pattern.test(path));
  }

  errors(schema: string, value: unknown, how: 'open' | 'closed'): ErrorObject[] {
    const key = how + schema;
    let validate = this.#compiled.get(key);
    if (!validate) {
      validate = (how === 'open' ? this.#open : this.#closed).compile({ $ref: `grinfi${schema}` });
      this.#compiled.set(key, validate);
    }
    return validate(value) ? [] : [...(validate.errors ?? [])];
  }

  #readOperations(): (Operation & { pattern: RegExp })[] {
    const paths = this.document.paths as Record<string, Json>;
    const found = Object.entries(paths).flatMap(([template, item]) =>
      methods
        .filter((method) => method in item)
        .map((method) => this.#readOperation(template, method, item[method] as Json)),
    );
    const wildness = (template: string) => template.replaceAll(/\{[^}]+\}/g, '￿');
    return found.sort((a, b) => (wildness(a.template) < wildness(b.template) ? -1 : 1));
  }

  #readOperation(template: string, method: string, source: Json): Operation & { pattern: RegExp } {
    const base = ['paths', template, method];
    const parameters = ((source.parameters as Json[] | undefined) ?? []).map(
      (one) => this.#resolve(one) as unknown as Parameter,
    );
    const replies = Object.entries((source.responses as Record<string, Json>) ?? {}).map(
      ([status, reply]) => {
        const ref = reply.$ref as string | undefined;
        const path = ref ? ref.slice(2).split('/') : [...base, 'responses', status];
        const schema = at(this.document, [...path, ...bodyPath]);
        return [status, schema ? pointer([...path, ...bodyPath]) : undefined] as const;
      },
    );
    const form = at(source, ['requestBody', 'content', 'multipart/form-data', 'schema']) as Json | undefined;
    const hasBody = at(source, ['requestBody', ...bodyPath]) !== undefined;
    return {
      id: source.operationId as string,
      method: method.toUpperCase(),
      template,
      pattern: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
      query: parameters.filter((one) => one.in === 'query'),
      ...(hasBody ? { bodyPointer: pointer([...base, 'requestBody', ...bodyPath]) } : {}),
      ...(form
        ? {
            form: {
              known: Object.keys(form.properties as Json),
              required: (form.required as string[] | undefined) ?? [],
            },
          }
        : {}),
      bodyRequired: at(source, ['requestBody', 'required']) === true,
      replies: Object.fromEntries(replies),
    };
  }

  #resolve(node: Json): Json {
    const ref = node.$ref as string | undefined;
    return ref ? (at(this.document, ref.slice(2).split('/')) as Json) : node;
  }
}

function newAjv(): Ajv {
  const ajv = new Ajv({ allErrors: true, strict: false, validateSchema: false });
  addFormats(ajv);
  return ajv;
}

let loaded: Contract | undefined;

/** The document, read and indexed once. */
export function contract(): Contract {
  const here = dirname(fileURLToPath(import.meta.url));
  loaded ??= new Contract(load(readFileSync(join(here, 'openapi.yaml'), 'utf8')) as Json);
  return loaded;
}

const fieldOf = (error: ErrorObject): string => {
  const inside = error.instancePath.slice(1).split('/').filter(Boolean);
  if (error.keyword === 'required') inside.push(String(error.params.missingProperty));
  return inside.join('.');
};

function sentence(error: ErrorObject, field: string): string {
  const label = field.replaceAll('_', ' ');
  if (error.keyword === 'required') return `The ${label} field is required.`;
  if (error.keyword === 'enum') return `The selected ${label} is invalid.`;
  if (error.keyword === 'format') return `The ${label} must be a valid ${String(error.params.format)}.`;
  if (error.keyword === 'type') return `The ${label} must be of type ${String(error.params.type)}.`;
  return `The ${label} ${error.message ?? 'is invalid'}.`;
}

/** What the server has against a body: field to messages, empty when it takes it. */
export function bodyErrors(operation: Operation, body: unknown): FieldErrors {
  if (!operation.bodyPointer) return {};
  // The server takes an absent body for an empty object.
  const value = body === undefined ? {} : body;
  const found: FieldErrors = {};
  for (const error of contract().errors(operation.bodyPointer, value, 'open')) {
    const field = fieldOf(error);
    if (field === '' || error.keyword === 'anyOf') continue;
    found[field] = [...(found[field] ?? []), sentence(error, field)];
  }
  if (typeof value !== 'object' || value === null) return { body: ['The body must be a JSON object.'] };
  return found;
}

export interface CheckedRequest {
  body?: unknown;
  contentType?: string | undefined;
}

function describe(errors: ErrorObject[], tolerated: string[]): string[] {
  return errors
    .filter((error) => {
      const key = error.params.additionalProperty as string | undefined;
      return !(
        error.keyword === 'additionalProperties' &&
        error.instancePath === '' &&
        tolerated.includes(key ?? '')
      );
    })
    .map((error) => {
      const extra = error.params.additionalProperty as string | undefined;
      return `${error.instancePath || 'body'} ${error.message}${extra ? ` (${extra})` : ''}`;
    });
}

function checkQuery(operation: Operation, query: URLSearchParams): string[] {
  const problems: string[] = [];
  const known = new Map(operation.query.map((one) => [one.name, one]));
  const tolerated = toleratedQuery[operation.id] ?? [];
  for (const [key, value] of query) {
    const name = key.replace(/\[.*$/, '');
    const parameter = known.get(name);
    if (!parameter) {
      // A flat key would be dropped silently by the server, and everything come back.
      if (!tolerated.includes(name)) problems.push(`query ${key} is not documented`);
    } else if (parameter.schema?.type === 'integer' && !/^\d+$/.test(value)) {
      problems.push(`query ${key} must be an integer`);
    } else if (parameter.schema?.enum && !parameter.schema.enum.includes(value)) {
      problems.push(`query ${key} must be one of ${parameter.schema.enum.join(', ')}`);
    }
  }
  const given = new Set([...query.keys()].map((key) => key.replace(/\[.*$/, '')));
  const missing = operation.query.filter((one) => one.required && !given.has(one.name));
  return [...problems, ...missing.map((one) => `query ${one.name} is required`)];
}

/**
 * A mass action whose `ids` are empty and that does not say `all` either. The document allows it, but what
 * the server makes of it is not known, and "everything" is one possibility.
 */
function isAimless(operation: Operation, body: unknown): boolean {
  if (!operation.id.endsWith('MassAction')) return false;
  const ids = at(body, ['filter', 'ids']);
  return at(body, ['filter', 'all']) !== true && !(Array.isArray(ids) && ids.length > 0);
}

function checkForm({ known, required }: { known: string[]; required: string[] }, request: CheckedRequest) {
  const isForm = request.contentType?.startsWith('multipart/form-data') ?? true;
  if (!isForm || typeof request.body !== 'object') return ['content type must be multipart/form-data'];
  // `payload[name]` is how a form writes a key of an object.
  const given = Object.keys(request.body ?? {}).map((name) => name.replace(/\[.*$/, ''));
  return [
    ...given.filter((name) => !known.includes(name)).map((name) => `form field ${name} is not documented`),
    ...required.filter((name) => !given.includes(name)).map((name) => `form field ${name} is required`),
  ];
}

/** What is wrong with a request by the document; empty when nothing. `path` may carry a query. */
export function checkRequest(method: string, path: string, request: CheckedRequest): string[] {
  const url = new URL(path, 'http://grinfi.invalid');
  const operation = contract().operation(method, url.pathname);
  if (!operation) return [`${method} ${url.pathname} is not in the document`];
  const problems = checkQuery(operation, url.searchParams);
  if (request.body === undefined) {
    return operation.bodyRequired ? [...problems, 'body is required'] : problems;
  }
  if (operation.form) return [...problems, ...checkForm(operation.form, request)];
  if (!operation.bodyPointer) return [...problems, 'body is not documented'];
  if (request.contentType !== undefined && !request.contentType.startsWith('application/json')) {
    problems.push(`content type must be application/json, not ${request.contentType}`);
  }
  if (isAimless(operation, request.body)) problems.push('a mass action must name its records');
  const errors = contract().errors(operation.bodyPointer, request.body, 'closed');
  return [...problems, ...describe(errors, toleratedKeys[operation.id] ?? [])];
}

/** Takes the `{lead: {…}}` wrapper off, which some sources report and the reference does not show. */
function unwrapped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrapped);
  if (value === null || typeof value !== 'object') return value;
  if ('lead' in value && typeof value.lead === 'object') return value.lead;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, Array.isArray(inner) ? inner.map(unwrapped) : inner]),
  );
}

/** What is wrong with a reply by the document; `body` is `undefined` when it was empty. */
export function checkReply(method: string, path: string, status: number, body: unknown): string[] {
  const url = new URL(path, 'http://grinfi.invalid');
  const operation = contract().operation(method, url.pathname);
  if (!operation) return [];
  const documented = String(status) in operation.replies;
  const undocumentedShape = status < 300 && '2XX' in operation.replies;
  if (!documented && !undocumentedShape) {
    if (!anywhere.includes(status) && status < 500) return [`status ${status} is not documented`];
    return body === undefined
      ? []
      : describe(contract().errors('#/components/schemas/error', body, 'closed'), []);
  }
  const schema = operation.replies[String(status)];
  if (!schema) return status === 204 && body !== undefined ? ['204 must have no body'] : [];
  if (body === undefined) return [`status ${status} must have a body`];
  return describe(contract().errors(schema, unwrapped(body), 'closed'), envelopeKeys);
}

/** Both sides of one call; empty when all is as documented. */
export function checkExchange(
  method: string,
  path: string,
  request: CheckedRequest,
  status: number,
  responseBody: unknown,
): string[] {
  return [
    ...checkRequest(method, path, request).map((problem) => `request: ${problem}`),
    ...checkReply(method, path, status, responseBody).map((problem) => `reply: ${problem}`),
  ];
}
