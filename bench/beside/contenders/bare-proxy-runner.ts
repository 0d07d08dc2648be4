import { Agent, createServer, request } from 'node:http';

/* The least that a proxy in Node can do: node:http on both sides, connections kept. Started with its port and the one it leads to. */
const [port, upstream] = process.argv.slice(2).map(Number);
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

createServer((incoming, response) => {
  const outgoing = request(
    {
      host: '127.0.0.1',
      port: upstream,
      agent,
      method: incoming.method,
      path: incoming.url,
      headers: { ...incoming.headers, host: `127.0.0.1:${upstream}` },
    },
    (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
    },
  );
  outgoing.on('error', () => response.destroy());
  response.on('close', () => outgoing.destroy());
  incoming.pipe(outgoing);
}).listen(port, '127.0.0.1');
