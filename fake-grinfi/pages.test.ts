import { describe, expect, it } from 'vitest';
import { createCaller } from './caller.ts';
import { demoKey, demoOwner, seedUuid } from './seed.ts';
import { serveFakeGrinfi } from './serve.ts';
import { createFakeGrinfi } from './server.ts';
import { summary } from './summary.ts';

const setUp = () => {
  const fake = createFakeGrinfi({ strict: true });
  const open = createCaller(fake, null);
  const text = async (path: string) => String((await open('GET', path)).body);
  return { fake, open, text };
};

describe('the page', () => {
  it('shows contacts and companies by name, and the last requests', async () => {
    const { fake, text } = setUp();
    await createCaller(fake)('GET', '/leads/api/lists?name=x');
    const page = await text('/');
    for (const shown of [
      'Odalys Brightwater',
      'Ocean tech founders',
      'Replied',
      'Met in person',
      'Pinecrest Robotics',
    ]) {
      expect(page).toContain(shown);
    }
    expect(page).toMatch(/\/leads\/api\/lists\?name=x/);
    expect(page).toContain('query name is not documented');
  });

  it('comes anew only when something changed', async () => {
    const { fake, open } = setUp();
    const { version } = fake.state;
    expect((await open('GET', `/__control/page?version=${version}`)).status).toBe(204);
    fake.make.tag(demoOwner, 'x');
    expect((await open('GET', `/__control/page?version=${version}`)).status).toBe(200);
  });

  it('shows markup in names as text', async () => {
    const { fake, text } = setUp();
    const name = '<img src=x onerror=alert(1)>';
    const lead = fake.make.lead(demoOwner, { list_uuid: seedUuid(3, 1), first_name: name });
    for (const path of ['/', `/crm/contacts/${lead.uuid}`]) {
      const page = await text(path);
      expect(page).not.toContain(name);
      expect(page).toContain('&lt;img src=x');
    }
  });

  it('survives a request whose query is not well encoded', async () => {
    const { fake, text } = setUp();
    await createCaller(fake)('GET', '/leads/api/lists?filter=%');
    expect(await text('/')).toContain('/leads/api/lists?filter=%');
  });

  it('says that the server is down', async () => {
    const { fake, text } = setUp();
    fake.control.goDown();
    expect(await text('/')).toContain('every call is dropped');
  });

  it('stands where the extension links to: contact, company and key', async () => {
    const { text, open, fake } = setUp();
    const contact = await text(`/crm/contacts/${seedUuid(7, 1)}`);
    for (const shown of ['Wants a demo', 'linkedin message replied', 'Founders, first touch']) {
      expect(contact).toContain(shown);
    }
    expect(await text(`/crm/companies/${seedUuid(6, 1)}`)).toContain('Wanjiru Fallowmere');
    expect((await open('GET', '/crm/contacts/unknown')).status).toBe(404);
    expect(await text('/settings/api-keys')).toContain(demoKey);
    fake.control.revokeKey();
    expect(await text('/settings/api-keys')).not.toContain(demoKey);
  });
});

describe('the table', () => {
  it('has a line for each contact with list, stage, tags and notes', () => {
    const lines = summary(setUp().fake.state).split('\n');
    const line = lines.find((one) => one.startsWith('Odalys'));
    expect(line).toMatch(/Ocean tech founders +Replied +Decision maker, Met in person +Wants a demo/);
    expect(lines).toContain('Companies (2)');
  });
});

describe('on a port', () => {
  it('answers, and drops the connection as the real thing would', async () => {
    const { fake } = setUp();
    const served = await serveFakeGrinfi(fake);
    try {
      const headers = { authorization: `Bearer ${demoKey}` };
      const answer = await fetch(`${served.url}/leads/api/tags`, { headers });
      expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
      fake.control.fail({ fault: { kind: 'drop', when: 'after' } });
      await expect(fetch(`${served.url}/leads/api/tags`, { headers })).rejects.toThrow(TypeError);
      expect(fake.control.log()).toHaveLength(2);
    } finally {
      await served.close();
    }
  });

  it('keeps the connection where that is asked for', async () => {
    const served = await serveFakeGrinfi(setUp().fake, { keepsConnections: true });
    try {
      const { headers } = await fetch(`${served.url}/leads/api/tags`);
      expect(headers.get('connection')).toBe('keep-alive');
    } finally {
      await served.close();
    }
  });
});
