import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { BrowserAccess } from './browser-access.ts';

const loginSchema = z.object({ code: z.string().max(200) });
const MOST_BYTES = 1_024;

/**
 * `POST /login`: the page hands in the code of its link and gets a bearer. No GET, no image and no form of another page
 * can do that. A page that logs in again gives up its old session.
 * @param onLogin called with the browser's name
 */
export async function logIn(
  access: BrowserAccess,
  request: IncomingMessage,
  response: ServerResponse,
  onLogin: (browser: string) => void,
): Promise<void> {
  const isJson = request.headers['content-type']?.startsWith('application/json') === true;
  const body = request.method === 'POST' && isJson ? loginSchema.safeParse(await readJson(request)) : undefined;
  const entered = body?.success === true ? access.enter(body.data.code, request.headers['user-agent']) : undefined;
  if (!entered)
    return answer(response, 403, {
      refused: 'This login link was used already, is too old, or is not from this Purser.',
    });
  const former = access.find(bearerOf(request));
  if (former) access.end(former.id);
  onLogin(entered.browser);
  return answer(response, 200, { bearer: entered.bearer });
}

/** The bearer in a request's `Authorization` header; empty when there is none. No cookie and no address counts. */
export function bearerOf(request: IncomingMessage): string {
  return /^Bearer ([\w-]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
