import { expect, it } from 'vitest';
import { refusalFactSchema } from './refusal-facts.ts';
import type { RefusalFact } from './refusal-facts.ts';
import { refusalWords, wordRefusal } from './refusal-words.ts';
import { plainWriting } from './writing.ts';

const whose = { kind: 'key', name: 'Codex' } as const;
const argument = { code: 'mcp-argument', whose, tool: 'files/write', argument: 'path' } as const;

it.each<[RefusalFact, string]>([
  [
    { code: 'not-among', whose, what: 'mcp-server', name: 'files', allowed: [] },
    'This sub-key of Codex may not use the MCP server files. Allowed: none.',
  ],
  [
    { code: 'denied', whose, what: 'mcp-tool', name: 'files/write', by: 'files/*' },
    'This sub-key of Codex may not use the tool files/write (denied by files/*).',
  ],
  [
    { ...argument, wrong: { is: 'missing', allowed: ['/shop/*'] } },
    'This sub-key of Codex may not call files/write like this: "path" is missing. Allowed: /shop/*.',
  ],
  [
    { ...argument, wrong: { is: 'climbing' } },
    'This sub-key of Codex may not call files/write like this: "path" leads out of a folder with "..".',
  ],
  [
    { code: 'mcp-asked', tool: 'files/write', answer: 'nobody' },
    'files/write was not called. A person was asked, and nobody answered in time.',
  ],
])('%#', (fact, sentence) => {
  expect(wordRefusal(refusalWords, refusalFactSchema.parse(fact), plainWriting('UTC'))).toBe(sentence);
});
