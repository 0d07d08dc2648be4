import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';

/** An HTTP proxy that passes nothing on, and keeps what it was sent. */
export interface RecordingProxy {
  readonly url: string;
  /** One text for each request: its first line, and its headers. */
  readonly seen: readonly string[];
  stop(): Promise<void>;
}

/** What somebody's `http_proxy` leads to. */
export async function startRecordingProxy(): Promise<RecordingProxy> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''}\n${request.rawHeaders.join('\n')}`);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url ?? ''}\n${request.rawHeaders.join('\n')}`);
    // The other end may already be gone.
    socket.on('error', () => socket.destroy()).end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Runs lines in a shell. @returns what they printed on stdout */
export async function runInShell(
  lines: string,
  env: NodeJS.ProcessEnv,
  shell: readonly string[] = ['sh', '-c'],
): Promise<string> {
  const [command = 'sh', ...args] = shell;
  const child = spawn(command, [...args, lines], { stdio: ['ignore', 'pipe', 'inherit'], env });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  await once(child, 'close');
  return stdout;
}
