import type { Ask, JsonObject } from '../dialects/dialect.ts';
import type { ProviderSpec } from './provider-spec.ts';
import { thinkingLimitAt } from './published/thinking-limits.ts';
import type { ThinkingLimit } from './published/thinking-limits.ts';

type Fitting = Pick<ProviderSpec, 'limitField' | 'limitOmitsThinking' | 'reportsUnasked'> &
  Partial<Pick<ProviderSpec, 'kind'>>;

/**
 * Fields that Purser sets in a body, as this provider takes them: a field it does not know would be refused, or worse,
 * ignored. A limit is put where it limits thoughts as well.
 * @param baseUrl of the provider: a server that a person has added may be that of a vendor
 */
export function fitFields(spec: Fitting, fields: JsonObject, body: JsonObject, baseUrl = ''): JsonObject {
  const { max_completion_tokens: both, max_tokens: own, stream_options: options, ...rest } = fields;
  const thinking = thinkingLimitOf(spec, body, baseUrl);
  const set = (both ?? own) === undefined ? {} : fitLimit(spec, thinking, fields, body);
  return { ...rest, ...set, ...(options === undefined || spec.reportsUnasked ? {} : { stream_options: options }) };
}

function fitLimit(
  { limitField }: Fitting,
  thinking: ThinkingLimit | undefined,
  { max_completion_tokens: both, max_tokens: own }: JsonObject,
  body: JsonObject,
): JsonObject {
  const limit = Number(both ?? own);
  const isNamed = (field: string): boolean => (body[field] ?? undefined) !== undefined;
  if (thinking?.limitsBoth) {
    const own = isNamed('max_tokens') ? { max_tokens: thinking.exclusive ? null : limit } : {};
    return { max_completion_tokens: limit, ...own };
  }
  if (thinking?.mostThinking !== undefined) return { max_tokens: Math.max(1, limit - thinking.mostThinking) };
  // A body that names its own limit is known to be understood.
  const name = (isNamed('max_completion_tokens') ? undefined : limitField) ?? 'max_completion_tokens';
  return { ...(own === undefined ? {} : { max_tokens: own }), ...(both === undefined ? {} : { [name]: both }) };
}

/**
 * Most output that the limits in a request allow at this provider, thoughts included, for all of its choices; like
 * `ask.outputLimit`, which knows no provider. @returns undefined where they limit the answer alone, or nothing
 */
export function ownOutputLimit(spec: Fitting, ask: Ask, body: JsonObject, baseUrl = ''): number | undefined {
  const thinking = thinkingLimitOf(spec, body, baseUrl);
  if (ask.outputLimit === undefined || !thinking || thinking.isOff(ask.model, body)) return ask.outputLimit;
  const isNamed = (body['max_completion_tokens'] ?? undefined) !== undefined;
  if (isNamed) return thinking.limitsBoth ? ask.outputLimit : undefined;
  const { thinking_budget: budget } = body;
  const most = thinking.budgetHolds && isBudget(budget) ? budget + CLOSING_TOKENS : thinking.mostThinking;
  return most === undefined ? undefined : ask.outputLimit + most * ask.choices;
}

/** True where the limit in a request holds for all that is billed of its output. */
export function ownLimitHolds(spec: Fitting, ask: Ask, body: JsonObject, baseUrl = ''): boolean {
  return ask.outputLimit !== undefined && ownOutputLimit(spec, ask, body, baseUrl) === ask.outputLimit;
}

/** The least limit, for one choice, that {@link fitFields} can make this provider keep to. */
export function leastOutputLimit(spec: Fitting, ask: Ask, body: JsonObject, baseUrl = ''): number {
  const thinking = thinkingLimitOf(spec, body, baseUrl);
  const most = thinking && !thinking.limitsBoth ? thinking.mostThinking : undefined;
  return most === undefined ? ask.smallestOutputLimit : Math.max(ask.smallestOutputLimit, most + 1);
}

/** Tokens that close interrupted thoughts, beyond their budget. */
const CLOSING_TOKENS = 256;

function isBudget(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** The thinking limit of a chat request: a legacy completion does not think, and other protocols limit both. */
function thinkingLimitOf(spec: Fitting, body: JsonObject, baseUrl: string): ThinkingLimit | undefined {
  if (!Array.isArray(body['messages'])) return undefined;
  return spec.limitOmitsThinking ?? (spec.kind === 'custom-openai' ? thinkingLimitAt(baseUrl) : undefined);
}
