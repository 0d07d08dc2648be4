import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { boundConnections } from './bound-connections.ts';

async function startServer(most = 1_024) {
  const server = createServer((_request, response) => void response.end('ok'));
  boundConnections(server, most);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: Number(Object(server.address()).port) };
}

it('answers each of 300 clients that are accepted before the first of them is read', async () => {
  const { server, port } = await startServer();
  const sockets = Array.from({ length: 300 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  let accepted = 0;
  server.on('connection', () => (accepted += 1));
  await expect.poll(() => accepted).toBe(sockets.length);
  const answers = sockets.map(async (socket) => {
    socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n');
    return String(await once(socket, 'data')).slice(0, 12);
  });
  expect(new Set(await Promise.all(answers))).toEqual(new Set(['HTTP/1.1 200']));
  server.close();
});

it('answers requests that arrived while it was busy for longer than its grace', async () => {
  const { server, port } = await startServer();
  let accepted = 0;
  server.on('connection', () => (accepted += 1));
  const sockets = Array.from({ length: 200 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await expect.poll(() => accepted).toBe(sockets.length);
  // Timers come next then, before anything is read.
  await new Promise((resolve) => setImmediate(resolve));
  const answers = sockets.map(async (socket) => {
    socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n');
    return String(await once(socket, 'data')).slice(0, 12);
  });
  const busyUntil = performance.now() + 2_500;
  while (performance.now() < busyUntil);
  expect(new Set(await Promise.all(answers))).toEqual(new Set(['HTTP/1.1 200']));
  server.close();
});

it('closes the silent ones that are too many, the oldest first', async () => {
  const { server, port } = await startServer();
  const sockets = Array.from({ length: 100 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  const isOpen = sockets.map(() => true);
  for (const [at, socket] of sockets.entries()) socket.resume().once('close', () => (isOpen[at] = false));
  const open = (): number => isOpen.filter(Boolean).length;
  await expect.poll(open, { timeout: 10_000 }).toBe(64);
  expect(isOpen.slice(-64).every(Boolean)).toBe(true);
  for (const socket of sockets) socket.destroy();
  server.close();
});

it('closes silent ones at once when there is no room for others', async () => {
  const { server, port } = await startServer(100);
  const sockets = Array.from({ length: 99 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  let accepted = 0;
  let closed = 0;
  server.on('connection', (socket) => {
    accepted += 1;
    socket.once('close', () => (closed += 1));
  });
  await expect.poll(() => accepted).toBe(sockets.length);
  await expect.poll(() => closed, { timeout: 300 }).toBeGreaterThan(0);
  for (const socket of sockets) socket.destroy();
  server.close();
});
