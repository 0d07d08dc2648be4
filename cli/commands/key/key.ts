import type { Command } from 'commander';
import { addIssueCommand } from './issue-key.ts';
import { addListCommand } from './list-keys.ts';
import { addRotateCommand } from './rotate-key.ts';
import { addStopCommands } from './stop-key.ts';

/** `purser key issue | list | rotate | revoke | pause | resume` */
export function addKeyCommands(program: Command): void {
  const key = program.command('key').description('sub-keys: what tools hold instead of provider keys');
  addIssueCommand(key);
  addListCommand(key);
  addRotateCommand(key);
  addStopCommands(key);
}
