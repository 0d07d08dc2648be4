import type { Path } from '../formats/json-value.ts';

/** A path for people: `models.Purser.apiBase`. */
export function pathText(path: Path): string {
  return path.map((step) => (typeof step === 'object' ? step.is : String(step))).join('.');
}
