import type { RuleRefusal } from './decide.ts';
import { matchesGlob } from './glob.ts';
import { tell } from '../words/tell.ts';
import { whoseOf } from './policy.ts';
import type { PolicyLevel } from './policy.ts';

/**
 * Checks the tools that a request lets its provider run, at every level, widest first.
 * @returns the refusal for the first one that a policy forbids, or undefined
 */
export function checkTools(levels: readonly PolicyLevel[], tools: readonly string[]): RuleRefusal | undefined {
  for (const level of levels) {
    const { allow, deny = [] } = level.policy.hostedTools ?? {};
    const found = { whose: whoseOf(level), what: 'tool' } as const;
    for (const tool of tools) {
      const denied = deny.find((glob) => matchesGlob(glob, tool));
      if (denied !== undefined)
        return { rule: 'hosted-tools', ...tell({ code: 'denied', ...found, name: tool, by: denied }) };
      if (allow && !allow.some((glob) => matchesGlob(glob, tool)))
        return { rule: 'hosted-tools', ...tell({ code: 'not-among', ...found, name: tool, allowed: [...allow] }) };
    }
  }
  return undefined;
}
