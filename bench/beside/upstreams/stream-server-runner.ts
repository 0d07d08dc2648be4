import { createServer } from 'node:http';

/* Streams a chat completion: 200 events, 20 ms apart, and its usage. Started with its port. */
const EVENTS = 200;
const GAP_MS = 20;

const CHUNK = { id: 'chatcmpl-bench', object: 'chat.completion.chunk', created: 1, model: 'gpt-4o-mini' };
const event = (fields: object): string => `data: ${JSON.stringify({ ...CHUNK, ...fields })}\n\n`;
const words = Array.from({ length: EVENTS }, (_, index) =>
  event({ choices: [{ index: 0, delta: { content: ` word ${index}` }, finish_reason: null }] }),
);
const usage = { prompt_tokens: 120, completion_tokens: EVENTS * 2, total_tokens: 120 + EVENTS * 2 };
const end =
  event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }) +
  event({ choices: [], usage }) +
  'data: [DONE]\n\n';

createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    let sent = 0;
    const next = (): void => {
      if (response.destroyed) return clearInterval(timer);
      response.write(words[sent]);
      sent += 1;
      if (sent < EVENTS) return;
      clearInterval(timer);
      response.end(end);
    };
    const timer = setInterval(next, GAP_MS);
    next();
  });
}).listen(Number(process.argv[2]), '127.0.0.1');
