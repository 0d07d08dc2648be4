import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root, runCommand } from './run-command.ts';
import type { CommandResult } from './run-command.ts';

const references = z.object({ references: z.array(z.object({ path: z.string() })) });

/** The zones that have a compiler configuration of their own, from tsconfig.json. */
export function typeZones(): readonly string[] {
  const text = readFileSync(join(root, 'tsconfig.json'), 'utf8');
  return references.parse(JSON.parse(text)).references.map((reference) => reference.path);
}

/** Checks the types of one zone; the messages are in `output`. */
export function checkTypes(zone: string): Promise<CommandResult> {
  const project = zone.endsWith('.json') ? zone : join(zone, 'tsconfig.json');
  return runCommand('tsc', ['-p', project, '--noEmit', '--pretty', 'false'], { keep: true });
}

/** Name and command of the checks that need no build. */
export const CHECKS = [
  { name: 'format', command: 'oxfmt', args: ['--check'] },
  { name: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'unused code', command: 'knip', args: ['--no-progress'] },
] as const;
