import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { anthropicReport, openAiCostsPage, openRouterSums } from './bill-pages.ts';

/** What the fake provider has charged: in its own books, from its own price list. */
export interface Charge {
  /** Epoch milliseconds. */
  readonly at: number;
  /** As its bill names it, such as `gpt-4o-mini-2024-07-18`; null for what is no model. */
  readonly model: string | null;
  /** Of what: `input`, `output`, `web search tool calls`. */
  readonly item: string;
  /** The provider's own id of the real key. */
  readonly key: string;
  readonly dollars: number;
  /** From when on the bill shows it; left out: at once. */
  readonly shownFrom?: number;
  /** Fields that stand in its row instead of the usual ones: rows as they should not be. */
  readonly row?: Readonly<Record<string, unknown>>;
}

/** A provider on a real socket that keeps its own books and shows them as OpenAI, Anthropic and OpenRouter do. */
export interface BillServer {
  /** As OpenAI's SDK takes it; the others below. */
  readonly openaiUrl: string;
  readonly anthropicUrl: string;
  readonly openrouterUrl: string;
  readonly charges: Charge[];
  /** What arrived: path with query, and the key that came along. */
  readonly seen: { readonly path: string; readonly key: string }[];
  /** How it behaves; may be changed at any time. */
  readonly manners: Manners;
  stop(): Promise<void>;
}

interface Manners {
  /** It refuses to group by key, as the running service of OpenAI did in 2026-07. */
  refusesKeyGroups: boolean;
  /** Buckets on a page. */
  pageSize: number;
  /** The next page is this one again. */
  repeatsPage: boolean;
  /** Answers all questions about the bill with this status, and a body that repeats the key. */
  failsWith: number | undefined;
  /** Its replies do not say what they used; its books do. */
  hidesUsage: boolean;
  /** Sends this in the place of the bill. */
  sends: string | undefined;
}

interface BillServerOptions {
  readonly adminKey: string;
  readonly ownKey: string;
  readonly now: () => number;
}

/** Its price list, in dollars for a million tokens, and the snapshot that its bill names. */
const PRICES = { input: 0.15, output: 0.6 } as const;
const SNAPSHOT = 'gpt-4o-mini-2024-07-18';
/** What a request to it uses. */
const USED = { prompt_tokens: 1_000, completion_tokens: 100 } as const;
/** What every one of its requests costs, in nano-dollars. */
export const ONE_REQUEST = 1_000 * 150 + 100 * 600;

/** Starts one. Stop it in `afterEach`. */
export async function startBillServer({ adminKey, ownKey, now }: BillServerOptions): Promise<BillServer> {
  const charges: Charge[] = [];
  const seen: { path: string; key: string }[] = [];
  const manners: Manners = {
    refusesKeyGroups: false,
    pageSize: 3,
    repeatsPage: false,
    failsWith: undefined,
    hidesUsage: false,
    sends: undefined,
  };
  const shown = (): readonly Charge[] => charges.filter(({ shownFrom = 0 }) => shownFrom <= now());
  const server = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', 'http://fake');
    const key = keyOf(request);
    seen.push({ path: `${url.pathname}${url.search}`, key });
    const reply = (status: number, body: unknown): void =>
      void response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(typeof body === 'string' ? body : JSON.stringify(body));
    if (url.pathname.endsWith('/chat/completions')) {
      await json(request);
      if (key !== ownKey) return reply(401, { error: { message: `wrong key ${key}` } });
      charges.push(...chargesOf(now()));
      return reply(200, completion(manners.hidesUsage));
    }
    const wanted = url.pathname.endsWith('/key') ? ownKey : adminKey;
    if (key !== wanted) return reply(401, { error: { message: `You sent ${key}, which may not read this.` } });
    if (manners.failsWith !== undefined)
      return (
        response.writeHead(manners.failsWith, { location: `/elsewhere?key=${key}` }).end(`no, ${key}`) && undefined
      );
    if (manners.sends !== undefined) return reply(200, manners.sends);
    const books = { charges: shown(), now: now(), ...manners };
    if (url.pathname === '/v1/organization/costs') return reply(...openAiCostsPage(url.searchParams, books));
    if (url.pathname === '/v1/organizations/cost_report') return reply(...anthropicReport(url.searchParams, books));
    if (url.pathname === '/api/v1/key') return reply(200, openRouterSums(books));
    return reply(404, { error: 'no such page' });
  };
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    openaiUrl: `${origin}/v1`,
    anthropicUrl: origin,
    openrouterUrl: `${origin}/api/v1`,
    charges,
    seen,
    manners,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function keyOf({ headers }: IncomingMessage): string {
  const plain = headers['x-api-key'];
  return typeof plain === 'string' ? plain : (headers.authorization ?? '').replace('Bearer ', '');
}

function chargesOf(at: number): readonly Charge[] {
  const { prompt_tokens: input, completion_tokens: output } = USED;
  const charge = { at, model: SNAPSHOT, key: 'key_of_purser' };
  return [
    { ...charge, item: 'input', dollars: (input * PRICES.input) / 1e6 },
    { ...charge, item: 'output', dollars: (output * PRICES.output) / 1e6 },
  ];
}

function completion(hidesUsage: boolean): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: SNAPSHOT,
    choices: [{ index: 0, message: { role: 'assistant', content: 'Hello.' }, finish_reason: 'stop' }],
    ...(!hidesUsage && { usage: { ...USED, total_tokens: USED.prompt_tokens + USED.completion_tokens } }),
  };
}
