import { beforeEach, describe, expect, it, vi } from 'vitest';
import { demoKey, makeKey } from '../../fake-grinfi/seed.ts';
import { clientOn, json } from '../testing/answering.ts';
import { fakeGrinfiClient } from '../testing/fake-grinfi-client.ts';
import { getAccount, workspaceIdOf } from './users.ts';

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

describe('account', () => {
  it('names the user and the workspace of the key', async () => {
    const { fake, client } = fakeGrinfiClient();
    expect(await getAccount(client, demoKey)).toEqual({
      userId: '57',
      userName: 'Marla Quillfeather',
      email: 'marla@fernhill-partners.example.com',
      workspaceId: '4821',
      workspaceName: 'Fernhill Partners',
    });
    expect(fake.state.violations).toEqual([]);
  });

  it.each([403, 500])(
    'does without the workspace’s name when the teams answer %i, and holds nothing against the key',
    async (status) => {
      const onAuthRefused = vi.fn();
      const { fake, client } = fakeGrinfiClient({}, { onAuthRefused });
      fake.control.fail({ path: '/id/api/teams', fault: { kind: 'status', status }, times: 9 });
      const account = await getAccount(client, demoKey);
      expect(account).toMatchObject({ workspaceId: '4821' });
      expect(account.workspaceName).toBeUndefined();
      expect(onAuthRefused).not.toHaveBeenCalled();
    },
  );

  it('takes the only team for the workspace where the key does not name one, but none of several', async () => {
    const teams = [
      { id: 1, name: 'One' },
      { id: 2, name: 'Two' },
    ];
    const accountWith = (data: unknown[]) => {
      const { client } = clientOn(({ path }) =>
        json(path.endsWith('/teams') ? { data } : { user: { id: 7, email: 'a@b.example' } }),
      );
      return getAccount(client, 'opaque-key');
    };
    expect(await accountWith(teams.slice(0, 1))).toEqual({
      userId: '7',
      userName: 'a@b.example',
      email: 'a@b.example',
      workspaceId: '1',
      workspaceName: 'One',
    });
    expect(await accountWith(teams)).toEqual({ userId: '7', userName: 'a@b.example', email: 'a@b.example' });
  });

  it.each([
    ['a refused key', () => json({}, 401), 'auth'],
    ['an answer that names nobody', () => json({}), 'malformed'],
    ['a page of somebody else', () => new Response('<html></html>'), 'malformed'],
  ])('fails for %s', async (_, answer, kind) => {
    await expect(getAccount(clientOn(answer).client, demoKey)).rejects.toMatchObject({ kind });
  });
});

describe('the workspace in a key', () => {
  it('is read from its payload', () => {
    expect(workspaceIdOf(makeKey({ teamId: 12, userId: 3 }, '>>>???'))).toBe('12');
  });

  it.each(['', 'abc', 'a.b.c', 'a.bnVsbA.c', `a.${btoa('{"specific_team_id":null}')}.c`])(
    'is unknown in "%s"',
    (key) => {
      expect(workspaceIdOf(key)).toBeUndefined();
    },
  );
});
