import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { Policy } from '../../../shared/policy.ts';

/** What an agent has done, as far as a policy can say it. */
export interface AgentUse {
  /** Models by the provider that served them. */
  readonly models: readonly { readonly provider: string; readonly model: string }[];
  /** Tools of MCP servers, as `SERVER/TOOL`. */
  readonly tools: readonly { readonly server: string; readonly name: string }[];
  /** The most that a day has cost. */
  readonly busiestDay: Nanodollars;
  /** The most requests that began in one minute of the clock. */
  readonly busiestMinute: number;
}

/** A day like the busiest one passes, with room for what its last requests hold and do not spend. */
const DAY_MARGIN = 1.25;
const DOLLAR = 1_000_000_000;

/**
 * The tightest policy that lets an agent do what it has done, and no more: its models, providers, MCP servers and
 * tools, a cap a day, a rate. What its policy says already stays where it is tighter. Endpoints are left alone, because
 * calls that cost nothing are not in the ledger; so are limits on one request, which look at what it could have cost.
 */
export function suggestPolicy(now: Policy, use: AgentUse): Policy {
  const [providers, models] = [
    distinct(use.models.map((one) => one.provider)),
    distinct(use.models.map((one) => one.model)),
  ];
  const servers = distinct(use.tools.map(({ server }) => server));
  const { deny } = now.models ?? {};
  const tools = { ...now.mcp?.tools, allow: distinct(use.tools.map(({ name }) => name)) };
  // Any minute lies in two of the clock.
  const perMinute = Math.max(1, use.busiestMinute * 2);
  return {
    ...now,
    caps: withDay(now.caps ?? [], use.busiestDay),
    providers,
    models: { allow: models, ...(deny && { deny }) },
    mcp: { ...now.mcp, servers, ...(servers.length > 0 && { tools }) },
    requestsPerMinute: Math.min(perMinute, now.requestsPerMinute ?? Infinity),
  };
}

type Caps = NonNullable<Policy['caps']>;

/** A cap a day, in whole dollars; one that is lower stays. */
function withDay(caps: Caps, busiest: Nanodollars): Caps {
  const amount = nanodollarsOf(Math.max(1, Math.ceil((busiest * DAY_MARGIN) / DOLLAR)) * DOLLAR);
  const isDay = ({ window, rolling }: Caps[number]): boolean => window === 'day' && !rolling;
  const before = caps.find(isDay);
  if (before && before.amount <= amount) return caps;
  return [
    { window: 'day', rolling: false, amount, ...(before?.hold && { hold: before.hold }) },
    ...caps.filter((cap) => !isDay(cap)),
  ];
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted();
}
