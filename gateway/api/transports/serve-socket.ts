import { chmod, mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname } from 'node:path';
import { assertPrivate } from '../../platform/data-folder.ts';
import { RPCHandler } from '@orpc/server/node';
import type { ContractRouter } from '../implement-contract.ts';

/** A contract server that can be closed. */
export interface ContractServer {
  close(): Promise<void>;
}

/**
 * Serves the contract on a private socket (CLI): only the user can open it, and no web page can reach it. The caller
 * has locked the data folder, so a socket that already exists was left by a dead gateway.
 */
export async function serveSocket(router: ContractRouter, path: string): Promise<ContractServer> {
  const handler = new RPCHandler(router);
  const server = createServer((request, response) => {
    handler.handle(request, response, { prefix: '/rpc' }).then(
      ({ matched }) => {
        if (!matched) response.writeHead(404).end();
      },
      () => response.destroy(),
    );
  });
  if (process.platform !== 'win32') {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    assertPrivate(dirname(path));
    await rm(path, { force: true });
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  if (process.platform !== 'win32') await chmod(path, 0o600);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
