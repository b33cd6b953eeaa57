import * as v from 'valibot';
import type { Account } from '../crm.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { GrinfiError } from './errors.ts';
import { id, isObject, one, optionalText, present, rows } from './reply.ts';

const userSchema = v.object({
  id: optionalText,
  uuid: optionalText,
  first_name: optionalText,
  last_name: optionalText,
  name: optionalText,
  email: optionalText,
});
const teamSchema = v.object({ id, name: v.string() });

/**
 * Whose key this is: the user, and the workspace that the key belongs to.
 *
 * The workspace's id stands in the key, its name in the teams; a key that may not see the teams is a good
 * key without a workspace name.
 * @param key the key that `client` uses; its claims are read and nothing is kept of it
 */
export async function getAccount(
  client: GrinfiClient,
  key: string,
  options: CallOptions = {},
): Promise<Account> {
  const workspaceId = workspaceIdOf(key);
  const [user, workspace] = await Promise.all([
    client.get({ ...options, path: ['id', 'api', 'users', 'current'], reply: one(userSchema) }),
    getWorkspace(client, workspaceId, options).catch(() => undefined),
  ]);
  const userId = user.id ?? user.uuid;
  if (userId === undefined)
    throw new GrinfiError('malformed', 'Grinfi did not say whose key this is.', { status: 200 });
  const fullName = [user.first_name, user.last_name].filter(Boolean).join(' ');
  return {
    userId,
    userName: fullName || user.name || user.email || '',
    ...present({
      email: user.email,
      workspaceId: workspaceId ?? workspace?.id,
      workspaceName: workspace?.name,
    }),
  };
}

async function getWorkspace(client: GrinfiClient, workspaceId: string | undefined, options: CallOptions) {
  const call = {
    ...options,
    isOptional: true,
    retry: false,
    path: ['id', 'api', 'teams'],
    query: { limit: 100 },
  };
  const { rows: teams } = await client.get({ ...call, reply: rows(teamSchema) });
  if (workspaceId !== undefined) return teams.find((team) => team.id === workspaceId);
  // Without the claim, several teams leave open which one it is.
  return teams.length === 1 ? teams[0] : undefined;
}

/** The claim of the JWT that names the team. The signature is the server's business. */
export function workspaceIdOf(key: string): string | undefined {
  try {
    const payload = (key.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const claims: unknown = JSON.parse(atob(payload));
    const team = isObject(claims) ? claims.specific_team_id : undefined;
    return typeof team === 'number' || (typeof team === 'string' && team !== '') ? String(team) : undefined;
  } catch {
    return undefined;
  }
}
