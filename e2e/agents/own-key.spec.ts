import { readlink, readdir } from 'node:fs/promises';
import { startSimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { expectAnswer, expectBooksToAgree } from './books.ts';
import { expect, skipWithout, test } from './fixtures.ts';
import { OWN_KEY_TOOLS, personOf } from './own-key-tools.ts';
import { CANARY } from './tools.ts';

const AGENT = 'Nightly run';

for (const tool of OWN_KEY_TOOLS) {
  test(`purser run -- ${tool.command}, of a person with a key in its config: only the sub-key is used`, async ({
    personWith,
    provider,
    nowhere,
  }) => {
    skipWithout(tool.command);
    const own = await startSimulatedProvider({ key: CANARY });
    const person = await personWith(personOf(tool, own.openaiBaseUrl));
    try {
      const ended = await person.purser(
        'run',
        '--agent',
        AGENT,
        '--create',
        '--cap',
        '1/total',
        '--',
        tool.command,
        ...tool.ask('Say pong.'),
      );
      expectAnswer(ended);
      await expectBooksToAgree(person, provider, AGENT);
      expect(own.requests).toEqual([]);
      // Nothing that was meant for this machine: the proxy of the person's is for the rest of the world.
      expect(nowhere.hosts.filter((host) => /^(127\.|localhost|\[::1\])/.test(host))).toEqual([]);
      await person.expectOwnFiles();
    } finally {
      await endLeftBehind(person.home);
      await own.stop();
    }
  });
}

/** Ends what a tool leaves running in the person's home: Cline, a daemon that outlives it. */
async function endLeftBehind(home: string): Promise<void> {
  for (const id of (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))) {
    const folder = await readlink(`/proc/${id}/cwd`).catch(() => '');
    // The gateway is the fixtures' to stop; it was started elsewhere.
    if (folder === home || folder.startsWith(`${home}/`)) process.kill(Number(id), 'SIGKILL');
  }
}
