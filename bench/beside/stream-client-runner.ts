import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';

/* Opens streams at once and tells how they came, as JSON. Started with a port, a path, headers as JSON and a number of streams. */
const [port = '', path = '', headerText = '{}', count = '1'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: false, maxSockets: Infinity });
const headers: Record<string, string> = { ...JSON.parse(headerText), 'content-type': 'application/json' };

interface Passed {
  readonly firstMs: number;
  readonly gaps: readonly number[];
  readonly digest: string;
}

const all = await Promise.all(Array.from({ length: Number(count) }, (_, index) => stream(index)));
const sorted = (values: readonly number[]): readonly number[] => values.toSorted((left, right) => left - right);
const at = (values: readonly number[], share: number): number => sorted(values)[Math.floor(values.length * share)] ?? 0;
console.log(
  JSON.stringify({
    firstP50: at(
      all.map(({ firstMs }) => firstMs),
      0.5,
    ),
    firstP99: at(
      all.map(({ firstMs }) => firstMs),
      0.99,
    ),
    gapP99: at(
      all.flatMap(({ gaps }) => gaps),
      0.99,
    ),
    digests: [...new Set(all.map(({ digest }) => digest))],
  }),
);

function stream(index: number): Promise<Passed> {
  const body = JSON.stringify({
    model: 'gpt-4o-mini',
    max_tokens: 1_000,
    stream: true,
    stream_options: { include_usage: true },
    messages: [{ role: 'user', content: `Tell me two hundred words. ${process.pid}-${index}` }],
  });
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (reply) => {
      const hash = createHash('sha256').update(String(reply.statusCode));
      const gaps: number[] = [];
      let firstMs = 0;
      let last = 0;
      reply.on('data', (chunk: Buffer) => {
        const now = performance.now();
        if (last === 0) firstMs = now - start;
        else gaps.push(now - last);
        last = now;
        hash.update(chunk);
      });
      reply.on('end', () => resolve({ firstMs, gaps, digest: hash.digest('hex') }));
      reply.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
