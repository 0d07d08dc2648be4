import { z } from 'zod';
import { closeTheCap, expectAnswer, expectBooksToAgree, expectUsedUp } from './books.ts';
import { expect, filesWith, PROVIDER_KEY, skipWithout, test } from './fixtures.ts';
import type { Ended } from './run-program.ts';
import { RUN_TOOLS } from './tools.ts';

const receipt = z.object({ agent: z.string(), requests: z.int(), nanodollars: z.int() });
const AGENT = 'Nightly run';

for (const tool of RUN_TOOLS) {
  test(`purser run -- ${tool.command}: no file touched, a receipt at the end, and the cap holds`, async ({
    personWith,
    provider,
  }) => {
    skipWithout(tool.command);
    const person = await personWith(tool);
    const run = (prompt: string): Promise<Ended> =>
      person.purser(
        'run',
        '--json',
        '--agent',
        AGENT,
        '--create',
        '--cap',
        '1/total',
        '--',
        tool.command,
        ...tool.runFlags,
        ...tool.ask(prompt),
      );

    const first = await run('Say pong.');
    expectAnswer(first);
    await expectBooksToAgree(person, provider, AGENT);
    const { requests } = await person.ask((gateway) => gateway.usage.search({}));
    expect(receiptIn(first)).toEqual({ agent: AGENT, requests: requests.length, nanodollars: provider.bill() });

    await closeTheCap(person);
    const second = await run('Say pong again.');
    await expectUsedUp(person, second, AGENT, tool);
    expect(receiptIn(second)).toEqual({ agent: AGENT, requests: 0, nanodollars: 0 });
    await expectBooksToAgree(person, provider, AGENT);

    await person.expectOwnFiles();
    expect(await filesWith(person.home, PROVIDER_KEY)).toEqual([]);
    // Codex keeps a copy of its environment for a while: what is in there must be worth nothing.
    const keys = await person.ask((gateway) => gateway.keys.list());
    expect(keys.map(({ state }) => state)).toEqual(['revoked', 'revoked']);
  });
}

/** The last thing on stderr, after whatever the tool said there. */
function receiptIn({ stderr }: Ended): unknown {
  return receipt.parse(JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? ''));
}
