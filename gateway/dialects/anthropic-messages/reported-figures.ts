import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';
import { servedModel } from '../usage/served-model.ts';
import { finishUsage } from './read-reply.ts';
import { readAnthropicUsage } from './read-usage.ts';

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
  finish(content: { readonly empty: boolean; readonly wrote: boolean }): TokenUsage | undefined;
  /** The input that the first round has read, where the stream says it. */
  firstInput(): number | undefined;
  /** The model that the beginning names. */
  firstModel(): string | undefined;
  responseId(): string | undefined;
}

export function createReportedFigures({ tier, cacheWrites }: Partial<Ask>): ReportedFigures {
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

  return {
    begin(message) {
      usage = readAnthropicUsage(message['usage'], undefined, tier, cacheWrites);
      firstInput = usage && usage.input > 0 ? usage.input : undefined;
      firstModel = servedModel(message['model']).model;
      id = typeof message['id'] === 'string' ? message['id'] : undefined;
      model = firstModel;
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
    },
    isFinal: () => final,
    usage: () => usage,
    finish: (content) =>
      final && usage ? finishUsage(usage, { lastReport, iterations, model, refused, ...content }) : undefined,
    firstInput: () => firstInput,
    firstModel: () => firstModel,
    responseId: () => id,
  };
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}
