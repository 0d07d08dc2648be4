import type { Framing } from '../dialects/dialect.ts';

/** How a stream of this content type is cut into its items. */
export function framingOf(contentType: number | string | readonly string[] | undefined): Framing {
  return String(contentType).startsWith('text/event-stream') ? 'events' : 'array';
}
