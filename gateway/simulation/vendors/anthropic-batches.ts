import { pricesOf } from '../price-table.ts';
import { isObject } from '../reply-shape.ts';

/** A reply that comes at once, and its cost. */
export interface AnthropicReply {
  /** JSON, or the text of results, one JSON object a line. */
  readonly body: unknown;
  /** In nano-dollars. */
  readonly cost: number;
}

/** Batches of messages of an account. Creating one costs half the price of what it makes; everything else is free. */
export interface AnthropicBatches {
  /** @returns undefined for any other route */
  reply(route: string, body: Readonly<Record<string, unknown>>): AnthropicReply | undefined;
}

interface Batch {
  readonly id: string;
  /** Its results, a line each. */
  readonly results: readonly unknown[];
}

const BATCHES = /^(GET|POST|DELETE) \/v1\/messages\/batches(?:\/([\w-]+))?(?:\/(cancel|results))?$/;
/** The tokens that each request writes. */
const OUTPUT = 10;

export function createAnthropicBatches(): AnthropicBatches {
  const batches = new Map<string, Batch>();
  const create = (requests: readonly unknown[]): AnthropicReply => {
    const batch = { id: `msgbatch_simulated_${batches.size + 1}`, results: requests.map(resultOf) };
    batches.set(batch.id, batch);
    return { body: viewOf(batch, 'in_progress'), cost: requests.reduce<number>((sum, one) => sum + costOf(one), 0) };
  };
  return {
    reply(route, body) {
      const [, method, id, rest] = BATCHES.exec(route) ?? [];
      if (method === undefined) return undefined;
      if (id === undefined) {
        if (method === 'POST') return create(Array.isArray(body['requests']) ? body['requests'] : []);
        const data = [...batches.values()].map((batch) => viewOf(batch, 'ended'));
        return { body: { data, has_more: false, first_id: data[0]?.id, last_id: data.at(-1)?.id }, cost: 0 };
      }
      const batch = batches.get(id);
      if (!batch) return undefined;
      if (method === 'DELETE') {
        batches.delete(id);
        return { body: { id, type: 'message_batch_deleted' }, cost: 0 };
      }
      if (rest === 'results') return { body: batch.results.map((line) => JSON.stringify(line)).join('\n'), cost: 0 };
      // A batch has ended by the time of the first question.
      return { body: viewOf(batch, rest === 'cancel' ? 'canceling' : 'ended'), cost: 0 };
    },
  };
}

function paramsOf(request: unknown): Readonly<Record<string, unknown>> {
  const params = isObject(request) ? request['params'] : undefined;
  return isObject(params) ? params : {};
}

/** A quarter of its bytes. */
function inputOf(request: unknown): number {
  return JSON.stringify(paramsOf(request)).length >> 2;
}

function costOf(request: unknown): number {
  const { model } = paramsOf(request);
  const prices = typeof model === 'string' ? pricesOf(model) : undefined;
  return prices === undefined ? 0 : (inputOf(request) * prices.input + OUTPUT * prices.output) / 2;
}

function resultOf(request: unknown, index: number) {
  const { model } = paramsOf(request);
  const usage = { input_tokens: inputOf(request), output_tokens: OUTPUT, service_tier: 'batch' };
  const content = [{ type: 'text', text: 'Simulated.' }];
  const message = {
    id: `msg_${index}`,
    type: 'message',
    role: 'assistant',
    model,
    content,
    stop_reason: 'end_turn',
    usage,
  };
  const customId = isObject(request) ? request['custom_id'] : undefined;
  return { custom_id: customId, result: { type: 'succeeded', message } };
}

function viewOf({ id, results }: Batch, status: string) {
  const created = '2026-01-01T00:00:00Z';
  const isEnded = status === 'ended';
  const counts = { processing: 0, succeeded: 0, errored: 0, canceled: 0, expired: 0 };
  return {
    id,
    type: 'message_batch',
    processing_status: status,
    request_counts: { ...counts, [isEnded ? 'succeeded' : 'processing']: results.length },
    created_at: created,
    expires_at: created,
    ended_at: isEnded ? created : null,
    archived_at: null,
    cancel_initiated_at: null,
    results_url: isEnded ? `https://api.anthropic.com/v1/messages/batches/${id}/results` : null,
  };
}
