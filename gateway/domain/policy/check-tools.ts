import type { RuleRefusal } from './decide.ts';
import { matchesGlob } from './glob.ts';
import type { PolicyLevel } from './policy.ts';

/**
 * Checks the tools that a request lets its provider run, at every level, widest first.
 * @returns the refusal for the first one that a policy forbids, or undefined
 */
export function checkTools(levels: readonly PolicyLevel[], tools: readonly string[]): RuleRefusal | undefined {
  for (const { whose, policy } of levels) {
    const { allow, deny = [] } = policy.hostedTools ?? {};
    for (const tool of tools) {
      const denied = deny.find((glob) => matchesGlob(glob, tool));
      if (denied !== undefined) return refuse(whose, tool, `Denied: ${denied}.`);
      if (allow && !allow.some((glob) => matchesGlob(glob, tool)))
        return refuse(whose, tool, `Allowed: ${allow.join(', ') || 'none'}.`);
    }
  }
  return undefined;
}

function refuse(whose: string, tool: string, why: string): RuleRefusal {
  return {
    rule: 'hosted-tools',
    message: `${whose} may not use the tool "${tool}", which runs at the provider. ${why}`,
  };
}
