import { ENVIRONMENTS, ON_CAP } from '../../shared/policy.ts';
import type { Policy } from '../../shared/policy.ts';
import { callLimitText } from '../../shared/cap.ts';
import { usdText } from '../../shared/money.ts';
import { instantText, readInstant } from './instants.ts';
import { readMcp, writeMcp } from './mcp-rules.ts';
import type { Spot } from './spot.ts';
import {
  capWritten,
  readBrake,
  readCalls,
  readCaps,
  readChoice,
  readCount,
  readFolder,
  readGroup,
  readModelCaps,
  readModels,
  readMoney,
  readNames,
  readTools,
} from './values.ts';
import type { Written } from './written.ts';
import { readWorkingHours, workingHoursText } from './working-hours.ts';

/** One limit: its name in the file, and the way there and back. */
export interface Field {
  readonly name: string;
  /** A policy with this one field; empty when it could not be read, and then the problem is noted. */
  read(spot: Spot, timeZone: string): Policy;
  /** The file's form of this limit; undefined when the policy has no such limit. */
  write(policy: Policy, timeZone: string): Written | undefined;
  /** The policy without this limit. */
  lift(policy: Policy): Policy;
}

interface FieldOf<K extends keyof Policy> {
  /** In the file; the key of the policy unless a person would say it otherwise. */
  readonly name?: string;
  readonly policy: (value: NonNullable<Policy[K]>) => Policy;
  readonly read: (spot: Spot, timeZone: string) => NonNullable<Policy[K]> | undefined;
  readonly write: (value: NonNullable<Policy[K]>, timeZone: string) => Written | undefined;
}

function field<K extends keyof Policy>(key: K, { name = key, policy, read, write }: FieldOf<K>): Field {
  return {
    name,
    read(spot, timeZone) {
      const value = read(spot, timeZone);
      return value === undefined ? {} : policy(value);
    },
    write(from, timeZone) {
      const value = from[key];
      return value === undefined ? undefined : write(value, timeZone);
    },
    lift(from) {
      const { [key]: _lifted, ...others } = from;
      return others;
    },
  };
}

const PROVIDERS = 'It is a list of provider names, such as [anthropic, openai]; see `purser provider list`.';
const ENDPOINTS = 'It is a list of paths as providers name them, such as [chat/completions, messages].';

/** Every field of a policy: the compiler asks for a line here when a policy gets a new one. */
const BY_KEY = {
  // No caps and an empty list of caps are the same thing, and the file knows only the first.
  caps: field('caps', {
    policy: (caps) => ({ caps }),
    read: readCaps,
    write: (caps) => (caps.length > 0 ? caps.map(capWritten) : undefined),
  }),
  modelCaps: field('modelCaps', {
    policy: (modelCaps) => ({ modelCaps }),
    read: readModelCaps,
    write: (list) =>
      list.length > 0 ? Object.fromEntries(list.map(({ models, caps }) => [models, caps.map(capWritten)])) : undefined,
  }),
  conversationCaps: field('conversationCaps', {
    policy: (conversationCaps) => ({ conversationCaps }),
    read: readCaps,
    write: (caps) => (caps.length > 0 ? caps.map(capWritten) : undefined),
  }),
  group: field('group', { policy: (group) => ({ group }), read: readGroup, write: (name) => name }),
  calls: field('calls', {
    policy: (calls) => ({ calls }),
    read: readCalls,
    write: (calls) => (calls.length > 0 ? calls.map(callLimitText) : undefined),
  }),
  providers: field('providers', {
    policy: (providers) => ({ providers }),
    read: (spot) => readNames(spot, PROVIDERS),
    write: (names) => names,
  }),
  models: field('models', {
    policy: (models) => ({ models }),
    read: readModels,
    write: ({ allow, deny }) => ({ ...(allow && { allow }), ...(deny && { deny }) }),
  }),
  hostedTools: field('hostedTools', {
    policy: (hostedTools) => ({ hostedTools }),
    read: readTools,
    write: ({ allow, deny }) => ({ ...(allow && { allow }), ...(deny && { deny }) }),
  }),
  mcp: field('mcp', {
    policy: (mcp) => ({ mcp }),
    read: readMcp,
    write: writeMcp,
  }),
  endpoints: field('endpoints', {
    policy: (endpoints) => ({ endpoints }),
    read: (spot) => readNames(spot, ENDPOINTS),
    write: (paths) => paths,
  }),
  environment: field('environment', {
    policy: (environment) => ({ environment }),
    read: (spot) => readChoice(spot, ENVIRONMENTS),
    write: (word) => word,
  }),
  folder: field('folder', { policy: (folder) => ({ folder }), read: readFolder, write: (path) => path }),
  requestsPerMinute: field('requestsPerMinute', {
    policy: (requestsPerMinute) => ({ requestsPerMinute }),
    read: (spot) => readCount(spot, 'requests'),
    write: (count) => count,
  }),
  tokensPerMinute: field('tokensPerMinute', {
    policy: (tokensPerMinute) => ({ tokensPerMinute }),
    read: (spot) => readCount(spot, 'tokens'),
    write: (count) => count,
  }),
  parallelRequests: field('parallelRequests', {
    policy: (parallelRequests) => ({ parallelRequests }),
    read: (spot) => readCount(spot, 'requests'),
    write: (count) => count,
  }),
  maxCost: field('maxCost', {
    policy: (maxCost) => ({ maxCost }),
    read: readMoney,
    write: (amount) => `$${usdText(amount)}`,
  }),
  maxOutput: field('maxOutput', {
    policy: (maxOutput) => ({ maxOutput }),
    read: (spot) => readCount(spot, 'tokens'),
    write: (count) => count,
  }),
  onCap: field('onCap', {
    policy: (onCap) => ({ onCap }),
    read: (spot) => readChoice(spot, ON_CAP),
    write: (word) => word,
  }),
  brake: field('brake', {
    policy: (brake) => ({ brake }),
    read: readBrake,
    write: ({ velocity, loop }) => ({ ...(velocity && { velocity }), ...(loop && { loop }) }),
  }),
  rotateDays: field('rotateDays', {
    name: 'rotate',
    policy: (rotateDays) => ({ rotateDays }),
    read: (spot) => readCount(spot, 'days, such as 30d', /d(ays?)?$/),
    write: (days) => `${days}d`,
  }),
  expiresAt: field('expiresAt', {
    name: 'expires',
    policy: (expiresAt) => ({ expiresAt }),
    read: readInstant,
    write: instantText,
  }),
  workingHours: field('workingHours', {
    policy: (workingHours) => ({ workingHours }),
    read: readWorkingHours,
    write: workingHoursText,
  }),
} as const satisfies Readonly<Record<keyof Policy, Field>>;

/** Every limit, in the order of the file. */
export const FIELDS: readonly Field[] = Object.values(BY_KEY);

/** A value on one line: `5/day, 20/total`, `allow claude-*; deny *-mini`. */
export function written(value: Written): string {
  if (value === null || typeof value !== 'object') return String(value);
  if (isList(value)) return value.map(written).join(', ') || '(none)';
  return (
    Object.entries(value)
      .map(([name, item]) => `${name} ${written(item)}`)
      .join('; ') || '(not set)'
  );
}

function isList(value: Written): value is readonly Written[] {
  return Array.isArray(value);
}
