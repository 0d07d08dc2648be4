import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startChild } from '../child.ts';
import type { Child } from '../child.ts';

/** A chat completion of 700 bytes, with its usage. */
const ANSWER = JSON.stringify({
  id: 'chatcmpl-bench',
  object: 'chat.completion',
  created: 1_790_000_000,
  model: 'gpt-4o-mini',
  choices: [
    { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'It costs very little. '.repeat(18) } },
  ],
  usage: { prompt_tokens: 120, completion_tokens: 60, total_tokens: 180 },
});

/** The one that answers, and the one that only carries bytes to it. */
export interface Nginx {
  readonly answers: number;
  readonly carries: number;
  readonly child: Child;
}

/** Starts nginx with a server that answers at once, and one that passes on. */
export async function startNginx(): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-nginx-'));
  const [answers, carries, inner] = [await freePort(), await freePort(), await freePort()];
  const conf = join(folder, 'nginx.conf');
  await writeFile(
    conf,
    `worker_processes 1; daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 4096; }
http {
  access_log off; client_max_body_size 64m; client_body_buffer_size 8m; keepalive_requests 10000000;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  upstream inner { server 127.0.0.1:${inner}; keepalive 512; keepalive_requests 10000000; }
  upstream answers { server 127.0.0.1:${answers}; keepalive 512; keepalive_requests 10000000; }
  server { listen 127.0.0.1:${inner} backlog=4096; default_type application/json; return 200 '${ANSWER}'; }
  # Reads the whole request first, as a provider does: by itself, "return" would answer in the middle of it.
  server {
    listen 127.0.0.1:${answers} backlog=4096;
    location / {
      proxy_pass http://inner; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_pass_request_body off; proxy_set_header Content-Length "";
    }
  }
  server {
    listen 127.0.0.1:${carries} backlog=4096;
    location / { proxy_pass http://answers; proxy_http_version 1.1; proxy_set_header Connection ""; }
  }
}`,
  );
  const child = await startChild({ command: 'nginx', args: ['-c', conf, '-p', folder], port: answers });
  return { answers, carries, child };
}
