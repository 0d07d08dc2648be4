import { join } from 'node:path';
import { freePort, startChild } from '../child.ts';
import type { Contender } from '../contenders.ts';

/** A Node proxy that only carries bytes. */
export const bareProxy: Contender = {
  name: 'bare Node proxy',
  async start({ upstreamPort }) {
    const port = await freePort();
    const child = await startChild({
      command: process.execPath,
      args: [join(import.meta.dirname, 'bare-proxy-runner.ts'), String(port), String(upstreamPort)],
      port,
    });
    return { ...child, target: { port, path: '/v1/chat/completions', headers: {} } };
  },
};
