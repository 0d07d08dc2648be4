import { say } from '../../strings/say.ts';

/** Steps of the gateway with commands between them: each line that is a sentence, in the person's language. */
export function toldLines(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : say.told(line)))
    .join('\n');
}
