import { expect, it } from 'vitest';
import { TOOLS } from '../gateway/connections/tools/tools.ts';
import { AGENT_PACKAGES } from './agent-tools.ts';

it.each(Object.entries(AGENT_PACKAGES))(
  'what docs/connections.md says about %s is what e2e/agents runs',
  (command, { version }) => {
    const tool = TOOLS.find(({ detect }) => detect.commands.includes(command));
    expect(tool?.coverage.evidence).toMatch(
      new RegExp(`^run: (CLI )?${version.replace('-linux-x64', '').replaceAll('.', String.raw`\.`)}(;|$)`),
    );
  },
);
