import { request } from 'node:http';
import type { ClientRequest } from 'node:http';
import { promptText } from './prompt.ts';
import type { RequestPlan } from './request.ts';

/** How one request looked to the agent that sent it. */
export interface Ending {
  readonly plan: RequestPlan;
  /**
   * `served` whole; `refused` by Purser; `cut` by Purser in mid-stream; `failed` with an error of the provider, or a
   * reply that is none; `aborted` by this client; `broken` off by the other side.
   */
  readonly kind: 'served' | 'refused' | 'cut' | 'failed' | 'aborted' | 'broken';
  readonly status: number | undefined;
  /** Purser's code, when it refused or cut. */
  readonly code: string | undefined;
  /** The sentence that came with it. */
  readonly message: string | undefined;
  readonly bytes: number;
  /** On the clock of `performance.now()`. */
  readonly sentAt: number;
  readonly lastByteAt: number;
  readonly endedAt: number;
}

/** A request under way; `bytes` grows while it runs. */
export interface Sending {
  readonly ended: Promise<Ending>;
  bytes(): number;
}

/** Enough to hold the last event of a stream (Responses repeat the whole answer in it), or a whole error. */
const TAIL = 40_000;
const PURSER_CODE =
  /"(?:code|reason)":"(cap|sub-key-revoked|shutting-down|bound|price|provider|stopped|[a-z-]*paused|unknown-sub-key|malformed|purser-fault)"/;

/** Sends one request as its plan says, on a connection of its own. Never rejects. */
export function send(plan: RequestPlan, gatewayUrl: string, subKey: string): Sending {
  const body = bodyOf(plan);
  const sentAt = performance.now();
  let bytes = 0;
  let lastByteAt = sentAt;
  let status: number | undefined;
  let tail = '';
  let aborted = false;

  const ended = new Promise<Ending>((resolve) => {
    const end = (whole: boolean): void => {
      const code = PURSER_CODE.exec(tail)?.[1];
      const message = code === undefined ? undefined : /"message":"([^"]*)"/.exec(tail)?.[1];
      resolve({
        plan,
        kind: kindOf({ plan, whole, aborted, status, code, tail }),
        status,
        code,
        message,
        bytes,
        sentAt,
        lastByteAt,
        endedAt: performance.now(),
      });
    };
    const [path, headers] = placeOf(plan, subKey);
    const outgoing: ClientRequest = request(`${gatewayUrl}${path}`, {
      method: 'POST',
      agent: false,
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    });
    const leave = (): void => {
      aborted = true;
      outgoing.destroy();
    };
    const timer =
      plan.abort !== undefined && 'afterMs' in plan.abort ? setTimeout(leave, plan.abort.afterMs) : undefined;
    outgoing.on('error', () => end(false));
    outgoing.on('close', () => {
      clearTimeout(timer);
      end(false);
    });
    outgoing.on('response', (incoming) => {
      status = incoming.statusCode;
      incoming.on('error', () => end(false));
      incoming.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        lastByteAt = performance.now();
        tail = (tail + chunk.toString('latin1')).slice(-TAIL);
        if (plan.abort !== undefined && 'afterBytes' in plan.abort && bytes >= plan.abort.afterBytes) leave();
      });
      incoming.on('end', () => end(incoming.complete));
    });
    outgoing.end(body);
  });
  return { ended, bytes: () => bytes };
}

interface Seen {
  readonly plan: RequestPlan;
  /** The reply ended as HTTP says it should. */
  readonly whole: boolean;
  readonly aborted: boolean;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly tail: string;
}

function kindOf({ plan, whole, aborted, status, code, tail }: Seen): Ending['kind'] {
  if (aborted) return 'aborted';
  if (code !== undefined && status !== undefined) return status < 400 ? 'cut' : 'refused';
  if (!whole || status === undefined) return 'broken';
  if (status >= 400) return 'failed';
  const proper = plan.stream
    ? /data: \[DONE\]|"message_stop"|"response\.completed"|"response\.incomplete"|"finishReason":"/.test(tail)
    : tail.trimEnd().endsWith('}');
  return proper ? 'served' : 'failed';
}

/** Where each protocol is asked, and how its SDK sends a key. */
function placeOf(
  { place, dialect, model, stream }: RequestPlan,
  subKey: string,
): readonly [path: string, headers: Readonly<Record<string, string>>] {
  switch (dialect) {
    case 'openai':
      return [`/${place}/v1/chat/completions`, { authorization: `Bearer ${subKey}` }];
    case 'responses':
      return [`/${place}/v1/responses`, { authorization: `Bearer ${subKey}` }];
    case 'anthropic':
      return [`/${place}/v1/messages`, { 'x-api-key': subKey, 'anthropic-version': '2023-06-01' }];
    case 'gemini':
      return [
        `/${place}/v1beta/models/${model}:${stream ? 'streamGenerateContent?alt=sse' : 'generateContent'}`,
        { 'x-goog-api-key': subKey },
      ];
  }
}

function bodyOf(plan: RequestPlan): string {
  const text = promptText(plan.dense, plan.promptBytes);
  if (plan.dialect === 'responses')
    return JSON.stringify({
      model: plan.model,
      stream: plan.stream,
      max_output_tokens: plan.maxTokens,
      user: plan.marker,
      input: text,
    });
  if (plan.dialect === 'gemini') {
    return JSON.stringify({
      labels: { marker: plan.marker },
      generationConfig: { maxOutputTokens: plan.maxTokens },
      contents: [{ role: 'user', parts: [{ text }] }],
    });
  }
  const common = { model: plan.model, stream: plan.stream, max_tokens: plan.maxTokens };
  if (plan.dialect === 'openai') {
    return JSON.stringify({
      ...common,
      user: plan.marker,
      messages: [{ role: 'user', content: text }],
      ...(plan.choices > 1 ? { n: plan.choices } : {}),
    });
  }
  const content = [{ type: 'text', text, ...(plan.cached ? { cache_control: { type: 'ephemeral' } } : {}) }];
  return JSON.stringify({ ...common, metadata: { user_id: plan.marker }, messages: [{ role: 'user', content }] });
}
