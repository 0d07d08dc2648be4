import Anthropic, { toFile } from '@anthropic-ai/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const ASK = {
  model: 'claude-haiku-4-5',
  max_tokens: 500,
  messages: [{ role: 'user' as const, content: 'What is new?' }],
};

let test: TestGateway;
beforeEach(async () => void (test = await startTestGateway()));
afterEach(() => test.stop());

const sdk = (apiKey: string): Anthropic =>
  new Anthropic({ apiKey, baseURL: test.anthropicUrl, maxRetries: 0, logLevel: 'off' });
/** Two agents, each with the official SDK and a sub-key of its own. */
async function twoAgents(): Promise<readonly [mine: Anthropic, other: Anthropic]> {
  const [mine, other] = [await test.issue('5/day'), await test.issue('5/day')];
  return [sdk(mine.key), sdk(other.key)];
}
const idsOf = async (page: AsyncIterable<{ readonly id: string }>): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const { id } of page) ids.push(id);
  return ids;
};
const NOT_FOUND = { status: 404 };

describe('files', () => {
  it('cost nothing, and are there for the sub-key that made them alone', async () => {
    const [mine, other] = await twoAgents();
    const file = await toFile(Buffer.from('a,b\n1,2\n'), 'data.csv', { type: 'text/csv' });
    const made = await mine.beta.files.upload({ file });
    const theirs = await other.beta.files.upload({ file });
    expect(await idsOf(mine.beta.files.list())).toEqual([made.id]);
    expect(await idsOf(other.beta.files.list())).toEqual([theirs.id]);
    expect(await mine.beta.files.retrieveMetadata(made.id)).toMatchObject({ id: made.id, filename: 'data.csv' });
    expect(await (await mine.beta.files.download(made.id)).text()).toBe('content');
    await expect(other.beta.files.retrieveMetadata(made.id)).rejects.toMatchObject(NOT_FOUND);
    await expect(other.beta.files.download(made.id)).rejects.toMatchObject(NOT_FOUND);
    await expect(other.beta.files.delete(made.id)).rejects.toMatchObject(NOT_FOUND);
    await mine.beta.files.delete(made.id);
    expect(await idsOf(mine.beta.files.list())).toEqual([]);
    expect(test.provider.bill()).toBe(0);
    expect(await test.client.gateway.usage.recent({ limit: 1 })).toEqual([]);
    // The upload arrives as it was sent.
    expect(test.provider.requests[0]?.body).toContain('a,b\n1,2\n');
  });
});

describe('skills', () => {
  it('are there for the sub-key that made them alone, and those of the provider for all', async () => {
    const [mine, other] = await twoAgents();
    const files = [await toFile(Buffer.from('---\nname: mine\n---\n'), 'mine/SKILL.md')];
    const made = await mine.beta.skills.create({ files });
    expect(await idsOf(mine.beta.skills.list())).toEqual(['pptx', made.id]);
    expect(await idsOf(other.beta.skills.list())).toEqual(['pptx']);
    expect(await other.beta.skills.retrieve('pptx')).toMatchObject({ source: 'anthropic' });
    await expect(other.beta.skills.retrieve(made.id)).rejects.toMatchObject(NOT_FOUND);
    await expect(other.beta.skills.versions.list(made.id)).rejects.toMatchObject(NOT_FOUND);
    await mine.beta.skills.delete(made.id);
  });
});

describe('a batch', () => {
  const requests = ['one', 'two', 'three'].map((custom_id) => ({ custom_id, params: ASK }));

  it('is held at half the price, and settled by its results when these pass by', async () => {
    const { id, key } = await test.issue('5/day');
    const { batches } = sdk(key).messages;
    const batch = await batches.create({ requests });
    expect(batch.processing_status).toBe('in_progress');
    const [cap] = (await test.client.gateway.keys.list()).find((view) => view.id === id)?.caps ?? [];
    // 1,500 tokens written at half of 5 USD a million, and the input of three short requests.
    expect(cap?.spent).toBe(0);
    expect(cap?.reserved).toBeGreaterThan(1_500 * 2_500);
    expect(cap?.reserved).toBeLessThan(1_500 * 2_500 + 1_000_000);
    const ended = await batches.retrieve(batch.id);
    expect(ended).toMatchObject({
      id: batch.id,
      results_url: `${test.anthropicUrl}/v1/messages/batches/${batch.id}/results`,
    });
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ certainty: 'exact', outcome: 'served', outputTokens: 30, cost: test.provider.bill() });
    // The SDK follows the address in the reply: with a sub-key, that must lead here.
    const results = [];
    for await (const result of await batches.results(batch.id)) results.push(result.custom_id);
    expect(results).toEqual(['one', 'two', 'three']);
    expect((await batches.cancel(batch.id)).processing_status).toBe('canceling');
    await batches.delete(batch.id);
    expect(await test.settled(1)).toHaveLength(1);
  });

  it('is settled before it is deleted, and by itself when nobody asks for it', async () => {
    const { key } = await test.issue('5/day');
    const { batches } = sdk(key).messages;
    await batches.delete((await batches.create({ requests })).id);
    expect(await test.settled(1)).toMatchObject([{ certainty: 'exact', cost: test.provider.bill() }]);
    await batches.create({ requests });
    // The first question comes after two seconds.
    await expect.poll(() => test.settled(0).then((rows) => rows.length), { timeout: 5_000 }).toBe(2);
  });

  it('is there for the sub-key that made it alone', async () => {
    const [mine, other] = await twoAgents();
    const made = await mine.messages.batches.create({ requests });
    const theirs = await other.messages.batches.create({ requests });
    expect(await idsOf(mine.messages.batches.list())).toEqual([made.id]);
    expect(await idsOf(other.messages.batches.list())).toEqual([theirs.id]);
    await expect(other.messages.batches.retrieve(made.id)).rejects.toMatchObject(NOT_FOUND);
    await expect(other.messages.batches.cancel(made.id)).rejects.toMatchObject(NOT_FOUND);
    await expect(other.messages.batches.delete(made.id)).rejects.toMatchObject(NOT_FOUND);
    await expect(other.messages.batches.results(made.id)).rejects.toMatchObject(NOT_FOUND);
  });
});
