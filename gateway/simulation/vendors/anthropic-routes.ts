import { pricesOf } from '../price-table.ts';
import { isObject } from '../reply-shape.ts';

/**
 * A reply to a call about batches of messages, which comes at once. Only creating a batch costs anything: half the
 * price.
 */
export interface AnthropicReply {
  readonly body: unknown;
  /** In nano-dollars. */
  readonly cost: number;
}

const BATCHES = /^(GET|POST|DELETE) \/v1\/messages\/batches(?:\/([\w-]+))?(?:\/(cancel|results))?$/;

/** @returns undefined for any other route */
export function anthropicReplyAtOnce(
  route: string,
  body: Readonly<Record<string, unknown>>,
): AnthropicReply | undefined {
  const [, method, id, rest] = BATCHES.exec(route) ?? [];
  if (method === undefined) return undefined;
  const batch = batchOf(id ?? 'msgbatch_simulated', rest === 'cancel' ? 'canceling' : 'in_progress');
  if (method === 'DELETE') return { body: { id, type: 'message_batch_deleted' }, cost: 0 };
  if (rest === 'results') return { body: { custom_id: '0', result: { type: 'expired' } }, cost: 0 };
  // A batch has ended by the time of the first question.
  if (id !== undefined && method === 'GET')
    return {
      body: {
        ...batch,
        processing_status: 'ended',
        results_url: `https://api.anthropic.com/v1/messages/batches/${id}/results`,
      },
      cost: 0,
    };
  if (id !== undefined) return { body: batch, cost: 0 };
  if (method === 'GET')
    return { body: { data: [batch], has_more: false, first_id: batch.id, last_id: batch.id }, cost: 0 };
  const requests: readonly unknown[] = Array.isArray(body['requests']) ? body['requests'] : [];
  return {
    body: batch,
    cost: requests.reduce<number>((sum, request) => sum + costOf(isObject(request) ? request['params'] : undefined), 0),
  };
}

/** A quarter of its bytes read and ten tokens written. */
function costOf(params: unknown): number {
  const prices = isObject(params) && typeof params['model'] === 'string' ? pricesOf(params['model']) : undefined;
  return prices === undefined ? 0 : ((JSON.stringify(params).length >> 2) * prices.input + 10 * prices.output) / 2;
}

function batchOf(id: string, status: string) {
  const created = '2026-01-01T00:00:00Z';
  const counts = { processing: 1, succeeded: 0, errored: 0, canceled: 0, expired: 0 };
  return {
    id,
    type: 'message_batch',
    processing_status: status,
    request_counts: counts,
    created_at: created,
    expires_at: created,
    ended_at: null,
    archived_at: null,
    cancel_initiated_at: null,
    results_url: null,
  };
}
