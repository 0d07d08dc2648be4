import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { anthropicReplies } from './vendors/anthropic-replies.ts';
import { anthropicReplyAtOnce } from './vendors/anthropic-routes.ts';
import { completionReplies } from './vendors/completion-replies.ts';
import { GEMINI_PATH, geminiReplies } from './vendors/gemini-replies.ts';
import { geminiReplyAtOnce } from './vendors/gemini-routes.ts';
import { generateReply } from './generate-reply.ts';
import { answerMedia } from './vendors/openai-media.ts';
import { openAiReplies } from './vendors/openai-replies.ts';
import { createReplyWriter } from './reply-writer.ts';
import { responsesReplies } from './vendors/responses-replies.ts';
import { freeResponsesReply } from './vendors/responses-routes.ts';
import { pricesOf, SIMULATED_MODELS } from './price-table.ts';
import { isObject } from './reply-shape.ts';
import type { AskedReply, RefusalKind, ReplyShape, Turn } from './reply-shape.ts';
import type { Script, SimulatedFault, SimulatedRequest } from './script.ts';

export interface AnswerContext {
  readonly key: string;
  readonly script: Script;
  readonly charge: (nanodollars: number) => void;
  readonly gone: AbortSignal;
}

const DEFAULT_OUTPUT_TOKENS = 24;
const GENERATING = new Set([
  'POST /v1/chat/completions',
  'POST /v1/completions',
  'POST /v1/messages',
  'POST /v1/responses',
  'POST /v1/responses/compact',
]);

const FAULT_MESSAGES = {
  'rate-limited': 'Rate limit reached (simulated). Please try again later.',
  'server-error': 'The server had an error while processing your request (simulated).',
  overloaded: 'Overloaded (simulated).',
} as const satisfies Record<SimulatedFault, string>;

/** Answers one request as the provider would: key, path, body, model, then the script. */
export async function answer(
  request: SimulatedRequest,
  response: ServerResponse,
  context: AnswerContext,
): Promise<void> {
  const { script } = context;
  const path = request.url.split('?')[0] ?? '';
  const route = `${request.method} ${path}`;
  const isAnthropic = path.startsWith('/v1/messages') || request.headers['anthropic-version'] !== undefined;
  const isGemini = GEMINI_PATH.test(path) || request.headers['x-goog-api-key'] !== undefined;
  const shape = isGemini
    ? geminiReplies
    : isAnthropic
      ? anthropicReplies
      : path.startsWith('/v1/responses')
        ? responsesReplies
        : path === '/v1/completions'
          ? completionReplies
          : openAiReplies;
  const refuse = (kind: RefusalKind, message: string, retryAfter?: number) =>
    refuseWith(response, shape, kind, message, retryAfter);

  if (shape.keyIn(request.headers) !== context.key)
    return refuse('wrong-key', isAnthropic ? 'invalid x-api-key' : 'Incorrect API key provided.');
  if (route === 'GET /v1/models' && !isGemini)
    return sendJson(response, 200, isAnthropic ? anthropicModels() : openAiModels());
  const free = freeResponsesReply(route);
  if (free !== undefined) return sendJson(response, 200, free);
  if (script.fault === undefined && (await answerMedia(route, request, response, context))) return;
  const body = parse(request.body);
  const atOnce = isGemini
    ? geminiReplyAtOnce(route, body ?? {}, inputTokensOf(request, script))
    : anthropicReplyAtOnce(route, body ?? {});
  if (atOnce) {
    context.charge(atOnce.cost);
    return sendJson(response, 200, atOnce.body);
  }
  if (route === 'POST /v1/messages/count_tokens')
    return sendJson(response, 200, { input_tokens: inputTokensOf(request, script) });
  if (!GENERATING.has(route) && !/:(streamG|g)enerateContent$/.test(path))
    return refuse('not-found', `Invalid URL (${route})`);
  if (body === undefined) return refuse('bad-request', 'We could not parse the JSON body of your request.');
  const asked = shape.readAsk(body, request.headers, request.url);
  if (typeof asked === 'string') return refuse('bad-request', asked);
  const prices = pricesOf(asked.model);
  if (prices === undefined)
    return refuse('unknown-model', `The model \`${asked.model}\` does not exist or you do not have access to it.`);
  if (script.fault !== undefined) return refuse(script.fault, FAULT_MESSAGES[script.fault], script.retryAfter);
  if (script.garbage === true) return sendGarbage(response, asked.stream);
  const turn = turnOf(asked, request, script);
  if (inputTokensOf(request, script) > prices.contextWindow)
    return refuse('bad-request', 'prompt is too long (simulated)');
  return generateReply(createReplyWriter(response, script), {
    turn,
    shape,
    script,
    prices,
    charge: context.charge,
    gone: context.gone,
  });
}

