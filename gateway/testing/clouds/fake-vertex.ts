import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { isObject, parseObject } from '../../dialects/json/read-json.ts';
import type { Arrived } from './check-signature.ts';
import { billOfInput, USUAL_TURN } from './turn.ts';
import type { Tariff, Turn } from './turn.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const TOKEN = 'ya29.a-token-that-must-never-come-back-CANARY';
const TOKEN_HOST = 'oauth2.googleapis.com';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });

/** As its file is. */
export const SERVICE_ACCOUNT = JSON.stringify({
  type: 'service_account',
  project_id: 'my-project',
  private_key_id: 'key-1',
  private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  client_email: 'agents@my-project.iam.gserviceaccount.com',
  client_id: '1',
  token_uri: `https://${TOKEN_HOST}/token`,
});

/** By hand from cloud.google.com/vertex-ai/generative-ai/pricing, in nano-dollars a token. */
const TARIFFS: Readonly<Record<string, Tariff>> = {
  'claude-sonnet-4-5@20250929': {
    input: 3_000,
    output: 15_000,
    cacheRead: 300,
    cacheWrite: 3_750,
    cacheWriteHour: 6_000,
  },
  'gemini-2.5-flash': { input: 300, output: 2_500, cacheRead: 30, cacheWrite: 300, cacheWriteHour: 300 },
};

/** Google Vertex AI in small: it gives tokens to a service account, wants them, and keeps a bill. */
export interface FakeVertex {
  answer(arrived: Arrived, response: ServerResponse): Promise<void>;
  /** In nano-dollars. */
  bill(): number;
  setTurn(turn: Partial<Turn>): void;
  readonly running: number;
  /** Host and path of what was asked with a good token. */
  readonly paths: readonly string[];
  /** How often somebody has fetched a token. */
  readonly tokens: number;
}

export function createFakeVertex(): FakeVertex {
  let turn = USUAL_TURN;
  let billed = 0;
  let running = 0;
  let tokens = 0;
  const paths: string[] = [];

  const make = async (tariff: Tariff, percent: number, most: number, write: (text: string) => void): Promise<Turn> => {
    const made = { ...turn, output: Math.min(turn.output, most) };
    billed += (billOfInput(made, tariff) * percent) / 100;
    running += 1;
    try {
      for (let token = 0; token < made.output; token += 1) {
        if (made.tokenMs > 0) await sleep(made.tokenMs);
        billed += (tariff.output * percent) / 100;
        write('+1');
      }
    } finally {
      running -= 1;
    }
    return made;
  };

  return {
    async answer(arrived, response) {
      const { pathname, searchParams } = new URL(arrived.url, 'http://host');
      if (arrived.headers.host === TOKEN_HOST) {
        tokens += 1;
        return giveToken(arrived, response);
      }
      if (arrived.headers.authorization !== `Bearer ${TOKEN}`)
        return send(response, 401, { error: { code: 401, status: 'UNAUTHENTICATED', message: 'no valid token' } });
      paths.push(`${arrived.headers.host} ${pathname}`);
      if (pathname === '/v1beta1/publishers/google/models') return send(response, 200, { publisherModels: [] });
      const body = parseObject(arrived.body.toString()) ?? {};
      const [, location = '', model = '', method = ''] =
        /\/locations\/([\w-]+)\/publishers\/\w+\/models\/([\w.@-]+):(\w+)$/.exec(pathname) ?? [];
      if (model === 'count-tokens') return send(response, 200, { input_tokens: turn.input });
      if (method === 'countTokens') return send(response, 200, { totalTokens: turn.input });
      const tariff = TARIFFS[model];
      if (!tariff) return send(response, 404, { error: { code: 404, status: 'NOT_FOUND', message: pathname } });
      const percent = location === 'global' ? 100 : 110;
      const sse = searchParams.get('alt') === 'sse';
      const play = method.endsWith('rawPredict') || method.endsWith('RawPredict') ? playClaude : playGemini;
      return play(body, { model, stream: method.startsWith('stream'), sse }, response, (most, write) =>
        make(tariff, percent, most, write),
      );
    },
    bill: () => billed,
    setTurn: (next) => void (turn = { ...USUAL_TURN, ...next }),
    get running() {
      return running;
    },
    paths,
    get tokens() {
      return tokens;
    },
  };
}

