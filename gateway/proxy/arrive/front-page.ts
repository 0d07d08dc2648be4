import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const STYLE =
  ':root{color-scheme:light dark}body{max-width:34em;margin:15vh auto;padding:0 24px;font:16px/1.6 system-ui,' +
  'sans-serif}h1{font-size:20px}code{font:14px ui-monospace,monospace;padding:2px 6px;border-radius:5px;' +
  'background:light-dark(#eeeef1,#25272d)}';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Purser</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Purser is running here</h1>
<p>This address is for your AI tools: they call it with a sub-key, within its caps.
There is nothing to see in a browser.</p>
<p>For the dashboard, run <code>purser open</code> in a terminal, or open Purser from the tray.</p>
</main>
</body>
</html>
`;

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-length': Buffer.byteLength(PAGE),
  // The page has one style and nothing else; no page may show it as its own.
  'content-security-policy':
    `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; ` +
    `form-action 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

/** True for a person who typed the gateway's address into a browser. A tool asks for no page. */
export function isPersonAtDoor({ method, url = '', headers }: IncomingMessage): boolean {
  return method === 'GET' && /^\/(\?|$)/.test(url) && (headers.accept ?? '').includes('text/html');
}

/** Says what this is and where the dashboard is found. The same for everybody, so that it reveals nothing. */
export function answerPerson(response: ServerResponse): void {
  response.writeHead(200, HEADERS);
  response.end(PAGE);
}
