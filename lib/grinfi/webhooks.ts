import * as v from 'valibot';
import type { Webhook } from '../workspace.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { unlessGone } from './errors.ts';
import { id, one, optionalText, present, rows } from './reply.ts';

const path = ['integrations', 'api', 'webhooks'];

/** The events that a read shows are fewer than those that can be set, so any is taken. */
const webhookSchema = v.pipe(
  v.object({
    uuid: id,
    name: optionalText,
    event: optionalText,
    request_method: optionalText,
    target_url: optionalText,
    status: optionalText,
  }),
  v.transform(
    (row): Webhook => ({
      id: row.uuid,
      name: row.name ?? row.event ?? row.uuid,
      event: row.event ?? 'unknown',
      method: row.request_method ?? 'POST',
      url: row.target_url ?? '',
      isOn: row.status === 'on',
    }),
  ),
);

/** All of the workspace: the reference knows no pages here. */
export async function listWebhooks(client: GrinfiClient, options: CallOptions = {}): Promise<Webhook[]> {
  return (await client.get({ ...options, path, reply: rows(webhookSchema) })).rows;
}

export type NewWebhook = Pick<Webhook, 'name' | 'event' | 'url'> & { method?: string | undefined };

/** The method always goes along: it is marked optional, and reported to be wanted. */
export function createWebhook(
  client: GrinfiClient,
  { name, event, url, method = 'POST' }: NewWebhook,
  options: CallOptions = {},
): Promise<Webhook> {
  const body = { name, event, target_url: url, request_method: method, status: 'on' };
  return client.post({ ...options, path, body, reply: one(webhookSchema) });
}

/**
 * Changes name and address, switches it on or off; what is absent stays. The event cannot be changed here:
 * the reference takes 4 of 19 for it.
 */
export async function updateWebhook(
  client: GrinfiClient,
  webhookId: string,
  changes: { name?: string | undefined; url?: string | undefined; isOn?: boolean | undefined },
  options: CallOptions = {},
): Promise<void> {
  const { name, url, isOn } = changes;
  const status = isOn === undefined ? undefined : isOn ? 'on' : 'off';
  const body = present({ name, target_url: url, status });
  if (Object.keys(body).length === 0) return;
  await client.put({ ...options, path: [...path, webhookId], body });
}

/** One that is gone already is no error, so it may be repeated. */
export async function deleteWebhook(
  client: GrinfiClient,
  webhookId: string,
  options: CallOptions = {},
): Promise<void> {
  await unlessGone(client.delete({ ...options, path: [...path, webhookId] }));
}

const longestAnswer = 500;

/**
 * Has Grinfi call the address with an example.
 *
 * Source: reference, `testWebhook`: the id alone is refused, so what it stands for goes along.
 * @returns what came back from there, at most 500 characters; its shape is in no source
 */
export async function testWebhook(
  client: GrinfiClient,
  { id: uuid, event, method, url }: Pick<Webhook, 'id' | 'event' | 'method' | 'url'>,
  options: CallOptions = {},
): Promise<string> {
  const body = { uuid, event, request_method: method, target_url: url };
  const call = { ...options, path: [...path, 'test'], body, reply: v.string(), isText: true };
  return (await client.post(call)).slice(0, longestAnswer);
}
