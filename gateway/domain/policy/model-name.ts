import type { MatchLogic, ModelInfo } from '@pydantic/genai-prices';

const DATE = String.raw`\d{8}|\d{4}-\d{2}-\d{2}|\d{2}-\d{4}|\d{2}-\d{2}|\d{4}|\d{3}`;
const MARK = String.raw`(?:${DATE}|latest|default|(?:preview|exp)(?:-\d{2}-\d{2})?)`;
/**
 * The marks that may follow a model's name without making it another model: the date or number of a snapshot, words for
 * the newest or a preview, and Amazon's versions. A pattern may end within a date; no name has more than three marks.
 */
const SNAPSHOT = new RegExp(`^(?:[-@]?${MARK})?(?:[-@]${MARK}|-v\\d+(?::\\d+)?){0,3}$`);
/** Where a name may be found below: `models/`, `publishers/google/models/`, `us.anthropic.`. */
const HOME = /^(?:(?:[a-z0-9_-]+\/)+|(?:[a-z]{2,6}\.)?anthropic\.)?$/;
/** A fine-tuned model costs as much as its base: `ft:BASE:ORGANISATION:NAME:ID`. */
const FINE_TUNED = /^(ft:[^:]+):.*$/;

/** True where a name means this model of a price list, by the list's own patterns, as the price library reads them. */
export function matches(logic: MatchLogic, name: string): boolean {
  if ('or' in logic) return logic.or.some((clause) => matches(clause, name));
  if ('and' in logic) return logic.and.every((clause) => matches(clause, name));
  if ('equals' in logic) return name === logic.equals.toLowerCase();
  if ('starts_with' in logic) return name.startsWith(logic.starts_with.toLowerCase());
  if ('ends_with' in logic) return name.endsWith(logic.ends_with.toLowerCase());
  if ('contains' in logic) return name.includes(logic.contains.toLowerCase());
  return new RegExp(logic.regex).test(name);
}

/**
 * True where a name means this very model. A pattern such as `starts_with gemini-3.8-flash` also matches later models
 * with other prices: the rest of the name must be the mark of a snapshot, no more.
 */
export function meansModel({ id, match }: Pick<ModelInfo, 'id' | 'match'>, asked: string): boolean {
  const name = asked.toLowerCase().trim();
  if (!matches(match, name)) return false;
  const bare = name.replace(FINE_TUNED, '$1');
  return [{ starts_with: id }, ...clausesOf(match)].some((clause) => coversWhole(clause, bare));
}

/** Every clause that names something, without those that only take something away. */
function clausesOf(logic: MatchLogic): readonly MatchLogic[] {
  if ('or' in logic) return logic.or.flatMap(clausesOf);
  return 'and' in logic ? logic.and.flatMap(clausesOf) : [logic];
}

/** True where the rest of the name says only where the model is hosted and which snapshot it is. */
function coversWhole(clause: MatchLogic, name: string): boolean {
  const part = Object.values(clause)
    .find((value): value is string => typeof value === 'string' && !('regex' in clause))
    ?.toLowerCase();
  if (part === undefined) return false;
  const at = 'ends_with' in clause ? name.length - part.length : name.indexOf(part);
  if (at < 0 || !name.startsWith(part, at) || !HOME.test(name.slice(0, at))) return false;
  return SNAPSHOT.test(name.slice(at + part.length)) || part.endsWith('.ft-');
}

/** The name of a model without the date of a snapshot, `-2026-11-17` or `-20261117`. */
export function withoutDate(name: string): string {
  return name.replace(/-\d{4}-?\d{2}-?\d{2}$/, '');
}

/** Every name that a price list itself gives a model. */
export function namesOf({ id, match }: Pick<ModelInfo, 'id' | 'match'>): readonly string[] {
  return [...new Set([id, ...clausesOf(match).flatMap((clause) => ('equals' in clause ? [clause.equals] : []))])];
}
