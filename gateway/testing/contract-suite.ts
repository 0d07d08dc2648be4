// Long because one suite runs against every host.
import assert from 'node:assert/strict';
import OpenAI from 'openai';
import { capsSchema, parseCap } from '../../shared/cap.ts';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import { COST_GROUPS, COST_RANGES } from '../../shared/contract/cost-views.ts';
import { SERIES_GROUPS, SERIES_RANGES } from '../../shared/contract/usage-views.ts';
import type { AgentView, LiveEvent } from '../../shared/contract/views.ts';
import { agentIdSchema, providerNameSchema, requestIdSchema, subKeyIdSchema } from '../../shared/ids.ts';
import { scopeOf } from '../../shared/policy.ts';
import type { SimulatedProvider } from '../simulation/simulated-provider.ts';

/** One host under test: a client of its contract, a provider to spend at, and that provider's only key. */
export interface HostUnderTest {
  readonly client: GatewayClient;
  readonly provider: SimulatedProvider;
  readonly providerKey: string;
}

export interface ContractCase {
  readonly name: string;
  readonly run: (host: HostUnderTest) => Promise<void>;
}

const caps = (...texts: readonly string[]): ReturnType<typeof capsSchema.parse> =>
  capsSchema.parse(texts.map(parseCap));

const codeOf = async (call: Promise<unknown>): Promise<unknown> => {
  const error = await call.then(
    () => assert.fail('the call should have been refused'),
    (caught: unknown) => caught,
  );
  return error instanceof Error && 'code' in error ? error.code : error;
};

const spend = async ({ client, provider }: HostUnderTest, key: string): Promise<void> => {
  const gatewayUrl = (await client.providers.list()).find(({ name }) => name === 'openai')?.gatewayUrl;
  provider.setScript({ outputTokens: 25 });
  const openai = new OpenAI({ baseURL: gatewayUrl ?? '', apiKey: key, maxRetries: 0 });
  await openai.chat.completions.create({
    model: 'gpt-4o-mini',
    max_tokens: 50,
    messages: [{ role: 'user', content: 'hello' }],
  });
};

/**
 * What every host must do, whatever carries the contract: run in order, on a fresh data folder.
 * Knows no test runner, because the hosts need different ones.
 */
