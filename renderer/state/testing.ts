import { toolViewSchema } from '../../shared/contract/connection-views.ts';
import type { ToolView } from '../../shared/contract/connection-views.ts';
import { periodsViewSchema, seriesViewSchema } from '../../shared/contract/usage-views.ts';
import type { PeriodsView, SeriesView } from '../../shared/contract/usage-views.ts';
import type { LiveEvent, RequestView, StateView } from '../../shared/contract/views.ts';
import { liveEventSchema } from '../../shared/contract/views.ts';
import { refusalViewSchema } from '../../shared/contract/refusal-views.ts';
import type { RefusalView } from '../../shared/contract/refusal-views.ts';

/** Views for tests, checked against the contract so that they cannot drift from it. */
const AT = 1_763_700_000_000;

const A_PROVIDER = {
  name: 'openai',
  kind: 'openai',
  baseUrl: '',
  gatewayUrl: '',
  http: null,
  stopsWhenLeft: { answer: 'yes', said: null },
  caps: [],
  policy: {},
  createdAt: AT,
};

function parseState(state: unknown): StateView {
  const event: LiveEvent = liveEventSchema.parse({ type: 'state', state });
  if (event.type !== 'state') throw new Error('not a state');
  return event.state;
}

/** A gateway with one agent that has one sub-key. */
export function aState(
  changes: {
    readonly agents?: readonly object[];
    readonly formerAgents?: readonly object[];
    readonly groups?: readonly object[];
    readonly keys?: readonly object[];
    readonly providers?: readonly object[];
    readonly everythingPaused?: boolean;
  } = {},
): StateView {
  return parseState({
    gateway: {
      version: '0',
      url: 'http://127.0.0.1:1',
      dataFolder: '/d',
      pid: 1,
      secretStore: 'memory',
      timeZone: 'Europe/Berlin',
      simulated: false,
    },
    everythingPaused: changes.everythingPaused ?? false,
    spentToday: 0,
    everything: { caps: [], policy: {} },
    providers: (changes.providers ?? []).map((provider) => ({ ...A_PROVIDER, ...provider })),
    agents: (changes.agents ?? [{}]).map((agent, index) => ({
      id: `agt_${String(index).padStart(12, 'a')}`,
      name: `Agent ${index}`,
      paused: false,
      spentToday: 0,
      spentTotal: 0,
      requestsToday: 0,
      running: 0,
      lastRequestAt: null,
      keepBodies: null,
      caps: [],
      policy: {},
      createdAt: AT + index,
      ...agent,
    })),
    formerAgents: changes.formerAgents ?? [],
    groups: (changes.groups ?? []).map((group) => ({ agents: [], caps: [], ...group })),
    keys: (changes.keys ?? [{}]).map((key, index) => ({
      id: `key_${String(index).padStart(12, 'a')}`,
      agentId: 'agt_aaaaaaaaaaa0',
      agent: 'Agent 0',
      name: null,
      hint: 'ab12',
      state: 'active',
      caps: [
        { window: 'day', rolling: false, amount: 5_000_000_000, raisedBy: 0, spent: 0, reserved: 0, resetsAt: AT },
      ],
      policy: {},
      createdAt: AT,
      revokedAt: null,
      ended: null,
      spent: 0,
      requests: 0,
      lastUsedAt: null,
      lastRefusal: null,
      rotation: null,
      rotationDueAt: null,
      project: null,
      ...key,
    })),
    notices: [],
    approvals: [],
  });
}