/** For a statement that the service account has signed, as RFC 7523 has it. */
function giveToken({ body }: Arrived, response: ServerResponse): void {
  const [head = '', claims = '', signature = ''] = (new URLSearchParams(body.toString()).get('assertion') ?? '').split(
    '.',
  );
  const isGood = verify(
    'RSA-SHA256',
    Buffer.from(`${head}.${claims}`),
    createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })),
    Buffer.from(signature, 'base64url'),
  );
  if (!isGood) return send(response, 400, { error: 'invalid_grant' });
  send(response, 200, { access_token: TOKEN, token_type: 'Bearer', expires_in: 3_600 });
}

interface AskedOf {
  readonly model: string;
  readonly stream: boolean;
  readonly sse: boolean;
}
type Make = (most: number, write: (text: string) => void) => Promise<Turn>;

async function playGemini(
  body: JsonObject,
  { model, stream }: AskedOf,
  response: ServerResponse,
  make: Make,
): Promise<void> {
  const { generationConfig: config } = body;
  const most = isObject(config) && typeof config['maxOutputTokens'] === 'number' ? config['maxOutputTokens'] : 65_536;
  const piece = (text: string, more: JsonObject = {}): JsonObject => ({
    candidates: [{ content: { role: 'model', parts: [{ text }] }, index: 0, ...more }],
    modelVersion: model,
  });
  const usageOf = (turn: Turn): JsonObject => ({
    usageMetadata: {
      promptTokenCount: turn.input + turn.cacheRead,
      candidatesTokenCount: turn.output,
      totalTokenCount: turn.input + turn.cacheRead + turn.output,
      ...(turn.cacheRead > 0 ? { cachedContentTokenCount: turn.cacheRead } : {}),
      trafficType: 'ON_DEMAND',
    },
  });
  if (!stream) {
    let text = '';
    const turn = await make(most, (token) => void (text += token));
    return send(response, 200, { ...piece(text, { finishReason: 'STOP' }), ...usageOf(turn) });
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const write = (item: JsonObject): void =>
    void (response.destroyed || response.write(`data: ${JSON.stringify(item)}\r\n\r\n`));
  const turn = await make(most, (token) => write(piece(token)));
  write({ ...piece('', { finishReason: 'STOP' }), ...usageOf(turn) });
  response.end();
}

async function playClaude(body: JsonObject, { model }: AskedOf, response: ServerResponse, make: Make): Promise<void> {
  const most = Number(body['max_tokens']);
  const message = { id: 'msg_vrtx_1', type: 'message', role: 'assistant', model: model.replace('@', '-') };
  const usageOf = ({ input, cacheRead, cacheWrite, cacheWriteHour, output }: Turn): JsonObject => ({
    input_tokens: input,
    cache_read_input_tokens: cacheRead,
    cache_creation_input_tokens: cacheWrite + cacheWriteHour,
    cache_creation: { ephemeral_5m_input_tokens: cacheWrite, ephemeral_1h_input_tokens: cacheWriteHour },
    output_tokens: output,
  });
  if (typeof body['anthropic_version'] !== 'string' || body['model'] !== undefined)
    return send(response, 400, {
      type: 'error',
      error: { type: 'invalid_request_error', message: 'anthropic_version' },
    });
  if (body['stream'] !== true) {
    let text = '';
    const turn = await make(most, (token) => void (text += token));
    return send(response, 200, {
      ...message,
      content: [{ type: 'text', text }],
      stop_reason: 'end_turn',
      usage: usageOf(turn),
    });
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const write = (event: JsonObject): void =>
    void (response.destroyed || response.write(`event: ${String(event['type'])}\ndata: ${JSON.stringify(event)}\n\n`));
  write({ type: 'message_start', message: { ...message, content: [], usage: { input_tokens: 1, output_tokens: 1 } } });
  write({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } });
  const turn = await make(most, (text) =>
    write({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }),
  );
  write({ type: 'content_block_stop', index: 0 });
  write({ type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: usageOf(turn) });
  write({ type: 'message_stop' });
  response.end();
}

function send(response: ServerResponse, status: number, body: JsonObject): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
