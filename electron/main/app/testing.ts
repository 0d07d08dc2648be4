import { stateViewSchema } from '../../../shared/contract/views.ts';
import type { StateView } from '../../../shared/contract/views.ts';

/** Input of the schema: whatever is left out has a value. */
type Fields = Readonly<Record<string, unknown>>;

interface StateFields extends Fields {
  readonly agents?: readonly (Fields & { readonly name: string })[];
  /** Each belongs to the first agent unless it says otherwise. */
  readonly keys?: readonly Fields[];
  readonly approvals?: readonly Fields[];
}

export const USD = 1_000_000_000;

/** A cap of `amount` dollars a day, of which `spent` are gone. */
export function aCap(amount: number, spent: number, changes: Fields = {}): Fields {
  return {
    window: 'day',
    rolling: false,
    amount: amount * USD,
    raisedBy: 0,
    spent: spent * USD,
    reserved: 0,
    resetsAt: 1,
    ...changes,
  };
}

/** The state a gateway would tell, with these things in it. */
export function aState({ agents = [], keys = [], approvals = [], ...changes }: StateFields = {}): StateView {
  const agentViews = agents.map((agent) => ({
    id: agentId(agent.name),
    paused: false,
    spentToday: 0,
    spentTotal: 0,
    requestsToday: 1,
    running: 0,
    lastRequestAt: null,
    keepBodies: null,
    caps: [],
    policy: {},
    createdAt: 0,
    ...agent,
  }));
  const [first] = agentViews;
  return stateViewSchema.parse({
    gateway: {
      version: '0.1.0',
      url: 'http://127.0.0.1:4141',
      dataFolder: '/data',
      pid: 1,
      secretStore: 'memory',
      timeZone: 'UTC',
      simulated: false,
    },
    everythingPaused: false,
    everything: { caps: [], policy: {} },
    spentToday: agentViews.reduce((sum, { spentToday }) => sum + spentToday, 0),
    providers: [],
    agents: agentViews,
    formerAgents: [],
    keys: keys.map((key, index) => ({
      id: `key_${String(index).padStart(12, '0')}`,
      agentId: first?.id ?? agentId('nobody'),
      agent: first?.name ?? 'nobody',
      name: null,
      hint: 'ab12',
      state: 'active',
      caps: [],
      policy: {},
      ended: null,
      spent: 0,
      requests: 0,
      lastUsedAt: null,
      createdAt: 0,
      revokedAt: null,
      lastRefusal: null,
      rotation: null,
      rotationDueAt: null,
      project: null,
      ...key,
    })),
    notices: [],
    approvals: approvals.map((approval, index) => ({
      id: `apr_${String(index).padStart(8, '0')}`,
      at: 0,
      expiresAt: 120_000,
      agentId: first?.id ?? agentId('nobody'),
      agent: first?.name ?? 'nobody',
      subKeyId: 'key_000000000000',
      provider: 'openai',
      model: 'gpt-4o-mini',
      needed: USD / 4,
      reason: 'It has used $5.00 of its $5.00 for today; resets at 00:00.',
      raiseBy: 5 * USD,
      ...approval,
    })),
    ...changes,
  });
}

function agentId(name: string): string {
  return `agt_${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .padEnd(12, '0')
    .slice(0, 12)}`;
}