/** One settled request of one cent, begun at `startedAt`. */
export function aRequest(number: number, startedAt: number, agentId = 'agt_aaaaaaaaaaa0'): RequestView {
  const event = liveEventSchema.parse({
    type: 'request',
    request: {
      id: `req_${String(number).padStart(16, '0')}`,
      agentId,
      agent: 'Agent 0',
      subKeyId: 'key_aaaaaaaaaaa0',
      provider: 'openai',
      model: 'gpt-5',
      stream: false,
      startedAt,
      settledAt: startedAt + 500,
      inputTokens: 10,
      cacheReadTokens: 0,
      cacheWriteTokens: 0,
      outputTokens: 5,
      usageParts: {},
      tier: null,
      endpoint: 'chat/completions',
      session: null,
      cost: 10_000_000,
      certainty: 'exact',
      basis: 'usage',
      outcome: 'served',
      status: 200,
      loweredOutput: false,
      outputLimit: null,
    },
  });
  if (event.type !== 'request') throw new Error('not a request');
  return event.request;
}

/** One refused request, last asked at `lastAt`; `changes` are input of the schema. */
export function aRefusal(number: number, lastAt: number, changes: object = {}): RefusalView {
  return refusalViewSchema.parse({
    id: `ref_${String(number).padStart(16, '0')}`,
    outcome: 'refused',
    agentId: 'agt_aaaaaaaaaaa0',
    agent: 'Agent 0',
    subKeyId: 'key_aaaaaaaaaaa0',
    provider: 'openai',
    model: 'gpt-5',
    endpoint: 'chat/completions',
    session: null,
    rule: 'cap',
    message: 'Agent 0 has used $5.00 of its $5.00 for today. Resets at 00:00.',
    status: 403,
    firstAt: lastAt,
    lastAt,
    count: 1,
    ...changes,
  });
}

/** A tool that was found and has a provider key; `changes` are input of the schema. */
export function aTool(changes: Readonly<Record<string, unknown>> = {}): ToolView {
  const day = (dollars: number): unknown => [{ window: 'day', amount: dollars * 1_000_000_000 }];
  return toolViewSchema.parse({
    id: 'claude-code',
    title: 'Claude Code',
    group: 'agent',
    state: 'found',
    coverage: { level: 'everything', words: 'All model calls.', known: 'run', evidence: '2.1.329' },
    scope: 'machine',
    way: 'files',
    speaks: ['anthropic'],
    ready: true,
    reload: 'At once.',
    canTest: false,
    takesCommand: false,
    caps: day(5),
    presets: [
      { id: 'careful', caps: day(1), policy: { requestsPerMinute: 20, parallelRequests: 1 } },
      { id: 'everyday', caps: day(5), policy: {} },
      { id: 'long-runs', caps: day(20), policy: { brake: { velocity: 'pause', loop: 'pause' } } },
    ],
    connections: [],
    ...changes,
  });
}

const MINUTE = 60_000;

/** The last three minutes of one agent's money: nothing, two cents, one dollar; twice as much as before. */
export function aSeries(now: number, changes: object = {}): SeriesView {
  const from = now - (now % MINUTE) - 2 * MINUTE;
  return seriesViewSchema.parse({
    by: 'agent',
    zoomed: false,
    edges: [from, from + MINUTE, from + 2 * MINUTE, from + 3 * MINUTE],
    points: [
      { at: from + MINUTE, group: 'agt_aaaaaaaaaaa0', nanodollars: 20_000_000 },
      { at: from + 2 * MINUTE, group: 'agt_aaaaaaaaaaa0', nanodollars: 1_000_000_000 },
    ],
    cacheSaved: 0,
    previous: { buckets: [0, 0, 510_000_000], total: 510_000_000, soFar: 510_000_000 },
    ...changes,
  });
}

/** The running day, week and month. */
export function thePeriods(now: number): PeriodsView {
  const period = { from: now - 1_000, to: now + 3_600_000, requests: 12, previousSoFar: null };
  return periodsViewSchema.parse({
    periods: [
      { ...period, window: 'day', spent: 1_020_000_000, previousSoFar: 510_000_000 },
      { ...period, window: 'week', spent: 4_000_000_000 },
      { ...period, window: 'month', spent: 9_500_000_000 },
    ],
    cacheSavedToday: 300_000_000,
  });
}
