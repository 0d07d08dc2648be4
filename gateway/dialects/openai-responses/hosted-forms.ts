import type { Extra } from '../../domain/usage.ts';
import type { Ask, AskFault, JsonObject, OtherPass } from '../dialect.ts';
import { mostOutput } from '../openai-models.ts';
import { compactionPasses } from './compaction.ts';
import { boundCall, findHostedTools } from './hosted-tools.ts';
import type { CallBound } from './hosted-tools.ts';
import { picturePasses } from './picture-tool.ts';

/** The provider's instructions about a hosted tool. */
const HOSTED_TOOL_TOKENS = 5_000;
/**
 * Calls that a request without a limit of its own is held for, if its caps have room for them all: nothing else keeps
 * it to any number.
 */
const CALLS = 128;
/** Nine were the most that were seen in one response. */
const USUAL_CALLS = 16;
/** Limits on calls that are tried in turn where there is too little money for all of them. */
const FEWER = [USUAL_CALLS, 8, 4, 2, 1] as const;

/** A request and the hosted tools in it. */
interface Hosted {
  readonly plain: Ask;
  readonly body: JsonObject;
  readonly bounds: readonly CallBound[];
}

/**
 * The request in all of its forms: as it is, and limited to fewer and fewer calls. A stream that can be stopped needs
 * no limit before it has made more calls than are usual. A tool is never left out: the sender counts on it.
 */
export function withHostedTools(plain: Ask, body: JsonObject): Ask | AskFault {
  const { tools, inInput } = findHostedTools(body);
  const bounds: CallBound[] = [];
  for (const tool of [...tools, ...inInput]) {
    const bound = boundCall(tool, plain.model);
    if ('fault' in bound) return bound;
    bounds.push(bound);
  }
  if (bounds.filter(({ picture }) => picture).length > 1)
    return {
      fault: 'unbounded',
      message: 'This request has several tools that draw, at several prices. Keep one of them.',
    };
  const hosted = { plain, body, bounds };
  return bounds.length === 0 ? withoutCalls(hosted) : formsOf(hosted);
}

/** It may be shortened all the same. */
function withoutCalls(hosted: Hosted): Ask {
  const others = othersOf(hosted, 0);
  if (others.length === 0) return hosted.plain;
  const withInput = (inputBound: number): Ask => withoutCalls({ ...hosted, plain: { ...hosted.plain, inputBound } });
  return { ...hosted.plain, ...withOthers(others), withInput };
}

/** A sub-key may not have pictures drawn by a model that it may not use. */
function withModels(ask: Ask, bounds: readonly CallBound[]): Ask {
  const models = bounds.flatMap(({ picture }) => (picture ? [picture.model] : []));
  return models.length === 0 ? ask : { ...ask, otherModels: models };
}

function formsOf(hosted: Hosted): Ask {
  const { plain, body, bounds } = hosted;
  const own = body['max_tool_calls'];
  const most = Math.min(typeof own === 'number' ? own : CALLS, CALLS);
  const limited = FEWER.filter((calls) => calls < most).map((calls) => ({
    ...withCalls(hosted, calls),
    callLimit: calls,
  }));
  const stopped = plain.stream && most === CALLS ? [{ ...withCalls(hosted, USUAL_CALLS), mustBeStopped: true }] : [];
  const forms: readonly Ask[] = [...stopped, withCalls(hosted, most), ...limited];
  const chained = forms.reduceRight<Ask | undefined>(
    (cheaper, form) => withModels({ ...form, ...(cheaper && { cheaper }) }, bounds),
    undefined,
  );
  const withInput = (inputBound: number): Ask => formsOf({ ...hosted, plain: { ...plain, inputBound } });
  return { ...(chained ?? plain), withInput };
}

/**
 * Each round reads everything before it again: the input, the output so far, and the findings of the calls. The input
 * is the mean of the rounds: where the window cuts some of them, cutting the mean cuts less.
 */
function withCalls(hosted: Hosted, calls: number): Ask {
  const { plain, bounds } = hosted;
  const usedBy = (made: number, output: number): Pick<Ask, 'inputBound' | 'rounds' | 'extras'> => {
    const written = (made / (made + 1)) * output;
    const instructed = (plain.inputBound ?? Infinity) + bounds.length * HOSTED_TOOL_TOKENS;
    const mean = instructed + written + inputOfCalls(bounds, made);
    const inputBound = Number.isFinite(mean) ? Math.ceil(mean) : undefined;
    return { rounds: made + 1, inputBound, extras: sumExtras(bounds, made) };
  };
  const others = othersOf(hosted, calls);
  return {
    ...plain,
    ...usedBy(calls, plain.outputLimit ?? mostOutput(plain.model)),
    usedBy,
    ...withOthers(others),
  };
}

/** A summary is written like thoughts: nothing of it shows. */
function withOthers(others: readonly OtherPass[]): Partial<Pick<Ask, 'others' | 'hiddenOutput'>> {
  if (others.length === 0) return {};
  return { others, ...(others.some(({ kind }) => kind === 'compaction') && { hiddenOutput: true }) };
}

/** Pictures first, in the order in which they may be drawn: a stream shows how many of them were begun. */
function othersOf({ plain, body, bounds }: Hosted, calls: number): readonly OtherPass[] {
  const picture = bounds.find((bound) => bound.picture)?.picture;
  const isKnown = plain.inputBound !== undefined && (body['previous_response_id'] ?? '') === '';
  return [
    ...(picture ? picturePasses(picture, { body, calls, isKnown }) : []),
    ...compactionPasses(plain, body, { calls, content: inputOfCalls(bounds, calls) }),
  ];
}

/**
 * The tokens that so many calls bring, in the mean of the rounds: none before the first call, then more with each of
 * them, up to their own window.
 */
function inputOfCalls(bounds: readonly CallBound[], made: number): number {
  if (bounds.some(({ readsAhead }) => readsAhead)) return Infinity;
  if (made === 0) return 0;
  const most = (some: readonly CallBound[]): number => Math.max(0, ...some.map(({ content }) => content ?? Infinity));
  const each = most(bounds.filter(({ ofAllCalls }) => !ofAllCalls));
  const together = most(bounds.filter(({ ofAllCalls }) => ofAllCalls));
  return (made / 2) * each + (made / (made + 1)) * together;
}

function sumExtras(bounds: readonly CallBound[], calls: number): Partial<Readonly<Record<Extra, number>>> {
  const most: Record<string, number> = {};
  // Every call may be of the dearest tool of its kind.
  for (const { extras, billedOnce } of bounds)
    for (const [extra, count] of Object.entries(extras))
      most[extra] = Math.max(most[extra] ?? 0, count * (billedOnce ? Math.min(1, calls) : calls));
  return most;
}
