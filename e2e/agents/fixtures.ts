import { test as base, expect } from '@playwright/test';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { withGateway } from '../../cli/connect.ts';
import { startSimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { binFolderOf } from '../../scripts/agent-tools.ts';
import type { AgentCommand } from '../../scripts/agent-tools.ts';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import { PURSER, startServe } from '../web/purser-process.ts';
import { startNowhere } from './nowhere.ts';
import type { Nowhere } from './nowhere.ts';
import { OWN_KEY_TOOLS } from './own-key-tools.ts';
import { runProgram } from './run-program.ts';
import type { Ended } from './run-program.ts';
import { TOOLS } from './tools.ts';
import type { Tool } from './tools.ts';

/** The only key the simulated provider accepts. */
export const PROVIDER_KEY = 'simulated-provider-key';
/** Its answer; no prompt has this word. */
export const ANSWER = 'heliotrope';

/** The command line as it is installed: the command that fetches a key goes by its name. */
const LAUNCHER = ['.local', 'bin', 'purser'] as const;

/** A person with a fresh home, whose Purser has a key for the provider of one tool. */
export interface Person {
  readonly home: string;
  readonly ask: <Result>(question: (gateway: GatewayClient) => Promise<Result>) => Promise<Result>;
  /** The command line. */
  readonly purser: (...args: readonly string[]) => Promise<Ended>;
  /** The tool itself, as the person starts it, in an empty project folder. */
  readonly prompt: (text: string) => Promise<Ended>;
  /** The same with these arguments. */
  readonly promptWith: (args: readonly string[]) => Promise<Ended>;
  /** Fails when one of the person's own files is not what it was at first, to the byte. */
  readonly expectOwnFiles: () => Promise<void>;
}

interface Fixtures {
  readonly provider: SimulatedProvider;
  /** Everywhere else. */
  readonly nowhere: Nowhere;
  readonly personWith: (tool: Tool) => Promise<Person>;
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names a fixture needs from this pattern
  provider: async ({}, provide) => {
    const provider = await startSimulatedProvider({
      key: PROVIDER_KEY,
      script: { words: [`${ANSWER} `], outputTokens: 5 },
    });
    await provide(provider);
    await provider.stop();
  },

  // oxlint-disable-next-line no-empty-pattern -- as above
  nowhere: async ({}, provide) => {
    const nowhere = await startNowhere();
    await provide(nowhere);
    await nowhere.stop();
  },

  personWith: async ({ provider, nowhere }, provide, testInfo) => {
    const endings: (() => Promise<void>)[] = [];
    await provide(async (tool) => {
      const home = await mkdtemp(join(tmpdir(), 'purser-agents-'));
      endings.unshift(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
      const env = environmentOf(home);
      const project = join(home, 'project');
      const [node, cli] = PURSER;
      for (const [path, text] of Object.entries(tool.files)) await writeNew(join(home, path), text);
      await writeNew(join(home, ...LAUNCHER), `#!/bin/sh\nexec '${node}' '${cli}' "$@"\n`);
      await chmod(join(home, ...LAUNCHER), 0o755);
      for (const folder of [project, join(home, 'tmp')]) await mkdir(folder);
      const served = await startServe(join(home, 'purser'), 0, env);
      endings.unshift(async () => {
        await served.end('SIGTERM');
        if (testInfo.status !== testInfo.expectedStatus)
          await testInfo.attach('stderr of purser', { body: served.stderr() });
      });
      const toolEnv = { ...env, ...nowhere.env, ...tool.env };
      const ask: Person['ask'] = (question) => withGateway(served.dataFolder, question);
      await ask((gateway) =>
        gateway.providers.add({
          kind: tool.provider,
          baseUrl: tool.provider === 'openai' ? provider.openaiBaseUrl : provider.url,
          key: PROVIDER_KEY,
          stopsWhenLeft: 'yes',
        }),
      );
      return {
        home,
        ask,
        purser: (...args) =>
          runProgram('purser', args, { env: { ...toolEnv, PURSER_DATA_DIR: served.dataFolder }, cwd: project }),
        prompt: (text) => runProgram(...commandOf(tool, tool.ask(text)), { env: toolEnv, cwd: project }),
        promptWith: (args) => runProgram(...commandOf(tool, args), { env: toolEnv, cwd: project }),
        async expectOwnFiles() {
          for (const [path, text] of Object.entries(tool.files))
            expect(await readFile(join(home, path), 'utf8'), path).toBe(text);
        },
      };
    });
    for (const end of endings) await end();
  },
});

export { expect };

/** Fetching a tool is the test script's job, so that a slow registry does not look like a slow tool. */
export function skipWithout(command: AgentCommand): void {
  test.skip(binFolderOf(command) === undefined, `${command} was not fetched; \`npm run e2e:agents\` does it`);
}

/** Nothing of whoever runs the tests: their keys, their proxies, their tools. */
function environmentOf(home: string): NodeJS.ProcessEnv {
  const bins = [...TOOLS, ...OWN_KEY_TOOLS].flatMap(({ command }) => binFolderOf(command) ?? []);
  return {
    HOME: home,
    PATH: [join(home, dirname(join(...LAUNCHER))), ...bins, '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
    TMPDIR: join(home, 'tmp'),
    SHELL: '/bin/bash',
    LANG: 'C.UTF-8',
    TERM: 'dumb',
  };
}

function commandOf(tool: Tool, args: readonly string[]): [string, readonly string[]] {
  // Interactive: only such a shell reads the startup file.
  return tool.inShell ? ['bash', ['-ic', 'exec "$0" "$@"', tool.command, ...args]] : [tool.command, args];
}

async function writeNew(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text, { mode: 0o600 });
}

/** Every file under a folder that holds this text. */
export async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && (await readFile(file)).includes(text)) found.push(file);
  }
  return found;
}
