import { expect, it } from 'vitest';
import { commandFor } from './doctor-act.ts';

it.each([
  [{ kind: 'put-right', what: 'repair', connection: 'codex' }, 'purser connections repair codex'],
  [{ kind: 'put-right', what: 'connect-again', connection: 'codex' }, 'purser doctor --fix'],
  [{ kind: 'move-key', file: '/home/me/.env', asks: false }, 'purser doctor --fix'],
  [
    { kind: 'move-key', file: '/home/me/my $(shop)/.env', asks: true },
    "purser doctor --import '/home/me/my $(shop)/.env'",
  ],
  [
    { kind: 'connect', tool: 'project', title: 'Project', project: "/home/me/o'hara" },
    String.raw`purser connect project --project '/home/me/o'\''hara'`,
  ],
  [{ kind: 'disconnect', connection: 'codex' }, 'purser disconnect codex'],
  [
    { kind: 'move-servers', tool: 'claude-code', title: 'Claude Code', project: '/home/me/my shop' },
    "purser mcp import claude-code --project '/home/me/my shop'",
  ],
  [{ kind: 'add-provider', provider: 'openai' }, 'purser provider add openai'],
] as const)('%j', (act, command) => {
  expect(commandFor(act)).toContain(command);
});
