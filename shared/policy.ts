import { z } from 'zod';
import { callLimitsSchema, capListSchema } from './cap.ts';
import { mcpPolicySchema } from './mcp/mcp-policy.ts';
import { nanodollarsOf } from './money.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const ENVIRONMENTS = ['dev', 'staging', 'prod'] as const;

export const ON_CAP = ['refuse', 'ask'] as const;

/** `*` stands for any characters, `?` for one; case does not matter. */
const globSchema = z
  .string()
  .trim()
  .min(1, 'Enter the name of the model.')
  .max(200, 'A model name has at most 200 characters.');
const toolSchema = z
  .string()
  .trim()
  .min(1, 'Enter the name of the tool.')
  .max(200, 'The name of a tool has at most 200 characters.');
/** The last moment a date can be. */
const LAST_INSTANT = 8_640_000_000_000_000;
const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time of day is HH:MM, such as 09:00.');
const countSchema = z.int('Enter a whole number above 0.').positive('Enter a whole number above 0.');

const FOLDER_FORM = 'A folder is a full path, such as /home/me/shop.';
/** `/home/me/shop`; a drive or a share on Windows. */
const folderSchema = z
  .string()
  .max(4096, FOLDER_FORM)
  .regex(/^(\/|[A-Za-z]:[\\/]|\\\\)[^\0]*$/, FOLDER_FORM);

/** A group of agents that share an allowance. */
export const groupNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,31}$/, 'The name of a group has small letters, digits and dashes, such as night-shift.');

/** By name: the order says nothing, and a policy file cannot keep every order. */
export function sortModelCaps<T extends { readonly models: string }>(list: readonly T[]): T[] {
  return list.toSorted((one, other) => (one.models < other.models ? -1 : 1));
}

const brakeSchema = z.enum(['off', 'warn', 'pause']);

/**
 * The limits of a sub-key, an agent, a provider key or everything. Every field is optional and every one that is set,
 * at any level, must allow a request: policies only ever narrow. Unknown fields are refused.
 */
export const policySchema = z.strictObject({
  caps: capListSchema.exactOptional(),
  /** Caps for some models alone, beside the others: all that one glob matches count together. */
  modelCaps: z
    .array(z.strictObject({ models: globSchema, caps: capListSchema.min(1, 'Give at least one cap, such as 3/day.') }))
    .refine((list) => new Set(list.map(({ models }) => models)).size === list.length, {
      message: 'Name each model once.',
    })
    .transform(sortModelCaps)
    .exactOptional(),
  /** Caps for each conversation alone. Requests of tools that name none count as one. */
  conversationCaps: capListSchema.exactOptional(),
  /** Of an agent: the group whose caps it shares with other agents. */
  group: groupNameSchema.exactOptional(),
  /** Most requests in a window, whatever they cost. */
  calls: callLimitsSchema.exactOptional(),
  /** Names of providers. */
  providers: z.array(z.string().min(1)).exactOptional(),
  /** Deny wins over allow. */
  models: z
    .strictObject({ allow: z.array(globSchema).exactOptional(), deny: z.array(globSchema).exactOptional() })
    .exactOptional(),
  /**
   * Tools that run at the provider, by the names that requests have for them, such as `web_search*`, `code_execution*`,
   * `mcp`. Deny wins over allow; an empty list of allowed ones allows none.
   */
  hostedTools: z
    .strictObject({ allow: z.array(toolSchema).exactOptional(), deny: z.array(toolSchema).exactOptional() })
    .exactOptional(),
  /** MCP servers and their tools. */
  mcp: mcpPolicySchema.exactOptional(),
  /**
   * Paths as providers name them, such as `chat/completions` or `messages`, with `*` and `?`; of an HTTP API with the
   * method before: `GET repos/*`.
   */
  endpoints: z.array(z.string().min(1)).exactOptional(),
  /** A provider of one environment serves only sub-keys of the same one. */
  environment: z.enum(ENVIRONMENTS).exactOptional(),
  /**
   * Only programs whose working folder is this one or lies in it. Where that cannot be seen (Windows), nothing may
   * pass.
   */
  folder: folderSchema.exactOptional(),
  requestsPerMinute: countSchema.exactOptional(),
  tokensPerMinute: countSchema.exactOptional(),
  parallelRequests: countSchema.exactOptional(),
  /** Most that one request may cost, in nano-dollars. */
  maxCost: z.int().positive('Enter an amount above $0.').transform(nanodollarsOf).exactOptional(),
  /** Most output tokens of one request; a larger limit is lowered to it. */
  maxOutput: countSchema.exactOptional(),
  /** A request that no cap has room for is refused when nothing is said, or a person is asked. */
  onCap: z.enum(ON_CAP).exactOptional(),
  /**
   * The reaction when an agent spends much faster than it used to, or repeats one request: warn when nothing is said.
   */
  brake: z.strictObject({ velocity: brakeSchema.exactOptional(), loop: brakeSchema.exactOptional() }).exactOptional(),
  /** A sub-key's secret should be replaced after so many days; when it is due, Purser says so. */
  rotateDays: countSchema.exactOptional(),
  /** Epoch milliseconds. */
  expiresAt: z.int().min(-LAST_INSTANT).max(LAST_INSTANT).exactOptional(),
  /** In the person's time zone; `to` before `from` means over midnight. */
  workingHours: z
    .strictObject({
      days: z.array(z.enum(WEEKDAYS)).min(1, 'Choose at least one day.'),
      from: timeSchema,
      to: timeSchema,
    })
    .exactOptional(),
});
export type Policy = z.infer<typeof policySchema>;

const SCOPE =
  /^(everything|provider:[a-z][a-z0-9-]{0,31}|group:[a-z][a-z0-9-]{0,31}|agent:agt_[a-z0-9]{12}|key:key_[a-z0-9]{12})$/;

/** The thing that a policy is on: `everything`, `provider:NAME`, `group:NAME`, `agent:ID` or `key:ID`. */
export const policyScopeSchema = z.string().regex(SCOPE).brand<'PolicyScope'>();
export type PolicyScope = z.infer<typeof policyScopeSchema>;

export const EVERYTHING = policyScopeSchema.parse('everything');

/** The scope of one thing: `scopeOf('agent', id)`. @throws RangeError for what is no id of that kind */
export function scopeOf(kind: 'provider' | 'group' | 'agent' | 'key', id: string): PolicyScope {
  const text = `${kind}:${id}`;
  if (!isScope(text)) throw new RangeError(`not a policy scope: ${text}`);
  return text;
}

/** On the way of every request, so without the schema's machinery. */
function isScope(text: string): text is PolicyScope {
  return SCOPE.test(text);
}
