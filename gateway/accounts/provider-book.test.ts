import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { providerNameSchema } from '../../shared/ids.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { createMemoryStore } from '../secrets/memory-store.ts';
import { FULL, openTestDirectory } from '../testing/open-directory.ts';
import type { TestDirectory } from '../testing/open-directory.ts';
import { createProviderBook } from './provider-book.ts';

const clock = { now: () => 1_000 };
let desk: TestDirectory;
beforeEach(async () => {
  desk = await openTestDirectory();
});
afterEach(() => desk.remove());

describe('a provider', () => {
  const record = {
    name: providerNameSchema.parse('openai'),
    kind: 'openai' as const,
    baseUrl: 'https://api.openai.com/v1',
    createdAt: 1,
    http: null,
    stopsWhenLeft: null,
    deployments: null,
    deploymentType: null,
    keyFrom: null,
    adminKeyAt: null,
  };

  it('has its key in the secret store only', async () => {
    const secrets = createMemoryStore();
    const book = createProviderBook({ ledger: desk.ledger, secrets, clock });
    await book.add(record, 'sk-real-key-CANARY');
    expect(await book.secretOf(record.name)).toBe('sk-real-key-CANARY');
    await expect(book.add(record, 'other')).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await book.secretOf(record.name)).toBe('sk-real-key-CANARY');
    await desk.restart();
    const again = createProviderBook({ ledger: desk.ledger, secrets, clock });
    expect([again.find('openai'), await again.secretOf(record.name)]).toEqual([record, 'sk-real-key-CANARY']);
    for (const name of await readdir(desk.folder))
      expect((await readFile(join(desk.folder, name))).includes('CANARY')).toBe(false);
    await again.remove(record.name);
    expect([again.providers(), await again.secretOf(record.name), await secrets.get('provider:openai')]).toEqual([
      [],
      undefined,
      undefined,
    ]);
    await expect(again.remove(record.name)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps what is known of its deployments, as a person says it and as replies tell', async () => {
    const secrets = createMemoryStore();
    const azure = { ...record, name: providerNameSchema.parse('azure'), kind: 'azure' as const };
    const book = createProviderBook({ ledger: desk.ledger, secrets, clock });
    await book.add(azure, 'sk-real-key');
    await book.setDeployment(azure.name, 'said', 'gpt-5');
    await book.setDeploymentType(azure.name, 'global');
    expect(book.learnDeployment(azure.name, 'said', 'gpt-4o')).toBeUndefined();
    expect(book.learnDeployment(azure.name, 'told', 'gpt-4o-2024-11-20')).toBe('gpt-4o');
    expect(book.learnDeployment(azure.name, 'told', 'gpt-4o-2024-11-20')).toBeUndefined();
    await desk.restart();
    const again = createProviderBook({ ledger: desk.ledger, secrets, clock });
    expect(again.find('azure')).toMatchObject({
      deployments: { said: { model: 'gpt-5', learned: false }, told: { model: 'gpt-4o', learned: true } },
      deploymentType: 'global',
    });
    await again.setDeployment(azure.name, 'told', null);
    expect(Object.keys(again.find('azure')?.deployments ?? {})).toEqual(['said']);
    await expect(again.setDeployment(record.name, 'x', 'y')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves no key behind when it could not be written', async () => {
    const secrets = createMemoryStore();
    const book = createProviderBook({ ledger: desk.ledger, secrets, clock });
    desk.isDiskFull = true;
    await expect(book.add(record, 'sk-real-key')).rejects.toMatchObject(FULL);
    expect([book.find('openai'), await book.secretOf(record.name), await secrets.get('provider:openai')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    desk.isDiskFull = false;
    await book.add(record, 'sk-second');
    expect(await book.secretOf(record.name)).toBe('sk-second');
  });

  it("has prices of the person's own, replaced and removed", async () => {
    const book = createProviderBook({ ledger: desk.ledger, secrets: createMemoryStore(), clock });
    const price = {
      model: 'mine',
      provider: null,
      input: nanodollarsOf(1),
      output: nanodollarsOf(2),
      cacheRead: null,
      cacheWrite: null,
    };
    await book.setPrice(price);
    await book.setPrice({ ...price, input: nanodollarsOf(9) });
    const there = { ...price, provider: providerNameSchema.parse('house') };
    await book.setPrice(there);
    await desk.restart();
    expect(desk.ledger.contents.prices).toEqual([{ ...price, input: 9 }, there]);
    const again = createProviderBook({ ledger: desk.ledger, secrets: createMemoryStore(), clock });
    await again.removePrice('mine', null);
    expect(again.prices()).toEqual([there]);
    await again.add({ ...record, name: there.provider }, 'sk-house');
    await again.remove(there.provider);
    // The next one of that name may be another server.
    expect(again.prices()).toEqual([]);
    await expect(again.removePrice('mine', null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await desk.restart();
    expect(desk.ledger.contents.prices).toEqual([]);
  });
});
