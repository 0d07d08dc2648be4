import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';
import { servedModel } from '../usage/served-model.ts';
import { finishUsage } from './read-reply.ts';
import { readAnthropicUsage } from './read-usage.ts';
import { containerTimeOf } from './server-tools/container.ts';

/** The content of a message that has ended. */
interface SeenContent {
  readonly empty: boolean;
  readonly wrote: boolean;
  /** Code has run. */
  readonly ran: boolean;
}

/** The figures, model and id of one message as the events of its stream report them. */
export interface ReportedFigures {
  /** @param message of `message_start` */
  begin(message: JsonObject): void;
  /** @param to the model that answers from here on */
  handOver(to: unknown): void;
  /** @param figures and `delta` of `message_delta` */
  report(figures: unknown, delta: unknown): void;
  /** A stop reason came with the last figures. */
  isFinal(): boolean;
  /** The top-level figures so far. */
  usage(): TokenUsage | undefined;
  /** @returns undefined before the figures are final, and for figures that nobody can read */
  finish(content: SeenContent): TokenUsage | undefined;
  /** The input that the first round has read, where the stream says it. */
  firstInput(): number | undefined;
  /** The model that the beginning names. */
  firstModel(): string | undefined;
  responseId(): string | undefined;
}

export function createReportedFigures(ask: Partial<Ask>): ReportedFigures {
  const { tier, cacheWrites } = ask;
  let usage: TokenUsage | undefined;
  /** The last report alone, without the figures of earlier ones. */
  let lastReport: TokenUsage | undefined;
  let iterations: unknown;
  let firstInput: number | undefined;
  let firstModel: string | undefined;
  let model: string | undefined;
  let id: string | undefined;
  let refused = false;
  let final = false;
  let contained = false;

  return {
    begin(message) {
      usage = readAnthropicUsage(message['usage'], undefined, tier, cacheWrites);
      firstInput = usage && usage.input > 0 ? usage.input : undefined;
      firstModel = servedModel(message['model']).model;
      id = typeof message['id'] === 'string' ? message['id'] : undefined;
      model = firstModel;
      contained = isObject(message['container']);
    },
    handOver(to) {
      if (isObject(to)) model = servedModel(to['model']).model ?? model;
    },
    report(figures, delta) {
      const reported = readAnthropicUsage(figures, usage, tier, cacheWrites);
      if (!reported) return;
      usage = reported;
      const passes = isObject(figures) ? (figures['iterations'] ?? undefined) : undefined;
      // The list grows as the passes are made.
      if (lengthOf(passes) >= lengthOf(iterations)) iterations = passes ?? iterations;
      lastReport = readAnthropicUsage(figures, undefined, tier, cacheWrites);
      const reason = isObject(delta) ? delta['stop_reason'] : undefined;
      final = typeof reason === 'string';
      refused = reason === 'refusal';
      contained ||= isObject(delta) && isObject(delta['container']);
    },
    isFinal: () => final,
    usage: () => usage,
    finish({ ran, ...content }) {
      const containerSeconds = containerTimeOf(ask, ran || contained);
      const seen = { lastReport, iterations, model, refused, containerSeconds, ...content };
      return final && usage ? finishUsage(usage, seen) : undefined;
    },
    firstInput: () => firstInput,
    firstModel: () => firstModel,
    responseId: () => id,
  };
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}
