import type { McpWords } from '../../../../../shared/refusals/mcp-words.ts';
import type { WrongArgument } from '../../../../../shared/refusals/refusal-facts.ts';
import { may, subject } from './subject.ts';

/** Why Purser refused a call of an MCP server's tool. */
export const mcpRefusals: McpWords = {
  'mcp-server-unnamed': ({ whose, server }) =>
    `${subject(whose)} ${may(whose)} den MCP-Server ${server} nicht nutzen: Die Regeln zählen auf, was erreichbar ` +
    `ist, nennen aber keinen MCP-Server. Füge ihn hinzu: \`mcp: { servers: [${server}] }\`.`,
  'mcp-argument': ({ whose, tool, argument, wrong }) =>
    `${subject(whose)} ${may(whose)} ${tool} so nicht aufrufen: ${wrongWords(argument, wrong)}`,
  'mcp-tool-changed': ({ tool }) =>
    `Der Server beschreibt ${tool} jetzt anders als zu der Zeit, als dem Werkzeug vertraut wurde. Purser hält es ` +
    `an, bis jemand den Unterschied gesehen hat: auf der Seite „MCP“ oder mit \`purser mcp changes\`.`,
  'mcp-server-removed': ({ server }) =>
    `Der MCP-Server ${server} wurde aus Purser entfernt, während dieser Aufruf wartete.`,
  'mcp-server-unknown': ({ server, there }) =>
    `In Purser gibt es keinen MCP-Server namens „${server}“. Vorhanden: ${there.join(', ') || 'keiner'}.`,
  'mcp-cancelled': ({ tool }) => `${tool} wurde nicht aufgerufen: Der Client hat den Aufruf abgebrochen.`,
  'mcp-asked': ({ tool, answer }) =>
    answer === 'too-many'
      ? `${tool} braucht deine Zustimmung, aber es warten schon zu viele Aufrufe darauf.`
      : `${tool} wurde nicht aufgerufen. ${ASKED[answer]}`,
  'mcp-no-units': ({ tool }) => `${tool} wird pro Einheit bezahlt, aber dieser Aufruf sagt nicht, wie viele es sind.`,
};

const ASKED = {
  no: 'Jemand wurde gefragt und hat abgelehnt.',
  nobody: 'Es wurde nachgefragt, aber niemand hat rechtzeitig geantwortet.',
  gone: 'Der Aufruf wurde abgebrochen oder gestoppt, während er wartete.',
} as const;

function wrongWords(argument: string, wrong: WrongArgument): string {
  const name = `Das Argument „${argument}“`;
  switch (wrong.is) {
    case 'missing':
      return `${name} fehlt.${wrong.allowed ? ` Erlaubt: ${wrong.allowed.join(', ')}.` : ''}`;
    case 'climbing':
      return `${name} führt mit „..“ aus einem Ordner hinaus.`;
    case 'denied':
      return `${name} darf nicht ${wrong.value} sein (verboten durch ${wrong.by}).`;
    case 'not-among':
      return `${name} darf nicht ${wrong.value} sein. Erlaubt: ${wrong.allowed.join(', ')}.`;
    case 'unfitting':
      return wrong.at === ''
        ? `Die Argumente passen nicht zum Schema (${wrong.words})`
        : `„${wrong.at}“ passt nicht zum Schema (${wrong.words})`;
  }
}
