/**
 * Replies to calls about stored responses, which cost nothing. Source: OpenAI API reference, "Responses".
 * @returns undefined for any other route
 */
export function freeResponsesReply(route: string): unknown {
  const [, method, id, rest] = /^(GET|POST|DELETE) \/v1\/responses\/([^/]+)(?:\/(\w+))?$/.exec(route) ?? [];
  if (method === 'POST' && id === 'input_tokens') return { object: 'response.input_tokens', input_tokens: 11 };
  if (id === undefined || id === 'compact') return undefined;
  if (method === 'DELETE') return { id, object: 'response', deleted: true };
  if (rest === 'input_items') return { object: 'list', data: [], first_id: null, last_id: null, has_more: false };
  const usage = {
    input_tokens: 1_000,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: 1_000,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: 2_000,
  };
  return {
    id,
    object: 'response',
    status: rest === 'cancel' ? 'cancelled' : 'completed',
    model: 'gpt-5',
    output: [],
    usage,
  };
}
