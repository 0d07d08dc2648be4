import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { anthropicReplies } from './vendors/anthropic-replies.ts';
import type { AnthropicAccount } from './vendors/anthropic-routes.ts';
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
  /** What Anthropic keeps for this account. */
  readonly anthropic: AnthropicAccount;
}

type JsonObject = Readonly<Record<string, unknown>>;

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

/** One request that is being answered. */
interface Exchange {
  readonly request: SimulatedRequest;
  readonly response: ServerResponse;
  readonly context: AnswerContext;
  readonly path: string;
  /** Method and path. */
  readonly route: string;
  readonly vendor: 'anthropic' | 'gemini' | 'openai';
  readonly shape: ReplyShape;
}

/** Answers one request as the provider would: key, path, body, model, then the script. */
export async function answer(
  request: SimulatedRequest,
  response: ServerResponse,
  context: AnswerContext,
): Promise<void> {
  const exchange = openExchange(request, response, context);
  const { route, vendor, shape } = exchange;
  if (shape.keyIn(request.headers) !== context.key)
    return refuse(exchange, 'wrong-key', vendor === 'anthropic' ? 'invalid x-api-key' : 'Incorrect API key provided.');
  const free = freeReply(exchange);
  if (free !== undefined) return sendJson(response, 200, free);
  if (context.script.fault === undefined && (await answerMedia(route, request, response, context))) return;
  const body = parse(request.body);
  const atOnce = replyAtOnce(exchange, body ?? {});
  if (atOnce) {
    context.charge(atOnce.cost);
    return typeof atOnce.body === 'string' ? sendText(response, atOnce.body) : sendJson(response, 200, atOnce.body);
  }
  return answerGeneration(exchange, body);
}

function openExchange(request: SimulatedRequest, response: ServerResponse, context: AnswerContext): Exchange {
  const path = request.url.split('?')[0] ?? '';
  const vendor = vendorOf(path, request);
  const shape = shapeOf(vendor, path);
  return { request, response, context, path, route: `${request.method} ${path}`, vendor, shape };
}

function vendorOf(path: string, { headers }: SimulatedRequest): Exchange['vendor'] {
  if (GEMINI_PATH.test(path) || headers['x-goog-api-key'] !== undefined) return 'gemini';
  return path.startsWith('/v1/messages') || headers['anthropic-version'] !== undefined ? 'anthropic' : 'openai';
}

function shapeOf(vendor: Exchange['vendor'], path: string): ReplyShape {
  if (vendor === 'gemini') return geminiReplies;
  if (vendor === 'anthropic') return anthropicReplies;
  if (path.startsWith('/v1/responses')) return responsesReplies;
  return path === '/v1/completions' ? completionReplies : openAiReplies;
}

/** The reply of a call that costs nothing, except counting. */
function freeReply({ route, vendor }: Exchange): unknown {
  if (route === 'GET /v1/models' && vendor !== 'gemini')
    return vendor === 'anthropic' ? anthropicModels() : openAiModels();
  return freeResponsesReply(route);
}

/** A reply that comes whole: a count, an embedding, a batch. */
function replyAtOnce({ request, context: { script, anthropic }, route, vendor }: Exchange, body: JsonObject) {
  if (vendor === 'gemini') return geminiReplyAtOnce(route, body, inputTokensOf(request, script));
  const reply = anthropic.reply(route, body);
  if (reply || route !== 'POST /v1/messages/count_tokens') return reply;
  return { cost: 0, body: { input_tokens: inputTokensOf(request, script) } };
}

async function answerGeneration(exchange: Exchange, body: JsonObject | undefined): Promise<void> {
  const { request, response, context, path, route, shape } = exchange;
  const { script } = context;
  if (!GENERATING.has(route) && !/:(streamG|g)enerateContent$/.test(path))
    return refuse(exchange, 'not-found', `Invalid URL (${route})`);
  if (body === undefined) return refuse(exchange, 'bad-request', 'We could not parse the JSON body of your request.');
  const asked = shape.readAsk(body, request.headers, request.url);
  if (typeof asked === 'string') return refuse(exchange, 'bad-request', asked);
  const prices = pricesOf(asked.model);
  if (prices === undefined) {
    const message = `The model \`${asked.model}\` does not exist or you do not have access to it.`;
    return refuse(exchange, 'unknown-model', message);
  }
  if (script.fault !== undefined) return refuse(exchange, script.fault, FAULT_MESSAGES[script.fault]);
  if (script.garbage === true) return sendGarbage(response, asked.stream);
  if (inputTokensOf(request, script) > prices.contextWindow)
    return refuse(exchange, 'bad-request', 'prompt is too long (simulated)');
  return generateReply(createReplyWriter(response, script), {
    turn: turnOf(asked, request, script),
    shape,
    script,
    prices,
    charge: context.charge,
    gone: context.gone,
  });
}

/** The reply that is generated for a request. */
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

function parse(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Refuses in the shape of the dialect. A fault of the script says when to come back, where the script says it. */
function refuse({ response, context: { script }, shape }: Exchange, kind: RefusalKind, message: string): void {
  const { status, body } = shape.refuse(kind, message);
  if (kind === script.fault && script.retryAfter !== undefined)
    response.setHeader('retry-after', String(script.retryAfter));
  sendJson(response, status, body);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** The content of a file, or results. */
function sendText(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(text);
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
