import { WEEKDAYS } from '../../../shared/policy.ts';
import type { Policy, Weekday } from '../../../shared/policy.ts';
import { usdText } from '../../../shared/money.ts';
import type { CapRow } from '../caps/cap-row.ts';
import { rowsOf } from '../caps/read-caps.ts';
import { mcpDraft } from './mcp-draft.ts';
import type { McpDraft } from './mcp-draft.ts';

export type BrakeChoice = '' | 'off' | 'warn' | 'pause';
export type OnCapChoice = '' | NonNullable<Policy['onCap']>;
export type EnvironmentChoice = '' | NonNullable<Policy['environment']>;

interface ReachDraft {
  /** Globs with commas between them. */
  readonly allow: string;
  readonly deny: string;
  /** Names of providers; none means all. */
  readonly providers: readonly string[];
  /** The same of tools that run at the provider. */
  readonly denyTools: string;
  readonly endpoints: string;
  readonly environment: EnvironmentChoice;
  readonly folder: string;
}

interface LimitsDraft {
  readonly requestsPerMinute: string;
  readonly tokensPerMinute: string;
  readonly parallelRequests: string;
  readonly maxCost: string;
  readonly maxOutput: string;
}

interface TimesDraft {
  /** `2026-11-21`, the last day. */
  readonly lastDay: string;
  readonly rotateDays: string;
  readonly hasHours: boolean;
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
}

interface BrakeDraft {
  readonly velocity: BrakeChoice;
  readonly loop: BrakeChoice;
}

/** A cap for some models: one line each. */
export interface ModelCapRow extends CapRow {
  /** A glob. */
  readonly models: string;
}

interface PartsDraft {
  readonly modelCaps: readonly ModelCapRow[];
  readonly conversationCaps: readonly CapRow[];
  readonly group: string;
}

/** A policy as it stands in the form: everything as typed, empty where nothing is said. */
export interface PolicyDraft extends PartsDraft, ReachDraft, McpDraft, LimitsDraft, TimesDraft, BrakeDraft {
  readonly caps: readonly CapRow[];
  readonly onCap: OnCapChoice;
}

/** The form for a policy. */
export function draftOf(policy: Policy): PolicyDraft {
  return {
    caps: rowsOf(policy.caps ?? []),
    onCap: policy.onCap ?? '',
    ...partsDraft(policy),
    ...reachDraft(policy),
    ...mcpDraft(policy),
    ...limitsDraft(policy),
    ...timesDraft(policy),
    ...brakeDraft(policy),
  };
}

function partsDraft({ modelCaps = [], conversationCaps = [], group = '' }: Policy): PartsDraft {
  const rows = modelCaps.flatMap(({ models, caps }) => rowsOf(caps).map((row) => ({ ...row, models })));
  return {
    modelCaps: rows.map((row, id) => ({ ...row, id })),
    conversationCaps: rowsOf(conversationCaps),
    group,
  };
}

function reachDraft({ models, hostedTools, providers, endpoints, environment, folder }: Policy): ReachDraft {
  return {
    allow: (models?.allow ?? []).join(', '),
    deny: (models?.deny ?? []).join(', '),
    denyTools: (hostedTools?.deny ?? []).join(', '),
    providers: providers ?? [],
    endpoints: (endpoints ?? []).join(', '),
    environment: environment ?? '',
    folder: folder ?? '',
  };
}

function limitsDraft({ maxCost, ...policy }: Policy): LimitsDraft {
  return {
    requestsPerMinute: countText(policy.requestsPerMinute),
    tokensPerMinute: countText(policy.tokensPerMinute),
    parallelRequests: countText(policy.parallelRequests),
    maxCost: maxCost === undefined ? '' : usdText(maxCost).replace(/\.00$/, ''),
    maxOutput: countText(policy.maxOutput),
  };
}

function timesDraft({ expiresAt, rotateDays, workingHours }: Policy): TimesDraft {
  const { days, from, to } = workingHours ?? { days: WEEKDAYS.slice(0, 5), from: '09:00', to: '18:00' };
  return {
    lastDay: expiresAt === undefined ? '' : lastDayOf(expiresAt),
    rotateDays: countText(rotateDays),
    hasHours: workingHours !== undefined,
    days,
    from,
    to,
  };
}

function brakeDraft({ brake }: Policy): BrakeDraft {
  return { velocity: brake?.velocity ?? '', loop: brake?.loop ?? '' };
}

function countText(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

/** The day before an instant, on the clock of the person who looks: it works until that day is over. */
export function lastDayOf(instant: number): string {
  const last = new Date(instant - 1);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${last.getFullYear()}-${two(last.getMonth() + 1)}-${two(last.getDate())}`;
}
