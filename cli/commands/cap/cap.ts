import type { Command } from 'commander';
import { addRaiseCommand } from './raise-cap.ts';
import { addSetCommand } from './set-cap.ts';

/** `purser cap set | raise` */
export function addCapCommands(program: Command): void {
  const cap = program.command('cap').description('caps: how much may be spent, by whom and on what');
  addSetCommand(cap);
  addRaiseCommand(cap);
}
