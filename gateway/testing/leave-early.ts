import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** When a client goes away: so many milliseconds after it asked, or after so many bytes of the reply. */
type Leaving = { readonly afterMs: number } | { readonly afterBytes: number };

/** Posts JSON and goes away before the reply is whole. Resolves when it has gone. */
export async function leaveEarly(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: object,
  when: Leaving,
): Promise<void> {
  const left = new Promise<void>((resolve) => {
    let bytes = 0;
    const all = { 'content-type': 'application/json', ...headers };
    const outgoing = request(url, { method: 'POST', agent: false, headers: all });
    outgoing.on('error', () => undefined);
    outgoing.on('close', resolve);
    outgoing.on('response', (incoming) => {
      incoming.on('error', () => undefined);
      incoming.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if ('afterBytes' in when && bytes >= when.afterBytes) outgoing.destroy();
      });
    });
    outgoing.end(JSON.stringify(body));
    if ('afterMs' in when) void sleep(when.afterMs).then(() => outgoing.destroy());
  });
  await left;
}
