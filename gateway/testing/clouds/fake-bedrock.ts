import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventStreamCodec } from '@smithy/eventstream-codec';
import { isObject, parseObject } from '../../dialects/json/read-json.ts';
import { checkSignature } from './check-signature.ts';
import type { Arrived } from './check-signature.ts';
import { billOfInput, USUAL_TURN } from './turn.ts';
import type { Tariff, Turn } from './turn.ts';

type JsonObject = Readonly<Record<string, unknown>>;

export const AWS_KEY_ID = 'AKIAIOSFODNN7EXAMPLE';
export const AWS_SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
export const BEDROCK_API_KEY = 'ABSKQmVkcm9ja0FQSUtleS1jYW5hcnk=';

const inNano = (usd: number): number => usd * 1_000;
const claude = (input: number, output: number, read: number): Tariff => ({
  input: inNano(input),
  output: inNano(output),
  cacheRead: inNano(read),
  cacheWrite: inNano(input * 1.25),
  cacheWriteHour: inNano(input * 2),
});
const plain = (input: number, output: number, read: number): Tariff => ({
  ...claude(input, output, read),
  cacheWrite: inNano(input),
  cacheWriteHour: inNano(input),
});

/** By hand from aws.amazon.com/bedrock/pricing, in USD per million tokens; a profile of one region costs a tenth more. */
const TARIFFS: Readonly<Record<string, Tariff>> = {
  'us.anthropic.claude-sonnet-4-5-20250929-v1:0': claude(3.3, 16.5, 0.33),
  'jp.anthropic.claude-sonnet-4-5-20250929-v1:0': claude(3.3, 16.5, 0.33),
  'global.anthropic.claude-sonnet-4-5-20250929-v1:0': claude(3, 15, 0.3),
  'anthropic.claude-3-5-haiku-20241022-v1:0': claude(0.8, 4, 0.08),
  'amazon.nova-lite-v1:0': plain(0.06, 0.24, 0.015),
  'us.amazon.nova-pro-v1:0': plain(0.8, 3.2, 0.2),
  'us.meta.llama3-3-70b-instruct-v1:0': plain(0.72, 0.72, 0.72),
};

/** Amazon Bedrock in small: it checks who signed, answers in two forms, and keeps a bill. It stops for nobody. */
export interface FakeBedrock {
  answer(arrived: Arrived, response: ServerResponse): Promise<void>;
  /** In nano-dollars. */
  bill(): number;
  /** From now on. */
  setTurn(turn: Partial<Turn>): void;
  /** Streams that are being made. */
  readonly running: number;
  /** Requests whose signature or key was good. */
  readonly paths: readonly string[];
}

export function createFakeBedrock(): FakeBedrock {
  let turn = USUAL_TURN;
  let billed = 0;
  let running = 0;
  const paths: string[] = [];

  const make = async ({ model, most, tariff }: Asked, write: (text: string) => void): Promise<Turn> => {
    const made = { ...turn, output: Math.min(turn.output, most) };
    billed += billOfInput(made, tariff);
    running += 1;
    try {
      for (let token = 0; token < made.output; token += 1) {
        if (made.tokenMs > 0) await sleep(made.tokenMs);
        billed += tariff.output;
        write(token === 0 ? `${model.length}` : '+1');
      }
    } finally {
      running -= 1;
    }
    return made;
  };

  return {
    async answer(arrived, response) {
      const wrong = whoIsWrong(arrived);
      if (wrong !== undefined) return refuse(response, 403, 'UnrecognizedClientException', wrong);
      const path = new URL(arrived.url, 'http://host').pathname;
      paths.push(`${arrived.headers.host} ${path}`);
      if (path === '/foundation-models')
        return sendJson(response, { modelSummaries: [{ modelId: 'amazon.nova-lite-v1:0' }] });
      const [, id = '', method = ''] = /^\/model\/([^/]+)\/([\w-]+)$/.exec(path) ?? [];
      if (method === 'count-tokens') return sendJson(response, { inputTokens: turn.input });
      const body = parseObject(arrived.body.toString()) ?? {};
      const asked = readAsked(decodeURIComponent(id), body);
      if (typeof asked === 'string') return refuse(response, 400, 'ValidationException', asked);
      return PLAYERS[method]?.(asked, make, response) ?? refuse(response, 404, 'ResourceNotFoundException', method);
    },
    bill: () => billed,
    setTurn: (next) => void (turn = { ...USUAL_TURN, ...next }),
    get running() {
      return running;
    },
    paths,
  };
}

interface Asked {
  readonly model: string;
  readonly most: number;
  readonly tariff: Tariff;
}
type Make = (asked: Asked, write: (text: string) => void) => Promise<Turn>;

