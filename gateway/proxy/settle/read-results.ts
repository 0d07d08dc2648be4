import type { Dispatcher } from 'undici';
import type { Ask, Operation } from '../../dialects/dialect.ts';
import { parseObject } from '../../dialects/json/read-json.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import { MOST_REPLY_BYTES } from '../relay/collect.ts';

/** The work whose results are read. */
interface LaterResults {
  readonly ask: Ask;
  readonly operation: Pick<Operation, 'later'>;
}

/**
 * Reads the usage of each result, one JSON object a line.
 * @returns undefined where one of them cannot be read: then nobody knows what they cost together
 * @throws when they do not arrive whole, which may be tried again
 */
export async function readResults(
  { ask, operation: { later } }: LaterResults,
  upstream: Pick<Dispatcher.ResponseData, 'statusCode' | 'body'> | undefined,
): Promise<readonly TokenUsage[] | undefined> {
  if (!upstream || upstream.statusCode >= 500) throw new Error('the results did not come');
  const usages: TokenUsage[] = [];
  let isWhole = upstream.statusCode === 200;
  for await (const line of linesOf(upstream.body)) {
    const result = isWhole ? parseObject(line) : undefined;
    const usage = result && later?.readResult(result, ask);
    if (usage === undefined) isWhole = false;
    else if (usage !== 'unbilled') usages.push(usage);
  }
  return isWhole ? usages : undefined;
}

async function* linesOf(body: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  for await (const piece of body) {
    rest = Buffer.concat([rest, piece]);
    if (rest.length > MOST_REPLY_BYTES) throw new RangeError('a result is larger than Purser reads');
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      const line = rest.subarray(0, end).toString('utf8').trim();
      rest = rest.subarray(end + 1);
      if (line !== '') yield line;
    }
  }
  const last = rest.toString('utf8').trim();
  if (last !== '') yield last;
}

const NEWLINE = 0x0a;
