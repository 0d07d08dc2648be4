import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openConnection } from '../platform/connection.ts';
import { openLedger } from '../ledger/ledger.ts';
import { startTestGateway } from '../testing/start-test-gateway.ts';
import { CHAIN_START, linkEntry } from './chain.ts';
import type { AuditEntry } from './entry.ts';

const entry = (detail: AuditEntry['detail']): AuditEntry => ({ at: 1, kind: 'price-set', detail });

describe('the chain', () => {
  it('depends on the entry, its number and everything before', () => {
    const first = linkEntry(CHAIN_START, entry({ model: 'a' }));
    expect(first.seq).toBe(1);
    expect(linkEntry(CHAIN_START, entry({ model: 'a' }))).toEqual(first);
    expect(linkEntry(CHAIN_START, entry({ model: 'b' })).hash).not.toBe(first.hash);
    expect(linkEntry(first, entry({ model: 'a' })).hash).not.toBe(first.hash);
  });
});

describe('the audit log in the ledger', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'purser-audit-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const fill = async (): Promise<string> => {
    const ledger = await openLedger(folder);
    await Promise.all(Array.from({ length: 30 }, (_, number) => ledger.write([], [entry({ number })])));
    const { head } = await ledger.verifyAudit();
    await ledger.close();
    return head;
  };
  const tamper = async (sql: string): Promise<void> => {
    const file = await openConnection(join(folder, 'ledger.sqlite'), 'write');
    await file.exec(
      'DROP TRIGGER IF EXISTS audit_is_append_only_for_updates; DROP TRIGGER IF EXISTS ' +
        'audit_is_append_only_for_deletes',
    );
    await file.exec(sql);
    await file.close();
  };
  const verify = async (kept?: string): ReturnType<Awaited<ReturnType<typeof openLedger>>['verifyAudit']> => {
    const ledger = await openLedger(folder);
    const verdict = await ledger.verifyAudit({ kept });
    await ledger.close();
    return verdict;
  };

  it('holds, also across restarts and a commit of many', async () => {
    const head = await fill();
    expect(await verify()).toEqual({ entries: 30, head, brokenAt: null, keptAt: null, sealedTo: null });
    await fill();
    expect(await verify()).toMatchObject({ entries: 60, brokenAt: null });
  });

  it.each([
    ['an entry changed', `UPDATE audit SET text = replace(text, '"number":9', '"number":8') WHERE seq = 10`, 10],
    ['an entry taken out', 'DELETE FROM audit WHERE seq = 10', 10],
    [
      'an entry put in between',
      `UPDATE audit SET seq = seq + 100 WHERE seq >= 10; INSERT INTO audit SELECT 10, at, kind, agent_id, ` +
        `sub_key_id, request_id, text, hash FROM audit WHERE seq = 9`,
      10,
    ],
    ['a hash changed', `UPDATE audit SET hash = '${'f'.repeat(64)}' WHERE seq = 30`, 30],
  ])('shows %s', async (_name, sql, brokenAt) => {
    await fill();
    await tamper(sql);
    expect(await verify()).toMatchObject({ brokenAt });
  });

  it('shows with a head that was kept elsewhere that its end was cut off', async () => {
    const head = await fill();
    await fill();
    expect(await verify(head)).toMatchObject({ entries: 60, brokenAt: null, keptAt: 30 });
    await tamper('DELETE FROM audit WHERE seq > 29');
    expect(await verify(head)).toMatchObject({ entries: 29, brokenAt: null, keptAt: null, sealedTo: null });
  });

  it('cannot be changed or shortened by accident', async () => {
    await fill();
    const file = await openConnection(join(folder, 'ledger.sqlite'), 'write');
    await expect(file.exec('UPDATE audit SET at = 2')).rejects.toThrow();
    await expect(file.exec('DELETE FROM audit')).rejects.toThrow();
    await file.close();
  });

  it('a change that cannot be audited does not happen', async () => {
    const ledger = await openLedger(folder);
    await tamper('ALTER TABLE audit RENAME TO hidden');
    const insert = { sql: "INSERT INTO settings (name, value) VALUES ('a', 'b')", params: [] };
    await expect(ledger.write([insert], [entry({})])).rejects.toThrow();
    const file = await openConnection(join(folder, 'ledger.sqlite'), 'read');
    expect(await file.all("SELECT * FROM settings WHERE name = 'a'")).toEqual([]);
    await file.close();
    await ledger.close();
  });
});

describe('what is on record', () => {
  it('every change, every refusal with its rule, and how fast a revoke was; never a secret', async () => {
    const test = await startTestGateway({ script: { outputTokens: 10_000, tokenMs: 5 } });
    const { key, id } = await test.issue('1/day');
    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
    const stream = await openai.chat.completions.create({
      model: 'gpt-4o-mini',
      messages: [{ role: 'user', content: 'hi' }],
      stream: true,
      max_tokens: 10_000,
    });
    await stream[Symbol.asyncIterator]().next();
    await openai.chat.completions.create({ model: 'no-such-model', messages: [] }).catch(() => undefined);
    await test.client.gateway.keys.revoke({ id });
    await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: [] }).catch(() => undefined);
    await new OpenAI({ baseURL: test.openaiUrl, apiKey: 'stranger', maxRetries: 0 }).chat.completions
      .create({ model: 'gpt-4o-mini', messages: [] })
      .catch(() => undefined);
    await test.settled(1);
    // Refusals are recorded without making the client wait.
    await expect.poll(async () => (await test.client.gateway.audit.export({})).length).toBe(11);

    const links = await test.client.gateway.audit.export({});
    const [cut] = await test.settled(1);
    const text = z.object({
      kind: z.string(),
      requestId: z.string().optional(),
      subKeyId: z.string().optional(),
      detail: z.record(z.string(), z.unknown()),
    });
    const seen = links.map((link) => text.parse(JSON.parse(link.text)));
    // The cost of a cut request is counted first: its entry comes when that is done.
    const inOrder = seen.filter(({ kind }) => kind !== 'request-cut');
    expect(
      inOrder.map(({ kind, detail }) => (kind === 'request-refused' ? `${kind} ${String(detail['rule'])}` : kind)),
    ).toEqual([
      'gateway-started',
      'provider-added',
      'provider-added',
      'agent-added',
      'sub-key-issued',
      'request-refused price',
      'sub-key-revoked',
      'requests-cut',
      'request-refused sub-key-revoked',
      'request-refused unknown-sub-key',
    ]);
    // Joined to its row in the ledger.
    expect(seen.filter(({ kind }) => kind === 'request-cut')).toMatchObject([
      { subKeyId: id, requestId: cut?.id, detail: { cost: cut?.cost } },
    ]);
    expect(inOrder[7]).toMatchObject({ subKeyId: id, detail: { cutRequests: 1, cutMs: expect.any(Number) } });
    expect(inOrder[8]).toMatchObject({
      detail: { message: expect.stringMatching(/^This sub-key of Agent 1 was revoked/) },
    });
    expect(JSON.stringify(links)).not.toContain(key);
    expect(await test.client.gateway.audit.verify()).toMatchObject({ entries: links.length, brokenAt: null });
    await test.stop();
  });
});
