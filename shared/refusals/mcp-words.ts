import { subject } from './parts.ts';
import type { WrongArgument } from './refusal-facts.ts';
import type { RefusalWords } from './word-types.ts';

/** The codes that only calls of MCP servers have. */
type McpCode =
  | 'mcp-server-unnamed'
  | 'mcp-argument'
  | 'mcp-tool-changed'
  | 'mcp-server-removed'
  | 'mcp-server-unknown'
  | 'mcp-cancelled'
  | 'mcp-asked'
  | 'mcp-no-units';

export type McpWords = Pick<RefusalWords, McpCode>;

/** Why Purser refused a call of an MCP server's tool, in English. */
export const mcpWords: McpWords = {
  'mcp-server-unnamed': ({ whose, server }) =>
    `${subject(whose)} may not use the MCP server ${server}. Its policy names what may be reached, and no MCP ` +
    `server. Add it: mcp: { servers: [${server}] }.`,
  'mcp-argument': ({ whose, tool, argument, wrong }) =>
    `${subject(whose)} may not call ${tool} like this: ${wrongWords(argument, wrong)}`,
  'mcp-tool-changed': ({ tool }) =>
    `The server of ${tool} describes this tool otherwise than when it was trusted. Purser stops it until a person ` +
    `has seen the difference: on the page "MCP", or with \`purser mcp changes\`.`,
  'mcp-server-removed': ({ server }) => `The MCP server ${server} was removed from Purser while this call waited.`,
  'mcp-server-unknown': ({ server, there }) =>
    `There is no MCP server named "${server}" in Purser. It has: ${there.join(', ') || 'none'}.`,
  'mcp-cancelled': ({ tool }) => `${tool} was not called: its client has cancelled the call.`,
  'mcp-asked': ({ tool, answer }) =>
    answer === 'too-many'
      ? `${tool} needs a person's word, and too many calls wait for one already.`
      : `${tool} was not called. ${ASKED[answer]}`,
  'mcp-no-units': ({ tool }) => `${tool} is paid by the unit, and this call does not say how many.`,
};

const ASKED = {
  no: 'A person was asked and said no.',
  nobody: 'A person was asked, and nobody answered in time.',
  gone: 'The call was cancelled, or stopped, while it waited.',
} as const;

function wrongWords(argument: string, wrong: WrongArgument): string {
  const name = `"${argument}"`;
  switch (wrong.is) {
    case 'missing':
      return `${name} is missing.${wrong.allowed ? ` Allowed: ${wrong.allowed.join(', ')}.` : ''}`;
    case 'climbing':
      return `${name} leads out of a folder with "..".`;
    case 'denied':
      return `${name} may not be ${wrong.value} (denied by ${wrong.by}).`;
    case 'not-among':
      return `${name} may not be ${wrong.value}. Allowed: ${wrong.allowed.join(', ')}.`;
    case 'unfitting':
      return `${wrong.at === '' ? 'its arguments do' : `"${wrong.at}" does`} not fit. ${wrong.words}`;
  }
}
