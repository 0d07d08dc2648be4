import { NO_USAGE } from '../../domain/usage.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { byteLengthOf, isObject } from '../json/read-json.ts';
import { servedModel } from '../usage/served-model.ts';
import { foldIterations } from './fold-iterations.ts';
import { readAnthropicUsage } from './read-usage.ts';
import { containerTimeOf, ranCode } from './server-tools/container.ts';

/** The facts about a reply beside its top-level figures. */
interface Seen {
  /** The figures beside the list of passes, read alone. */
  readonly lastReport: TokenUsage | undefined;
  readonly iterations: unknown;
  /** As the reply names it. */
  readonly model: string | undefined;
  /** Its safety check declined. */
  readonly refused: boolean;
  /** It has no content but marks of who declined. */
  readonly empty: boolean;
  /** It has content that tokens were written for, whatever its figures say. */
  readonly wrote: boolean;
  /** Time of a container that it is billed for at least, in seconds. */
  readonly containerSeconds: number;
}

/**
 * Models with a safety check: a request that it declines before anything is written is not billed. Source:
 * platform.claude.com (2026-08-22), "Refusals and fallback".
 */
const CHECKED = /^claude-(fable|mythos|(opus|sonnet|haiku)-([5-9]|\d\d))/;

/** The terms of a request that its reply is read by. */
type ReplyAsk = Pick<Ask, 'tier' | 'cacheWrites' | 'extras' | 'usedBy'>;

/** Usage of a whole message. */
export function readReply(reply: JsonObject, ask: ReplyAsk): TokenUsage | undefined {
  const top = readAnthropicUsage(reply['usage'], undefined, ask.tier, ask.cacheWrites);
  const content: readonly unknown[] = Array.isArray(reply['content']) ? reply['content'] : [];
  const iterations = isObject(reply['usage']) ? reply['usage']['iterations'] : undefined;
  return (
    top &&
    finishUsage(top, {
      lastReport: top,
      iterations,
      model: servedModel(reply['model']).model,
      refused: reply['stop_reason'] === 'refusal',
      empty: content.every((block) => isObject(block) && block['type'] === 'fallback'),
      wrote: content.some((block) => isObject(block) && isWritten(block)),
      containerSeconds: containerTimeOf(
        ask,
        isObject(reply['container']) || content.some((block) => isObject(block) && ranCode(block)),
      ),
    })
  );
}

/** The figures of a message that has ended. @returns undefined for those that nobody can read */
export function finishUsage(top: TokenUsage, seen: Seen): TokenUsage | undefined {
  const { lastReport, iterations, model, refused, empty, wrote, containerSeconds } = seen;
  const folded = foldIterations(top, lastReport, iterations, model);
  if (!folded) return undefined;
  const served = servedModel(folded.model ?? model);
  const others = folded.others.length > 0 ? { others: folded.others } : {};
  const usage = containerSeconds === 0 ? folded.usage : withContainer(folded.usage, containerSeconds);
  const checked = CHECKED.test(served.model ?? '');
  if (refused && empty && checked && usage.output === 0) return { ...NO_USAGE, ...others, ...served };
  return { ...usage, ...others, ...served, ...suspectOf(usage, wrote) };
}

function withContainer(usage: TokenUsage, containerSeconds: number): TokenUsage {
  return { ...usage, parts: { ...usage.parts, containerSeconds } };
}

function isWritten(block: JsonObject): boolean {
  return byteLengthOf(block['text']) > 0 || block['type'] === 'tool_use';
}

/** Neither a prompt nor an answer has no tokens. */
function suspectOf({ input, output, suspect }: TokenUsage, wrote: boolean): Pick<TokenUsage, 'suspect'> {
  if (input === 0) return { suspect: 'zero-input' };
  if (output === 0 && wrote) return { suspect: 'zero-output' };
  return suspect === undefined ? {} : { suspect };
}
