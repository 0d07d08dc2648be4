import { say } from '../../../strings/say.ts';

/** The name of a part of usage or of a price. */
export function partName(part: string): string {
  const names: Readonly<Record<string, string>> = say.requests.parts;
  return names[part] ?? part.replaceAll('_', ' ');
}
