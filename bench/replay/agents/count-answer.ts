import type { Arrival } from '../player.ts';

/** The answer of a vendor's own count to every request. */
export const COUNTED = 50_000;

/** Answers a question for the number of tokens, in the vendor's words. @returns false for anything else */
export function answerCount({ url, response }: Arrival): boolean {
  const answer = answerTo(url.pathname);
  if (answer === undefined) return false;
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer));
  return true;
}

function answerTo(pathname: string): object | undefined {
  if (pathname.endsWith('/messages/count_tokens')) return { input_tokens: COUNTED };
  if (pathname.endsWith(':countTokens'))
    return { totalTokens: COUNTED, promptTokensDetails: [{ modality: 'TEXT', tokenCount: COUNTED }] };
  return pathname.endsWith('/responses/input_tokens')
    ? { object: 'response.input_tokens', input_tokens: COUNTED }
    : undefined;
}
