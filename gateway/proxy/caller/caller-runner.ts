import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';

/*
 * The tool of caller-folder.test.ts: asks over one connection that it keeps, and changes its folder when told to.
 * Each line on stdin is `ask` or `cd FOLDER`; each answer is one line on stdout: status, its own port, the body.
 */
const [url = '', key = ''] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const body = JSON.stringify({ model: 'gpt-4o-mini', max_tokens: 5, messages: [{ role: 'user', content: 'hi' }] });

function ask(): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      { agent, method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' } },
      (incoming) => {
        const port = incoming.socket.localPort;
        let text = '';
        incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        incoming
          .on('error', reject)
          .on('end', () => resolve(`${incoming.statusCode ?? 0} ${port ?? 0} ${text.replaceAll('\n', ' ')}`));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

for await (const line of createInterface({ input: process.stdin })) {
  if (line.startsWith('cd ')) process.chdir(line.slice(3));
  else process.stdout.write(`${await ask()}\n`);
}
agent.destroy();
