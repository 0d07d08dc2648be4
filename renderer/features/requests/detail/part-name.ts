import { say } from '../../../strings/say.ts';

/** What a part of usage or of a price is called. */
export function partName(part: string): string {
  const names: Readonly<Record<string, string>> = say.requests.parts;
  return names[part] ?? part.replaceAll('_', ' ');
}
