import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Framing } from '../dialects/dialect.ts';

/** How a stream of this content type is cut into its items. */
export function framingOf(contentType: number | string | readonly string[] | undefined): Framing {
  return String(contentType).startsWith('text/event-stream') ? 'events' : 'array';
}

/** Begins a stream. One by one, because Node forgets headers that it is given with the status, and who ends it asks for its type. */
export function beginReply(response: ServerResponse, status: number, headers: OutgoingHttpHeaders): void {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
  response.writeHead(status);
}
