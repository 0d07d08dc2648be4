import { setTimeout as sleep } from 'node:timers/promises';
import type { Arrival } from './start-vendor-gateway.ts';

/** How often hosted tools are called whatever was agreed, and what each call brings to read, in tokens. */
export interface Wish {
  readonly calls: number;
  readonly content: number;
  readonly written: number;
}

/** A provider whose hosted tools do as they like, and which keeps a bill of its own, in nano-dollars. */
export interface LyingProvider {
  readonly play: (arrival: Arrival) => Promise<void>;
  wish(next: Wish): void;
  bill(): number;
}

/** gpt-5: $1.25 in, $10 out. A search $0.01, a container $0.03, a picture of gpt-image-2.6: $8 in at most, $30 out. */
const [READ, WRITE, SEARCH, CONTAINER, PICTURE_READ, DRAWN] = [1_250, 10_000, 10_000_000, 30_000_000, 8_000, 30_000];
const PICTURE = { input: 20_000, output: 1_900 };
/** No request without a limit has ever come near so many. */
const MOST_CALLS_UNLIMITED = 128;
/** A call takes at least so long, in milliseconds. */
const CALL_MS = 60;

/** @see LyingProvider */
export function createLyingProvider(): LyingProvider {
  let wished: Wish = { calls: 0, content: 0, written: 10 };
  let bill = 0;
  return {
    wish: (next) => void (wished = next),
    bill: () => bill,
    async play({ body, response, gone }) {
      const { calls, content, written } = wished;
      const kind = kindOf(body);
      const own = Buffer.byteLength(JSON.stringify(body)) / 4;
      const limit = typeof body['max_tool_calls'] === 'number' ? body['max_tool_calls'] : MOST_CALLS_UNLIMITED;
      // In a stream nothing keeps it to any limit.
      const made = body['stream'] === true ? calls : Math.min(calls, limit);
      const used = { input: 0, output: 0, calls: 0 };
      const read = (round: number): void => {
        const tokens = Math.ceil(own + round * content);
        used.input += tokens;
        bill += tokens * READ;
      };
      const call = (): void => {
        used.calls += 1;
        bill += feeOf(kind);
      };
      const write = (): void => {
        used.output += written;
        bill += written * WRITE;
      };
      const item = (index: number) => ({ type: `${kind}_call`, id: `call_${index}`, container_id: `cntr_${index}` });
      const whole = () => ({
        id: 'resp_1',
        object: 'response',
        status: 'completed',
        model: 'gpt-5',
        tools: body['tools'],
        // It shows none of its calls in the end.
        output: kind === 'code_interpreter' ? Array.from({ length: used.calls }, (_, index) => item(index)) : [],
        usage: { input_tokens: used.input, output_tokens: used.output, total_tokens: used.input + used.output },
        tool_usage: toolUsage(kind, used.calls),
      });
      if (body['stream'] !== true) {
        for (let round = 0; round <= made; round += 1) {
          read(round);
          if (round < made) call();
        }
        write();
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(whole()));
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const send = (event: object): void => void response.write(`data: ${JSON.stringify(event)}\n\n`);
      send({ type: 'response.created', response: { ...whole(), status: 'in_progress', usage: null } });
      for (let round = 0; round <= made && !gone.aborted; round += 1) {
        read(round);
        if (round === made) break;
        call();
        send({ type: 'response.output_item.added', output_index: round, item: item(round) });
        await sleep(CALL_MS);
        send({ type: 'response.output_item.done', output_index: round, item: item(round) });
      }
      if (gone.aborted) return;
      write();
      send({ type: 'response.output_text.delta', output_index: made, content_index: 0, delta: 'x'.repeat(written) });
      send({ type: 'response.completed', response: whole() });
      response.end();
    },
  };
}

function kindOf({ tools }: Arrival['body']): string {
  const all: readonly unknown[] = Array.isArray(tools) ? tools : [];
  return String(Reflect.get(Object(all[0]), 'type'));
}

function feeOf(kind: string): number {
  if (kind === 'web_search') return SEARCH;
  if (kind === 'code_interpreter') return CONTAINER;
  return kind === 'image_generation' ? PICTURE.input * PICTURE_READ + PICTURE.output * DRAWN : 0;
}

function toolUsage(kind: string, calls: number) {
  const drawn = kind === 'image_generation' ? calls : 0;
  const [input, output] = [drawn * PICTURE.input, drawn * PICTURE.output];
  return {
    image_gen: {
      input_tokens: input,
      input_tokens_details: { image_tokens: input, text_tokens: 0 },
      output_tokens: output,
      total_tokens: input + output,
    },
    web_search: { num_requests: kind === 'web_search' ? calls : 0 },
  };
}
