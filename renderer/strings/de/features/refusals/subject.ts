import type { Whose } from '../../../../../shared/refusals/refusal-facts.ts';

/** Who has a policy, at the beginning of a sentence. */
export function subject({ kind, name }: Whose): string {
  if (kind === 'everything') return 'Alle Agenten zusammen';
  return kind === 'key' ? `Dieser Unterschlüssel von ${name}` : name;
}

/** The verb that goes with it. */
export const may = ({ kind }: Whose): string => (kind === 'everything' ? 'dürfen' : 'darf');
