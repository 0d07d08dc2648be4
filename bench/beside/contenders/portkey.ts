import { join } from 'node:path';
import { freePort, startChild } from '../child.ts';
import type { Contender } from '../contenders.ts';
import { installPeer, PEERS } from '../peers.ts';

/** Portkey's open gateway: it routes, and keeps no budget and no ledger. */
export const portkey: Contender = {
  name: `Portkey ${PEERS['@portkey-ai/gateway']} (no caps, no ledger)`,
  async start({ upstreamPort }) {
    const folder = await installPeer('@portkey-ai/gateway');
    const port = await freePort();
    const child = await startChild({
      command: process.execPath,
      args: [join(folder, 'build', 'start-server.js'), `--port=${port}`, '--headless'],
      env: { NODE_ENV: 'production' },
      port,
    });
    const headers = {
      authorization: 'Bearer bench',
      'x-portkey-provider': 'openai',
      'x-portkey-custom-host': `http://127.0.0.1:${upstreamPort}/v1`,
    };
    return { ...child, target: { port, path: '/v1/chat/completions', headers } };
  },
};
