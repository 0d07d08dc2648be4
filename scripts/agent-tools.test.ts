import { expect, it } from 'vitest';
import { TOOLS } from '../gateway/connections/tools/tools.ts';
import { AGENT_PACKAGES } from './agent-tools.ts';

it.each(Object.entries(AGENT_PACKAGES))('what docs/connections.md says about %s is what e2e/agents runs', (command, { version }) => {
  const tool = TOOLS.find(({ detect }) => detect.commands.includes(command));
  // "run: 2.1.329", or "run: CLI 7.7.7; the extension was not run".
  const [said = ''] = tool?.coverage.evidence.split(';') ?? [];
  expect(said.replace('CLI ', '')).toBe(`run: ${version.replace('-linux-x64', '')}`);
});