/** What is generated for a request. */
export function turnOf(asked: AskedReply, request: SimulatedRequest, script: Script): Turn {
  const { cacheReadTokens = 0, cacheWriteTokens = 0, outputTokens = DEFAULT_OUTPUT_TOKENS } = script;
  const searches = asked.prepares === true ? 0 : Math.min(script.webSearches ?? 0, asked.mostSearches ?? 0);
  const limit = asked.prepares === true ? 0 : script.ignoresLimit === true ? Infinity : asked.outputLimit;
  const thoughts = (script.reasoningTokens ?? 0) + (script.thinksBeside ?? 0);
  const beside = asked.limitOmitsThinking === true ? (script.thinksBeside ?? 0) : 0;
  const wanted = outputTokens + (script.thinksBeside ?? 0) - beside;
  return {
    ...asked,
    id: randomBytes(9).toString('hex'),
    created: Math.floor(Date.now() / 1000),
    plainInputTokens: Math.max(0, inputTokensOf(request, script) - cacheReadTokens - cacheWriteTokens) * (searches + 1),
    cacheReadTokens,
    cacheWriteTokens,
    outputTokens: (Math.min(wanted, limit) + beside) * asked.choices,
    cut: wanted > limit,
    noUsage: script.noUsage === true,
    ...(searches > 0 && { searches }),
    reasoningTokens: Math.min(thoughts, Math.min(wanted, limit) + beside),
  };
}

/** About four bytes make a token; never more tokens than bytes. */
function inputTokensOf(request: SimulatedRequest, script: Script): number {
  return script.inputTokens ?? Math.max(1, Math.floor(Buffer.byteLength(request.body) / 4));
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function refuseWith(
  response: ServerResponse,
  shape: ReplyShape,
  kind: RefusalKind,
  message: string,
  retryAfter: number | undefined,
): void {
  const { status, body } = shape.refuse(kind, message);
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
  sendJson(response, status, body);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function sendGarbage(response: ServerResponse, stream: boolean): void {
  response.writeHead(200, { 'content-type': stream ? 'text/event-stream' : 'application/json' });
  response.end(
    stream
      ? 'data: {"half": \n\ndata: \u0000\ufffd not json\n\nnonsense\n\n'
      : '<html>502 Bad Gateway (simulated)</html>',
  );
}

function openAiModels(): unknown {
  const data = [...SIMULATED_MODELS.keys()]
    .filter((id) => id.startsWith('gpt'))
    .map((id) => ({ id, object: 'model', created: 1_700_000_000, owned_by: 'simulated' }));
  return { object: 'list', data };
}

function anthropicModels(): unknown {
  const ids = [...SIMULATED_MODELS.keys()].filter((id) => id.startsWith('claude'));
  const data = ids.map((id) => ({
    type: 'model',
    id,
    display_name: `${id} (simulated)`,
    created_at: '2025-01-01T00:00:00Z',
  }));
  return { data, has_more: false, first_id: ids[0] ?? null, last_id: ids.at(-1) ?? null };
}
