import type { ScriptChoice } from '../simulation/script.ts';
import { openSocket } from './socket-client.ts';
import type { SocketClient } from './socket-client.ts';
import { startTestGateway } from './start-test-gateway.ts';
import type { TestGateway } from './start-test-gateway.ts';

/** A test gateway that is asked over WebSockets. They are dropped when it stops. */
export interface SocketGateway extends TestGateway {
  /** Where OpenAI's Responses are. */
  readonly socketUrl: string;
  /** Opens a connection with a sub-key. */
  connect(key: string, url?: string): Promise<SocketClient>;
}

/** Starts one. Stop it in `afterEach`. */
export async function startSocketGateway(script: ScriptChoice): Promise<SocketGateway> {
  const test = await startTestGateway({ script });
  const open: SocketClient[] = [];
  const socketUrl = `${test.openaiUrl.replace('http:', 'ws:')}/responses`;
  return {
    ...test,
    socketUrl,
    async connect(key, url = socketUrl) {
      const client = await openSocket(url, { authorization: `Bearer ${key}` });
      open.push(client);
      return client;
    },
    async stop() {
      for (const { socket } of open) socket.terminate();
      await test.stop();
    },
  };
}
