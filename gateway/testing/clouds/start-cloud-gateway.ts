import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { finished } from 'node:stream/promises';
import { startTestGateway } from '../start-test-gateway.ts';
import type { TestGateway } from '../start-test-gateway.ts';
import { AWS_KEY_ID, AWS_SECRET, createFakeBedrock } from './fake-bedrock.ts';
import type { FakeBedrock } from './fake-bedrock.ts';
import { createFakeVertex, SERVICE_ACCOUNT } from './fake-vertex.ts';
import type { FakeVertex } from './fake-vertex.ts';

/** A gateway with both clouds, at their own hosts: whatever host is meant, connections lead to two fakes. */
export interface CloudGateway extends TestGateway {
  readonly bedrock: FakeBedrock;
  readonly vertex: FakeVertex;
  readonly bedrockUrl: string;
  readonly vertexUrl: string;
}

/** Stop it in `afterEach`. */
export async function startCloudGateway(): Promise<CloudGateway> {
  const [bedrock, vertex] = [createFakeBedrock(), createFakeVertex()];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    void finished(request)
      .then(() => {
        const { method = '', url = '', headers } = request;
        const fake = headers.host?.endsWith('.googleapis.com') ? vertex : bedrock;
        return fake.answer({ method, url, headers, body: Buffer.concat(pieces) }, response);
      })
      .catch(() => response.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const test = await startTestGateway({
    connect: (_options, callback) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      socket.once('error', (error) => callback(error, null));
      socket.once('connect', () => callback(null, socket));
    },
  });
  const { providers } = test.client.gateway;
  await providers.add({ kind: 'bedrock', key: `${AWS_KEY_ID}:${AWS_SECRET}` });
  await providers.add({ kind: 'vertex', key: SERVICE_ACCOUNT });
  return {
    ...test,
    bedrock,
    vertex,
    bedrockUrl: `${test.gateway.url}/bedrock`,
    vertexUrl: `${test.gateway.url}/vertex`,
    async stop() {
      await test.stop();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
