import { expectAnswer, expectBooksToAgree } from './books.ts';
import { expect, skipWithout, test } from './fixtures.ts';
import { TOOLS } from './tools.ts';

/** The most that a coding agent gets in one turn, half of it thought, under the cap that a new agent has. */
const TURN = { outputTokens: 31_000, reasoningTokens: 15_500 } as const;
const DEFAULT_CAP = '10/day';
const AGENT = 'Long turn';

// Both ask through the Responses API, each in its own way.
for (const tool of TOOLS.filter(({ command }) => command === 'codex' || command === 'opencode')) {
  test(`${tool.command} gets a long answer whole: no cap cuts what it can pay`, async ({ personWith, provider }) => {
    skipWithout(tool.command);
    const person = await personWith(tool);
    provider.setScript({ ...TURN, words: ['heliotrope '] });
    const ended = await person.purser(
      'run',
      '--agent',
      AGENT,
      '--create',
      '--cap',
      DEFAULT_CAP,
      '--',
      tool.command,
      ...tool.runFlags,
      ...tool.ask('Rewrite it all.'),
    );
    expectAnswer(ended);
    await expectBooksToAgree(person, provider, AGENT);
    const { requests } = await person.ask((gateway) => gateway.usage.search({}));
    expect(requests.map(({ outputTokens }) => outputTokens)).toContain(TURN.outputTokens);
    expect(requests.map(({ loweredOutput }) => loweredOutput)).toEqual(requests.map(() => false));
  });
}
