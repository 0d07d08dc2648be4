import { EXTRAS } from '../../domain/usage.ts';
import type { Extra } from '../../domain/usage.ts';
import type { Ask, JsonObject, OtherPass } from '../dialect.ts';

/** The most that the calls of one hosted tool can cost and bring. */
export interface ToolBound {
  /** Most that one call is billed beside tokens. */
  readonly extras: Partial<Readonly<Record<Extra, number>>>;
  /** Most tokens that one call brings to read; undefined when only the model's window bounds them. */
  readonly content: number | undefined;
  /** Most calls of this tool in one request, by its own limit; left out: those of the request. */
  readonly most?: number;
  /** A pass of another model that every call makes. */
  readonly pass?: OtherPass;
}

/** How a server limits the calls of its tools. */
export interface CallLimits {
  /** The most calls in the request as it is. */
  readonly most: number;
  /** Smaller limits to try in turn where there is too little money; empty where none can be set. */
  readonly fewer: readonly number[];
  /** The fields that set such a limit. */
  readonly fieldsFor: (calls: number) => JsonObject;
  /** The field for a limit on the output of each round. */
  readonly limitField: 'max_completion_tokens' | 'max_output_tokens';
  /** Fields that the request needs as it is, too. Left out: none. */
  readonly fields?: JsonObject;
}

/** The limits that are tried where a server takes one. */
export const FEWER_CALLS: readonly number[] = [16, 8, 4, 2, 1];
/** The server's instructions about a hosted tool. */
const TOOL_TOKENS = 5_000;
/** The limit on the output of each round where a request has none and its calls are limited. */
const ROUND_OUTPUT = 32_000;

/**
 * A request with tools that run at its server, in all of its forms, the dearest first: as it is, and limited to fewer
 * and fewer calls. A tool is never left out: the sender counts on it.
 */
export function formsByCalls(plain: Ask, tools: readonly ToolBound[], limits: CallLimits): Ask {
  const calls = tools.reduce((sum, { most: own = Infinity }) => sum + own, 0);
  const most = Math.min(limits.most, calls);
  if (most === 0) return plain;
  const bounded = { ...plain, outputLimit: plain.outputLimit ?? ROUND_OUTPUT * plain.choices };
  const own = plain.outputLimit === undefined ? { [limits.limitField]: ROUND_OUTPUT } : {};
  const fewer = limits.fewer.filter((limit) => limit < most).toSorted((left, right) => left - right);
  const cheaper = fewer.reduce<Ask | undefined>((next, limit) => {
    const fields = { ...own, ...limits.fieldsFor(limit) };
    return { ...withCalls(bounded, plain, tools, limit), fields, ...(next && { cheaper: next }) };
  }, undefined);
  return {
    ...withCalls(plain, plain, tools, most),
    ...(limits.fields && { fields: limits.fields }),
    withInput: (input) => formsByCalls(plain.withInput?.(input) ?? { ...plain, inputBound: input }, tools, limits),
    ...(cheaper && { cheaper }),
  };
}

/** A request with the same change in all of its forms. */
export function mapForms(ask: Ask, change: (form: Ask) => Ask): Ask {
  const { cheaper, withInput } = ask;
  return {
    ...change(ask),
    ...(cheaper && { cheaper: mapForms(cheaper, change) }),
    ...(withInput && { withInput: (input) => mapForms(withInput(input), change) }),
  };
}

/**
 * Each round reads everything before it again: the input, the output so far, and what the calls brought. The input is
 * the mean of the rounds: where the window cuts some of them, cutting the mean cuts less. Each round may write as much
 * as the limit allows.
 */
function withCalls(bounded: Ask, plain: Ask, tools: readonly ToolBound[], calls: number): Ask {
  const { inputBound = Infinity, outputLimit, choices, rounds = 1, extras } = bounded;
  const written = outputLimit === undefined ? Infinity : (calls / 2) * outputLimit;
  const mean = inputBound + tools.length * TOOL_TOKENS + written + meanContent(tools, calls);
  const passes = tools.flatMap(({ pass, most = Infinity }) =>
    pass ? Array.from({ length: Math.min(calls, most) }, () => pass) : [],
  );
  const models = passes.map(({ model }) => model);
  return {
    ...bounded,
    plain,
    rounds: rounds * (calls + 1),
    inputBound: Number.isFinite(mean) ? Math.ceil(mean) : undefined,
    choices: choices * (calls + 1),
    outputLimit: outputLimit === undefined ? undefined : outputLimit * (calls + 1),
    extras: { ...extras, ...sumExtras(tools, calls, extras) },
    hiddenOutput: true,
    ...(passes.length > 0 && {
      others: [...(bounded.others ?? []), ...passes],
      otherModels: [...new Set([...(bounded.otherModels ?? []), ...models])],
    }),
  };
}

/** The amounts of so many calls, the dearest first: each tool makes as many as it may. */
function dearestCalls(
  tools: readonly ToolBound[],
  calls: number,
  amountOf: (tool: ToolBound) => number,
): readonly number[] {
  const amounts: number[] = [];
  for (const tool of tools.toSorted((left, right) => (amountOf(right) > amountOf(left) ? 1 : -1))) {
    const some = Math.min(tool.most ?? Infinity, calls - amounts.length);
    for (let made = 0; made < some; made += 1) amounts.push(amountOf(tool));
  }
  return amounts;
}

/** The tokens that so many calls bring, in the mean of the rounds: none before the first, then more with each. */
function meanContent(tools: readonly ToolBound[], calls: number): number {
  let read = 0;
  let sum = 0;
  for (const content of dearestCalls(tools, calls, (tool) => tool.content ?? Infinity)) {
    read += content;
    sum += read;
  }
  return sum / (calls + 1);
}

function sumExtras(tools: readonly ToolBound[], calls: number, own: Ask['extras'] = {}): Ask['extras'] & {} {
  const names = EXTRAS.filter((name) => tools.some(({ extras }) => extras[name] !== undefined));
  return Object.fromEntries(
    names.map((name) => {
      const amounts = dearestCalls(tools, calls, ({ extras }) => extras[name] ?? 0);
      return [name, amounts.reduce((total, amount) => total + amount, own[name] ?? 0)];
    }),
  );
}