function whoIsWrong(arrived: Arrived): string | undefined {
  if (arrived.headers.authorization === `Bearer ${BEDROCK_API_KEY}`) return undefined;
  return checkSignature(arrived, AWS_KEY_ID, AWS_SECRET);
}

function readAsked(id: string, body: JsonObject): Asked | string {
  const model = id.split('/').at(-1) ?? '';
  const tariff = TARIFFS[model];
  if (!tariff) return `The provided model identifier is invalid: ${id}`;
  const { inferenceConfig: config } = body;
  const own = isObject(config) ? config['maxTokens'] : undefined;
  return { model, tariff, most: Number(own ?? body['max_tokens'] ?? 4_096) };
}

const usageOf = ({ input, cacheRead, cacheWrite, cacheWriteHour, output }: Turn) => ({
  inputTokens: input,
  outputTokens: output,
  totalTokens: input + cacheRead + cacheWrite + cacheWriteHour + output,
  cacheReadInputTokens: cacheRead,
  cacheWriteInputTokens: cacheWrite + cacheWriteHour,
  cacheDetails: [
    { ttl: '1h', inputTokens: cacheWriteHour },
    { ttl: '5m', inputTokens: cacheWrite },
  ],
  serverToolUsage: {},
});
const messageUsageOf = ({ input, cacheRead, cacheWrite, cacheWriteHour, output }: Turn) => ({
  input_tokens: input,
  cache_read_input_tokens: cacheRead,
  cache_creation_input_tokens: cacheWrite + cacheWriteHour,
  cache_creation: { ephemeral_5m_input_tokens: cacheWrite, ephemeral_1h_input_tokens: cacheWriteHour },
  output_tokens: output,
});

const PLAYERS: Readonly<Record<string, (asked: Asked, make: Make, response: ServerResponse) => Promise<void>>> = {
  async converse(asked, make, response) {
    let text = '';
    const turn = await make(asked, (token) => void (text += token));
    const message = { role: 'assistant', content: [{ text }] };
    const stopReason = turn.output === asked.most ? 'max_tokens' : 'end_turn';
    sendJson(response, { output: { message }, stopReason, usage: usageOf(turn), metrics: { latencyMs: 1 } });
  },
  async 'converse-stream'(asked, make, response) {
    const write = beginFrames(response);
    write('messageStart', { role: 'assistant' });
    const turn = await make(asked, (text) => write('contentBlockDelta', { contentBlockIndex: 0, delta: { text } }));
    write('contentBlockStop', { contentBlockIndex: 0 });
    write('messageStop', { stopReason: 'end_turn' });
    write('metadata', { usage: usageOf(turn), metrics: { latencyMs: 1 } });
    response.end();
  },
  async invoke(asked, make, response) {
    let text = '';
    const turn = await make(asked, (token) => void (text += token));
    sendJson(response, { ...messageOf(asked), content: [{ type: 'text', text }], usage: messageUsageOf(turn) });
  },
  async 'invoke-with-response-stream'(asked, make, response) {
    const frame = beginFrames(response);
    const write = (event: JsonObject): void =>
      frame('chunk', { bytes: Buffer.from(JSON.stringify(event)).toString('base64'), p: 'abcdef' });
    write({
      type: 'message_start',
      message: { ...messageOf(asked), content: [], usage: { input_tokens: 1, output_tokens: 1 } },
    });
    write({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } });
    const turn = await make(asked, (text) =>
      write({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }),
    );
    write({ type: 'content_block_stop', index: 0 });
    write({
      type: 'message_delta',
      delta: { stop_reason: 'end_turn', stop_sequence: null },
      usage: messageUsageOf(turn),
    });
    write({
      type: 'message_stop',
      'amazon-bedrock-invocationMetrics': { inputTokenCount: turn.input, outputTokenCount: turn.output },
    });
    response.end();
  },
};

function messageOf({ model }: Asked): JsonObject {
  const name = /claude-[\w-]+?-\d{8}/.exec(model)?.[0];
  return { id: 'msg_bdrk_1', type: 'message', role: 'assistant', model: name, stop_reason: 'end_turn' };
}

const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes).toString('utf8'),
  (text) => Buffer.from(text),
);

function beginFrames(response: ServerResponse): (event: string, payload: JsonObject) => void {
  response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' });
  return (event, payload) => {
    if (response.destroyed) return;
    const text = (value: string) => ({ type: 'string', value }) as const;
    const headers = {
      ':event-type': text(event),
      ':content-type': text('application/json'),
      ':message-type': text('event'),
    };
    response.write(codec.encode({ headers, body: Buffer.from(JSON.stringify(payload)) }));
  };
}

function sendJson(response: ServerResponse, body: JsonObject): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number, name: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': name });
  response.end(JSON.stringify({ message }));
}
