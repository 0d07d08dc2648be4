import { MCP_ENTRY } from './mcp/mcp-part.ts';
import { isMcpOnly } from './tool-spec.ts';
import type { Coverage, ToolSpec } from './tool-spec.ts';

const LEVELS = { everything: 'everything', partly: 'partly', 'not-possible': 'not possible' } as const;

const FAMILIES = { anthropic: 'Anthropic', openai: 'OpenAI', gemini: 'Gemini' } as const;

/** What stands before the version or the place of an evidence, in words. */
const KNOWN = {
  run: 'run against a recorded provider',
  source: 'read in its source',
  docs: 'read in its documentation',
  told: 'told by others; nobody here has tried it',
} as const;

/** The index of all tools as Markdown, from the tools' own data. Each links to its page. */
export function coverageTable(tools: readonly ToolSpec[]): string {
  const rows = tools.map((tool) => {
    const { id, title, coverage } = tool;
    const level = isMcpOnly(tool) ? 'MCP calls only' : LEVELS[coverage.level];
    return `| [${title}](connections/${id}.md) | \`${id}\` | ${level} | ${wayOf(tool)} |`;
  });
  return ['| tool | name | metered | how it is connected |', '|---|---|---|---|', ...rows].join('\n');
}

/** The page of one tool as Markdown: what is metered, how that is known, and what to expect of it. */
export function toolPage(tool: ToolSpec): string {
  const { title, coverage, login, reload, cap, whileDown } = tool;
  const canConnect = coverage.level !== 'not-possible';
  return [
    `# ${title}`,
    `Metered: **${isMcpOnly(tool) ? 'MCP calls only' : LEVELS[coverage.level]}**. ${coverage.words}`,
    ...(canConnect ? ['## Connect it', howOf(tool)] : ['Purser cannot connect it.']),
    ...(canConnect
      ? [
          '## What to know',
          [
            ...protocolsOf(tool),
            ...mcpOf(tool),
            `- **Cap:** ${cap.replace('/', ' dollars a ')}, unless you say otherwise (\`--cap\`, \`--preset\`).`,
            ...(reload === '' ? [] : [`- **When it notices:** ${reload}`]),
            ...(login === undefined
              ? []
              : [`- **A login of its own:** ${login.words} (${evidenceOf(login.evidence)})`]),
            ...(whileDown === undefined ? [] : [`- **While Purser does not run:** ${whileDown}`]),
            ...variablesOf(tool),
          ].join('\n'),
        ]
      : []),
    `How this is known: ${evidenceOf(coverage.evidence)}.`,
    '[All tools](../connections.md)',
  ]
    .join('\n\n')
    .concat('\n');
}

function howOf({ id, files, mcp, scope, takesCommand }: ToolSpec): string {
  if (!files && !mcp)
    return `By hand: \`purser connect ${id}\` makes a sub-key and tells you what to enter where. It changes no file.`;
  const place = scope === 'project' ? ` --project .` : '';
  const commands = [
    `purser connect ${id}${place} --dry-run`,
    `purser connect ${id}${place}`,
    `purser connections verify ${id}`,
    `purser disconnect ${id}${place}`,
  ];
  const more = [
    ...(scope === 'both' ? ['Add `--project DIR` to connect it in one project only.'] : []),
    ...(takesCommand === true ? ['With `--key-from command` its config contains no secret.'] : []),
  ];
  return [['```sh', ...commands, '```'].join('\n'), ...(more.length > 0 ? [more.join(' ')] : [])].join('\n\n');
}

function protocolsOf({ speaks }: ToolSpec): readonly string[] {
  if (speaks.length === 0) return [];
  const names = speaks.map((family) => FAMILIES[family]).join(', ');
  return [`- **Protocols:** ${names}. Purser needs a provider that speaks one of these.`];
}

function mcpOf(tool: ToolSpec): readonly string[] {
  const { mcp } = tool;
  if (!mcp) return [];
  const when = isMcpOnly(tool) ? '' : ' It is written when Purser has MCP servers (`--mcp`, `--no-mcp`).';
  return [
    `- **MCP servers:** its entry \`${MCP_ENTRY}\` has the tools of all MCP servers in Purser.${when} ` +
      `(${evidenceOf(mcp.evidence)})`,
  ];
}

function variablesOf({ variables }: ToolSpec): readonly string[] {
  const named = (effect: 'beats' | 'moves' | 'leaks'): string =>
    variables
      .filter((variable) => variable.effect === effect)
      .map(({ name }) => `\`${name}\``)
      .join(', ');
  const lines = [
    ['Variables that override its config', named('beats')],
    ['Variables that make it read another config', named('moves')],
    ['Variables that send it past Purser', named('leaks')],
  ] as const;
  return lines.flatMap(([words, names]) =>
    names === '' ? [] : [`- **${words}:** ${names}. \`purser doctor\` finds them.`],
  );
}

function wayOf(tool: ToolSpec): string {
  if (tool.coverage.level === 'not-possible') return '';
  if (!tool.files && !tool.mcp) return 'by hand, with instructions';
  return tool.scope === 'both'
    ? 'its config, for the machine or one project'
    : tool.scope === 'project'
      ? 'files in one project'
      : 'its config';
}

function evidenceOf(evidence: Coverage['evidence']): string {
  const kind = evidence.split(':')[0] ?? '';
  const rest = evidence.slice(kind.length + 1).trim();
  const words = Object.entries(KNOWN).find(([name]) => name === kind)?.[1] ?? kind;
  return rest === '' ? words : `${words}: ${rest}`;
}
