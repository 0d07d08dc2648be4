import type { McpWay } from '../../../shared/mcp/mcp-views.ts';
import { plainText } from '../../state/words/plain-text.ts';

/** How a server is reached, as one line: its address, its command as one would type it, or the API that it is. */
export function wayText(way: McpWay): string {
  if (way.kind === 'openapi') return plainText([way.provider, ...way.allow].join(', '));
  return plainText(way.kind === 'url' ? way.url : [way.command, ...way.args].map(quoted).join(' '));
}

function quoted(part: string): string {
  return /^[\w@%+=:,./~-]+$/.test(part) ? part : `'${part.replaceAll("'", String.raw`'\''`)}'`;
}
