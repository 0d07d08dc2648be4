import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { once } from 'node:events';
import { z } from 'zod';
import { ANSWER } from './fixtures.ts';

/**
 * A provider whose model calls one tool, and answers when it has the result: in Anthropic's Messages and in OpenAI's
 * Responses, each as a stream.
 */
export interface ToolCallingProvider {
  readonly url: string;
  /** The names of the tools that it was offered, of every request. */
  readonly offered: readonly string[];
  /** What came back from the tool, as the client sent it. */
  readonly results: readonly string[];
  stop(): Promise<void>;
}

const toolSchema = z.looseObject({
  type: z.string().optional(),
  name: z.string().optional(),
  tools: z.array(z.unknown()).optional(),
});
const bodySchema = z.looseObject({
  model: z.string().optional(),
  tools: z.array(toolSchema).optional(),
  messages: z.unknown().optional(),
  input: z.unknown().optional(),
});

/** Starts one. @param tool the end of the name of the tool that its model calls */
export async function startToolCallingProvider(tool: string): Promise<ToolCallingProvider> {
  const offered: string[] = [];
  const results: string[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece) => (text += String(piece)));
    request.on('end', () => {
      const body = bodySchema.safeParse(text === '' ? {} : JSON.parse(text)).data ?? {};
      const found = namesIn([...(body.tools ?? []), ...foundBySearch(body.input)]);
      offered.push(...found.map(({ name }) => name));
      const wanted = found.find(({ name }) => name.endsWith(tool));
      const result = resultIn(body.messages ?? body.input);
      if (result !== undefined) results.push(result);
      const searches = body.tools?.some(({ type }) => type === 'tool_search') === true;
      const call = result !== undefined ? undefined : (wanted ?? (searches ? SEARCH : undefined));
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (pathname.endsWith('/count_tokens')) return sendJson(response, { input_tokens: 10 });
      if (pathname.endsWith('/messages')) return sendEvents(response, messages(body.model ?? '', call));
      if (pathname.endsWith('/responses')) return sendEvents(response, responses(body.model ?? '', call));
      return sendJson(response, { data: [], object: 'list' });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    offered,
    results,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Codex tells its model of the tools of servers when it looks for them. */
const SEARCH = { name: 'tool_search', namespace: undefined };

/** What a client has found for its model. */
function foundBySearch(input: unknown): readonly z.infer<typeof toolSchema>[] {
  const items = z.array(toolSchema).safeParse(input).data ?? [];
  return items.filter(({ type }) => type === 'tool_search_output');
}

/** A function as the model has to name it: Codex puts those of a server into a namespace. */
interface Callable {
  readonly name: string;
  readonly namespace: string | undefined;
}

function namesIn(tools: readonly z.infer<typeof toolSchema>[], namespace?: string): readonly Callable[] {
  return tools.flatMap(({ name, tools: inner }) => {
    if (inner) return namesIn(z.array(toolSchema).parse(inner), name);
    return name === undefined ? [] : [{ name, namespace }];
  });
}

/** What the last tool said, in whichever form a client gives it back. */
function resultIn(said: unknown): string | undefined {
  const text = JSON.stringify(said ?? null);
  return text.includes('"tool_result"') || text.includes('"function_call_output"') ? text : undefined;
}

type Event = Readonly<Record<string, unknown>> & { readonly type: string };

function messages(model: string, call: Callable | undefined): readonly Event[] {
  const usage = { input_tokens: 100, output_tokens: 1, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
  const message = { id: 'msg_1', type: 'message', role: 'assistant', model, content: [], usage };
  const block = call ? { type: 'tool_use', id: 'toolu_1', name: call.name, input: {} } : { type: 'text', text: '' };
  const delta = call ? { type: 'input_json_delta', partial_json: '{}' } : { type: 'text_delta', text: ANSWER };
  return [
    { type: 'message_start', message: { ...message, stop_reason: null, stop_sequence: null } },
    { type: 'content_block_start', index: 0, content_block: block },
    { type: 'content_block_delta', index: 0, delta },
    { type: 'content_block_stop', index: 0 },
    {
      type: 'message_delta',
      delta: { stop_reason: call ? 'tool_use' : 'end_turn', stop_sequence: null },
      usage: { output_tokens: 20 },
    },
    { type: 'message_stop' },
  ];
}

function responses(model: string, call: Callable | undefined): readonly Event[] {
  const item = itemOf(call);
  const response = { id: 'resp_1', object: 'response', created_at: 0, model, status: 'in_progress', output: [] };
  const usage = {
    input_tokens: 100,
    output_tokens: 20,
    total_tokens: 120,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens_details: { reasoning_tokens: 0 },
  };
  const events: readonly Event[] = [
    { type: 'response.created', response },
    { type: 'response.output_item.added', output_index: 0, item },
    { type: 'response.output_item.done', output_index: 0, item },
    { type: 'response.completed', response: { ...response, status: 'completed', output: [item], usage } },
  ];
  return events.map((event, sequence) => ({ ...event, sequence_number: sequence }));
}

function itemOf(call: Callable | undefined) {
  if (call === SEARCH) {
    const search = { type: 'tool_search_call', id: 'ts_1', call_id: 'search_1', execution: 'client' };
    return { ...search, arguments: { query: 'answer', limit: 8 }, status: 'completed' };
  }
  if (!call) {
    const content = [{ type: 'output_text', text: ANSWER, annotations: [] }];
    return { type: 'message', id: 'msg_1', role: 'assistant', status: 'completed', content };
  }
  const { name, namespace } = call;
  const named = { name, ...(namespace !== undefined && { namespace }) };
  return { type: 'function_call', id: 'fc_1', call_id: 'call_1', ...named, arguments: '{}', status: 'completed' };
}

function sendEvents(response: ServerResponse, events: readonly Event[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.end(events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join(''));
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}
