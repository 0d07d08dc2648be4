import type { ToolSpec } from './tool-spec.ts';

const LEVELS = { everything: 'everything', partly: 'partly', 'not-possible': 'not possible' } as const;

/** The coverage matrix as Markdown, from the tools' own data: what is metered, what is not, and how that is known. */
export function coverageTable(tools: readonly ToolSpec[]): string {
  const rows = tools.map(
    (tool) =>
      `| ${tool.title} | \`${tool.id}\` | ${LEVELS[tool.coverage.level]} | ${tool.coverage.words} | ${wayOf(tool)} ` +
      `| ${tool.coverage.evidence} | ${loginOf(tool)} | ${tool.whileDown ?? ''} |`,
  );
  return [
    '| tool | name | metered | which parts | how it is connected | known from | a login of its own | while Purser ' +
      'does not run |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function wayOf(tool: ToolSpec): string {
  if (tool.coverage.level === 'not-possible') return '';
  if (!tool.files) return 'by hand, with instructions';
  return tool.scope === 'both'
    ? 'its config, for the machine or one project'
    : tool.scope === 'project'
      ? 'files in one project'
      : 'its config';
}

function loginOf({ login }: ToolSpec): string {
  return login === undefined ? '' : `${login.words} (${login.evidence})`;
}