export const contractSuite: readonly ContractCase[] = [
  {
    name: 'keeps settings, and deletes history only when the person was asked',
    async run({ client: { settings } }) {
      const before = await settings.get();
      assert.equal(before.port, null);
      assert.equal((await settings.set({ clock: 'h24' })).clock, 'h24');
      assert.deepEqual(await settings.set({ clock: before.clock }), before);
      assert.deepEqual(await settings.deleteHistory({ confirm: true }), { requests: 0, logged: 0 });
    },
  },
  {
    name: 'tells where it serves and where its data is',
    async run({ client }) {
      const status = await client.status();
      assert.match(status.url, /^http:\/\/127\.0\.0\.1:\d+$/);
      assert.equal(status.simulated, false);
      assert.ok(status.pid > 0);
    },
  },
  {
    name: 'keeps a provider key and never gives it back',
    async run({ client, provider, providerKey }) {
      const added = await client.providers.add({ kind: 'openai', baseUrl: provider.openaiBaseUrl, key: providerKey });
      assert.equal(added.gatewayUrl, `${(await client.status()).url}/openai/v1`);
      assert.equal(await codeOf(client.providers.add({ kind: 'openai', key: providerKey })), 'CONFLICT');
      assert.equal(
        await codeOf(
          client.providers.add({
            kind: 'openai',
            name: 'with-login',
            baseUrl: 'https://me:secret@example.com/v1',
            key: 'x',
          }),
        ),
        'INVALID_INPUT',
      );
      assert.ok(!JSON.stringify([added, await client.providers.list()]).includes(providerKey));
    },
  },
  {
    name: 'says why a secret manager gives no key, and keeps nothing then',
    async run({ client, provider }) {
      const name = providerNameSchema.parse('referred');
      const keyFrom = { reference: 'vault:secret/data/ai#openai' };
      const asked = client.providers.add({ kind: 'groq', name, baseUrl: provider.openaiBaseUrl, keyFrom });
      assert.equal(await codeOf(asked), 'SECRETS_UNAVAILABLE');
      assert.equal(await codeOf(client.providers.refresh({ name })), 'NOT_FOUND');
      assert.equal(await codeOf(client.providers.setKey({ name, keyFrom })), 'NOT_FOUND');
      const settings = { kind: 'vault', address: 'http://127.0.0.1:1', auth: { method: 'token' } } as const;
      assert.equal(await codeOf(client.keySources.add({ settings, secret: 'x' })), 'SECRETS_UNAVAILABLE');
      assert.deepEqual(await client.keySources.list(), []);
      assert.equal(await codeOf(client.keySources.remove({ kind: 'vault' })), 'NOT_FOUND');
    },
  },
  {
    name: 'asks a provider about a key, before and after it is kept',
    async run({ client, provider, providerKey }) {
      const wrong = { kind: 'groq', baseUrl: provider.openaiBaseUrl, key: 'a-wrong-key' } as const;
      assert.equal(await codeOf(client.providers.add(wrong)), 'KEY_REFUSED');
      const kept = await client.providers.add({ ...wrong, unchecked: true });
      assert.equal(kept.check.verdict, 'not-asked');
      assert.equal((await client.providers.check({ name: kept.name })).verdict, 'refused');
      await client.providers.remove({ name: kept.name });
      const right = await client.providers.add({ ...wrong, key: providerKey });
      const checks = [right.check, await client.providers.check({ name: right.name })];
      assert.deepEqual(
        checks.map(({ verdict }) => verdict),
        ['accepted', 'accepted'],
      );
      assert.ok(!/wrong-key/.test(JSON.stringify([kept, right])) && !JSON.stringify(checks).includes(providerKey));
      await client.providers.remove({ name: right.name });
    },
  },
  {
    name: 'refuses what the schema refuses, with the sentence of the schema',
    async run({ client }) {
      assert.equal(await codeOf(client.keys.issue({ agent: 'Nobody', caps: [] })), 'BAD_REQUEST');
      assert.equal(await codeOf(client.agents.add({ name: '' })), 'BAD_REQUEST');
    },
  },
  {
    name: 'issues a sub-key that is shown once',
    async run({ client }) {
      const agent = await client.agents.add({ name: 'Suite' });
      assert.equal(agent.spentTotal, 0);
      assert.equal(await codeOf(client.agents.add({ name: 'suite' })), 'CONFLICT');
      assert.equal(await codeOf(client.keys.issue({ agent: 'Nobody', caps: caps('5/day') })), 'NOT_FOUND');
      const issued = await client.keys.issue({ agent: 'Suite', caps: caps('5/day', '20/total') });
      assert.match(issued.key, /^sk-purser-[0-9A-Za-z]{38}$/);
      const [listed] = await client.keys.list();
      assert.equal(listed?.hint, issued.key.slice(-4));
      assert.ok(!JSON.stringify(listed).includes(issued.key));
    },
  },
  {
    name: 'sends a snapshot first, then the settled request of a real SDK, within 500 ms',
    async run(host) {
      const { client, provider } = host;
      const issued = await client.keys.issue({ agent: 'Suite', caps: caps('1/total') });
      const ending = new AbortController();
      const events = await client.live(undefined, { signal: ending.signal });
      const first = await events.next();
      assert.equal(!first.done && first.value.type, 'snapshot');
      await spend(host, issued.key);
      const asked = performance.now();
      const seen = await firstOf(events, (event) => event.type === 'request');
      const waited = performance.now() - asked;
      assert.ok(waited < 500, `the delta took ${waited} ms`);
      assert.equal(seen.type === 'request' && seen.request.cost, provider.bill());
      const state = await firstOf(events, (event) => event.type === 'state' && event.state.spentToday > 0);
      assert.equal(state.type === 'state' && state.state.spentToday, provider.bill());
      ending.abort();
    },
  },
  {
    name: 'adds up what was spent, by agent, model and day',
    async run({ client, provider }) {
      for (const by of ['agent', 'model', 'day'] as const) {
        const usage = await client.usage.summary({ by });
        assert.equal(usage.total.nanodollars, provider.bill());
        assert.equal(usage.rows.length, 1);
        assert.equal(usage.rows[0]?.requests, 1);
      }
      for (const range of SERIES_RANGES) {
        for (const by of SERIES_GROUPS) {
          const series = await client.usage.series({ range, by });
          assert.equal(
            series.points.reduce((sum, point) => sum + point.nanodollars, 0),
            provider.bill(),
          );
          assert.ok(series.points.every((point) => series.edges.slice(0, -1).includes(point.at)));
        }
      }
      const span = { from: Date.now() - 3_600_000, to: Date.now() + 60_000 };
      const zoomed = await client.usage.series({ range: 'year', by: 'model', span });
      assert.equal(
        zoomed.points.reduce((sum, point) => sum + point.nanodollars, 0),
        provider.bill(),
      );
      assert.ok(zoomed.zoomed && zoomed.edges.length > 60 && (zoomed.edges[0] ?? 0) > span.from - 60_000);
      await assert.rejects(client.usage.series({ range: 'year', by: 'model', span: { from: span.to, to: span.from } }));
      for (const by of COST_GROUPS) {
        for (const range of COST_RANGES) {
          const costs = await client.usage.costs({ by, range });
          const spent = range === 'yesterday' || range === 'last-month' ? 0 : provider.bill();
          assert.equal(costs.total.nanodollars, spent, `${range} by ${by}`);
        }
      }
      await assert.rejects(client.usage.costs({ since: '2026-11-02', until: '2026-11-01' }));
      const month = await client.usage.month();
      assert.equal(
        month.days.reduce((sum, { nanodollars }) => sum + nanodollars, 0),
        provider.bill(),
      );
      assert.equal((await client.usage.month({ month: '2025-02' })).days.length, 28);
      const { periods } = await client.usage.periods();
      assert.deepEqual(
        periods.map(({ window, spent, requests }) => [window, spent, requests]),
        ['day', 'week', 'month'].map((window) => [window, provider.bill(), 1]),
      );
    },
  },
  {
    name: 'finds settled requests page by page, and tells of one what it cost and why',
    async run({ client, provider }) {
      const page = await client.usage.search({ text: 'GPT-4o', limit: 1 });
      const [found] = page.requests;
      assert.ok(found);
      assert.ok(page.next !== null);
      assert.deepEqual(await client.usage.search({ text: 'GPT-4o', limit: 1, cursor: page.next }), {
        requests: [],
        refusals: [],
        next: null,
        searchedTo: null,
      });
      const sum = await client.usage.sum({ text: 'GPT-4o' });
      assert.deepEqual([sum.requests, sum.cost, sum.next], [1, provider.bill(), null]);
      assert.deepEqual((await client.usage.search({ text: 'no-such-model' })).requests, []);
      assert.equal(await codeOf(client.usage.search({ cursor: 'elsewhere' })), 'INVALID_INPUT');
      const detail = await client.usage.request({ id: found.id });
      assert.deepEqual(detail.request, found);
      const cost = detail.usage.reduce(
        (sum, { part, tokens }) =>
          sum + (tokens * (detail.rates.find((rate) => rate.part === part)?.nanodollars ?? 0)) / 1e6,
        0,
      );
      assert.equal(Math.ceil(cost), provider.bill());
      assert.equal(
        await codeOf(client.usage.request({ id: requestIdSchema.parse('req_0000000000000000') })),
        'NOT_FOUND',
      );
    },
  },
  {
    name: 'keeps what an agent sends and gets when it is asked to, and deletes it when it is asked not to',
    async run(host) {
      const { client } = host;
      const agent = (await client.agents.list()).find(({ name }) => name === 'Suite');
      assert.ok(agent);
      assert.equal(agent.keepBodies, null);
      const [before] = (await client.usage.search({ limit: 1 })).requests;
      assert.ok(before);
      assert.equal(await client.usage.bodies({ id: before.id }), null);
      assert.equal(await codeOf(client.agents.keepBodies({ id: agent.id, days: 31 })), 'BAD_REQUEST');
      assert.equal(
        await codeOf(client.agents.keepBodies({ id: agentIdSchema.parse('agt_000000000000'), days: 1 })),
        'NOT_FOUND',
      );
      assert.deepEqual((await client.agents.keepBodies({ id: agent.id, days: 3 })).keepBodies, { days: 3 });
      const { keepBodies, deleted } = await client.agents.keepBodies({ id: agent.id, days: null });
      assert.deepEqual([keepBodies, deleted], [null, 0]);
      const kinds = (await client.audit.newest({ limit: 2 })).map(({ text }) =>
        text.slice(text.indexOf('bodies-'), text.indexOf('bodies-') + 10),
      );
      assert.deepEqual(kinds, ['bodies-off', 'bodies-on"']);
    },
  },
  {
    name: 'reads the record from its newest end, page by page, as it is exported',
    async run({ client }) {
      const all = await client.audit.export({});
      const newest = await client.audit.newest({ limit: 2 });
      assert.deepEqual(newest, all.slice(-2).toReversed());
      const before = newest.at(-1)?.seq;
      assert.ok(before !== undefined);
      assert.deepEqual(await client.audit.newest({ before }), all.filter(({ seq }) => seq < before).toReversed());
    },
  },
  {
    name: 'pauses and resumes a sub-key, an agent and everything',
    async run(host) {
      const { client } = host;
      const { id, key } = await client.keys.issue({ agent: 'Suite', caps: caps('1/total') });
      const [agent] = await client.agents.list();
      const agentId = agentIdSchema.parse(agent?.id);
      assert.equal((await client.keys.pause({ id })).state, 'paused');
      await assert.rejects(spend(host, key), /paused/);
      assert.equal((await client.keys.resume({ id })).state, 'active');
      assert.equal((await client.agents.pause({ id: agentId })).paused, true);
      await assert.rejects(spend(host, key), /paused/);
      await client.agents.resume({ id: agentId });
      assert.deepEqual(await client.everything.pause(), { everythingPaused: true });
      await assert.rejects(spend(host, key), /Everything is paused/);
      await client.everything.resume();
      await spend(host, key);
    },
  },
  {
    name: 'raises a cap until the local day ends',
    async run({ client }) {
      const { id } = await client.keys.issue({ agent: 'Suite', caps: caps('1/day') });
      const scope = scopeOf('key', id);
      const { cap } = await client.caps.raise({ scope, window: 'day' });
      assert.deepEqual([cap.amount, cap.raisedBy], [2_000_000_000, 1_000_000_000]);
      assert.deepEqual((await client.keys.list()).find((key) => key.id === id)?.caps, [cap]);
      assert.equal(await codeOf(client.caps.raise({ scope, window: 'week' })), 'NOT_FOUND');
    },
  },
  {
    name: 'revokes for good',
    async run(host) {
      const { client } = host;
      const { id, key } = await client.keys.issue({ agent: 'Suite', caps: caps('1/total') });
      // Nothing runs; how long it took to see that is the machine's business.
      const { id: revokedId, cutRequests, undo } = await client.keys.revoke({ id });
      assert.deepEqual([revokedId, cutRequests, undo?.ids], [id, 0, [id]]);
      await assert.rejects(spend(host, key), /revoked/);
      assert.deepEqual(await client.keys.undoRevoke({ ids: [id] }), { restored: [id] });
      await spend(host, key);
      assert.equal(await codeOf(client.keys.undoRevoke({ ids: [id] })), 'CONFLICT');
      await client.keys.revoke({ id });
      await assert.rejects(spend(host, key), /revoked/);
      assert.equal(await codeOf(client.keys.resume({ id })), 'CONFLICT');
      assert.equal(await codeOf(client.keys.revoke({ id: subKeyIdSchema.parse('key_000000000000') })), 'NOT_FOUND');
    },
  },
  {
    name: 'shares the cap of an agent among its sub-keys, and names one of them',
    async run({ client }) {
      const agent = await client.agents.add({ name: 'Shared' });
      assert.equal(await codeOf(client.keys.issue({ agent: 'Shared', caps: [], capsOn: 'agent' })), 'INVALID_INPUT');
      const first = await client.keys.issue({ agent: 'Shared', caps: caps('5/day'), capsOn: 'agent', name: 'laptop' });
      const second = await client.keys.issue({ agent: 'Shared', caps: [], capsOn: 'agent' });
      assert.deepEqual([first.caps, second.caps], [caps('5/day'), caps('5/day')]);
      const scope = scopeOf('agent', agent.id);
      assert.equal(await codeOf(client.policies.set({ scope, policy: {} })), 'INVALID_INPUT');
      assert.equal((await client.keys.rename({ id: second.id, name: 'server' })).name, 'server');
      const listed = (await client.keys.list()).filter(({ agentId }) => agentId === agent.id);
      assert.deepEqual(
        listed.map((key) => [key.name, key.caps, key.ended, key.spent, key.lastUsedAt]),
        [
          ['laptop', [], null, 0, null],
          ['server', [], null, 0, null],
        ],
      );
    },
  },
  {
    name: 'renames, archives, brings back, merges and deletes agents, each on record',
    async run(host) {
      const { client } = host;
      const called = async (name: string): Promise<AgentView> => {
        const found = (await client.agents.list()).find((agent) => agent.name === name);
        assert.ok(found);
        return found;
      };
      const { id } = await called('Shared');
      const { id: into, spentTotal } = await called('Suite');
      assert.equal((await client.agents.rename({ id, name: 'Common' })).name, 'Common');
      assert.equal(await codeOf(client.agents.rename({ id, name: 'SUITE' })), 'CONFLICT');
      const { key } = await client.keys.issue({ agent: 'Shared', caps: [], capsOn: 'agent' });
      await spend(host, key);
      assert.ok((await client.agents.archive({ id })).archivedAt !== null);
      await assert.rejects(spend(host, key), /archived/);
      assert.equal(await codeOf(client.keys.issue({ agent: 'Common', caps: caps('1/day') })), 'CONFLICT');
      assert.deepEqual(
        (await client.agents.former()).map(({ name }) => name),
        ['Common'],
      );
      assert.equal((await client.agents.unarchive({ id })).name, 'Common');
      await spend(host, key);
      const cost = (await client.usage.recent({ limit: 1 }))[0]?.cost ?? 0;
      assert.equal(await codeOf(client.agents.merge({ id, into })), 'CONFLICT');
      await client.policies.set({ scope: scopeOf('agent', into), policy: { caps: [...caps('50/total')] } });
      const merged = await client.agents.merge({ id, into });
      assert.equal(merged.spentTotal, spentTotal + 2 * cost);
      assert.ok((await client.usage.recent({ limit: 500 })).every(({ agent }) => agent === 'Suite'));
      const other = await client.agents.add({ name: 'Common' });
      const { revoked } = await client.agents.delete({ id: other.id });
      assert.equal(revoked, 0);
      assert.ok((await client.agents.list()).every(({ name }) => name !== 'Common'));
      const kinds = (await client.audit.export({ limit: 10_000 })).map(({ text }) => text);
      for (const kind of ['renamed', 'archived', 'unarchived', 'merged', 'deleted'])
        assert.ok(
          kinds.some((text) => text.includes(`"agent-${kind}"`)),
          kind,
        );
    },
  },
  {
    name: 'tells in a line what was spent and what is left',
    async run({ client }) {
      const [line, state] = await Promise.all([client.line(), client.state()]);
      assert.deepEqual([line.today, line.running, line.waiting, line.state], [state.spentToday, 0, 0, 'fine']);
    },
  },
  {
    name: 'reads the bill of no provider that shows none, and keeps no admin key that reads none',
    async run({ client: { reconcile } }) {
      assert.deepEqual(await reconcile.last(), []);
      assert.deepEqual(await reconcile.read({}), { bills: [], failures: [] });
      const [name, nobody] = [providerNameSchema.parse('openai'), providerNameSchema.parse('nobody')];
      assert.equal(await codeOf(reconcile.read({ provider: nobody })), 'NOT_FOUND');
      assert.equal(await codeOf(reconcile.read({ provider: name })), 'INVALID_INPUT');
      assert.equal(await codeOf(reconcile.settle({ provider: name, day: '2020-01-01' })), 'INVALID_INPUT');
      assert.equal(await codeOf(reconcile.adminKey({ name, key: 'sk-admin-0123456789' })), 'KEY_REFUSED');
      assert.deepEqual(await reconcile.adminKey({ name, key: null }), { name: 'openai', kept: false });
    },
  },
  {
    name: "keeps the person's own prices",
    async run({ client }) {
      const price = {
        model: 'house-model',
        input: 1_000_000_000,
        output: 2_000_000_000,
        cacheRead: null,
        cacheWrite: null,
        assumed: false,
      };
      await client.prices.set(price);
      assert.deepEqual(await client.prices.list(), [{ ...price, provider: null }]);
      const here = { ...price, provider: providerNameSchema.parse('openai'), input: 3_000_000_000 };
      await client.prices.set(here);
      assert.deepEqual(await client.prices.list(), [{ ...price, provider: null }, here]);
      await client.prices.remove({ model: 'house-model', provider: here.provider });
      const [own] = await client.prices.show({ model: 'house-model', provider: providerNameSchema.parse('openai') });
      assert.deepEqual(
        [own?.origin, own?.rates.find(({ rate }) => rate === 'output_mtok')?.amount],
        ['own', 2_000_000_000],
      );
      await client.prices.remove({ model: 'house-model' });
      assert.equal(await codeOf(client.prices.remove({ model: 'house-model' })), 'NOT_FOUND');
      assert.equal((await client.prices.show({ model: 'house-model' }))[0]?.origin, 'none');
      const assumed = await client.prices.allowUnknown({ model: 'house-model', provider: here.provider });
      const { family, ...kept } = assumed;
      assert.deepEqual([family, assumed.assumed, await client.prices.list()], [null, true, [kept]]);
      await client.prices.remove({ model: 'house-model', provider: here.provider });
      assert.equal(
        await codeOf(client.prices.show({ model: 'x', provider: providerNameSchema.parse('nowhere') })),
        'NOT_FOUND',
      );
    },
  },
  {
    name: 'shows the published price that a request would use now',
    async run({ client }) {
      const [found] = await client.prices.show({ model: 'gpt-4o-mini' });
      assert.deepEqual(
        [found?.origin, found?.rates.find(({ rate }) => rate === 'input_mtok')?.amount],
        ['library', 150_000_000],
      );
      const book = await client.prices.book();
      assert.deepEqual([book.fetchedAt, book.secondFetchedAt], [null, null]);
      assert.deepEqual(await client.prices.reset(), book);
    },
  },
  {
    name: 'tells how tools stand, without touching any',
    async run({ client }) {
      // A host that has no machine to look at knows no tools.
      const tools = await client.connections.list();
      for (const { coverage, caps, state } of tools)
        assert.ok(coverage.words !== '' && caps.length > 0 && state !== 'connected');
      assert.match(String(await codeOf(client.connections.repair({ id: 'nothing' }))), /^(NOT_FOUND|INVALID_INPUT)$/);
      assert.equal(await codeOf(client.connections.plan({ tool: 'claude-code', models: ['a"b'] })), 'BAD_REQUEST');
    },
  },
  {
    name: 'removes a provider with its key',
    async run({ client }) {
      await client.providers.remove({ name: providerNameSchema.parse('openai') });
      assert.deepEqual(await client.providers.list(), []);
      assert.equal(await codeOf(client.providers.remove({ name: providerNameSchema.parse('openai') })), 'NOT_FOUND');
    },
  },
];

async function firstOf(
  events: AsyncIterator<LiveEvent, unknown>,
  matches: (event: LiveEvent) => boolean,
): Promise<LiveEvent> {
  for (;;) {
    const { done, value } = await events.next();
    if (done) throw new Error('the live events ended');
    if (matches(value)) return value;
  }
}
