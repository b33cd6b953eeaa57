import { type Covered, calls } from './calls.ts';
import { functionsOf } from './sources.ts';

/** One call of the API's document. */
export interface Documented {
  id: string;
  method: string;
  path: string;
  /** The document's name for the resource. */
  tag: string;
}

/** The calls of the document, in its order. */
export function documentedCalls(document: { paths: Record<string, unknown> }): Documented[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { operationId?: string; tags?: string[] }>).flatMap(
      ([method, { operationId: id, tags }]) =>
        id === undefined ? [] : [{ id, method: method.toUpperCase(), path, tag: tags?.[0] ?? '' }],
    ),
  );
}

const head = `# The API, call by call

What of Grinfi's API this product uses, by the resources of \`fake-grinfi/openapi.yaml\`. Calls under
"Undocumented" are known from clients of the vendor's alone. Made by \`npm run api-coverage\` from
\`scripts/api-coverage/calls.ts\`: change that, not this.
`;

/** The whole page. */
export function page(documented: readonly Documented[]): string {
  const used = documented.filter(({ id }) => calls[id]?.by);
  const shown = documented.filter(({ id }) => calls[id]?.screen);
  const sum = `${documented.length} calls: ${used.length} with a function, of which ${shown.length} have a screen.`;
  const tags = [...new Set(documented.map(({ tag }) => tag))].sort();
  const parts = tags.map((tag) => section(tag, documented));
  return `${[head, sum, '', ...parts].join('\n').trimEnd()}\n`;
}

function section(tag: string, documented: readonly Documented[]): string {
  const order = Object.keys(calls);
  const own = documented
    .filter((one) => one.tag === tag)
    .sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  const lines = own.map((one) => row(one, calls[one.id] ?? {}));
  return [`## ${tag}\n`, '| Call | Function | Screen |', '| --- | --- | --- |', ...lines, ''].join('\n');
}

function row({ id, method, path }: Documented, covered: Covered): string {
  const functions = functionsOf(covered).map((one) => `\`${one.split(' ')[1]}\``);
  const screen = covered.screen ?? `no screen yet: ${covered.why ?? ''}`;
  const where = functions.length > 0 ? screen : `none: ${covered.why ?? ''}`;
  return `| \`${id}\` ${method} \`${path}\` | ${functions.join(', ') || '–'} | ${where} |`;
}
