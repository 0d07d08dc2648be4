import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCap } from '../../../shared/cap.ts';
import { EVERYTHING, scopeOf } from '../../../shared/policy.ts';
import type { CallerFolders } from '../../domain/policy/folder-limit.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';
import { createCallerFinder } from './caller-folder.ts';
import type { FindHolders } from './find-holders.ts';
import { findOnLinux } from './caller-on-linux.ts';
import { findOnMac } from './caller-on-mac.ts';

const RUNNER = fileURLToPath(new URL('caller-runner.ts', import.meta.url));
const CAPS = ['5/day'].flatMap((text) => parseCap(text) ?? []);

let base = '';
let project = '';
beforeEach(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'purser-folder-')));
  project = join(base, 'shop');
  await mkdir(join(project, 'src'), { recursive: true });
  await mkdir(join(base, 'shopping'));
  await symlink(project, join(base, 'link'));
});
afterEach(() => rm(base, { recursive: true, force: true }));

interface Tool {
  /** @returns status, the port it asked from, and the body */
  ask(): Promise<{ readonly status: string; readonly port: string; readonly body: string }>;
  cd(folder: string): void;
  end(): Promise<void>;
}

/** A real process in a folder. */
function startTool(cwd: string, url: string, key: string): Tool {
  const child = spawn(process.execPath, [RUNNER, url, key], { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask() {
      child.stdin.write('ask\n');
      const next = await lines.next();
      const [, status = '', port = '', body = ''] = /^(\S+) (\S+) (.*)$/.exec(String(next.value)) ?? [];
      return { status, port, body };
    },
    cd: (folder) => void child.stdin.write(`cd ${folder}\n`),
    async end() {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}

describe.skipIf(process.platform === 'win32')('a sub-key for one project folder', () => {
  let test: TestGateway;
  beforeEach(async () => {
    test = await startTestGateway();
  });
  afterEach(() => test.stop());

  const issueFor = async (folder: string): Promise<string> => {
    const { id, key } = await test.issue('5/day');
    await test.client.gateway.policies.set({ scope: scopeOf('key', id), policy: { caps: CAPS, folder } });
    return key;
  };
  const askFrom = async (
    cwd: string,
    key: string,
    url = `${test.openaiUrl}/chat/completions`,
  ): Promise<{ readonly status: string; readonly body: string }> => {
    const tool = startTool(cwd, url, key);
    const answer = await tool.ask();
    await tool.end();
    return answer;
  };

  it('works in that folder and below, links resolved on both sides, and nowhere else', async () => {
    const [plain, linked] = [await issueFor(project), await issueFor(join(base, 'link'))];
    for (const [cwd, key, status] of [
      [project, plain, '200'],
      [join(project, 'src'), plain, '200'],
      [join(base, 'link'), plain, '200'],
      [project, linked, '200'],
      [base, plain, '403'],
      [join(base, 'shopping'), plain, '403'],
      [join(base, 'shopping'), linked, '403'],
    ] as const) {
      expect([cwd, key === linked, (await askFrom(cwd, key)).status]).toEqual([cwd, key === linked, status]);
    }
  });

  it('tells where it may be used and where the tool runs, under a rule name', async () => {
    const { body } = await askFrom(join(base, 'shopping'), await issueFor(project));
    expect(JSON.parse(body)).toMatchObject({
      error: {
        code: 'folder',
        message:
          `This sub-key of Agent 1 may be used only in ${project}, and this tool runs ` +
          `in ${join(base, 'shopping')}. Start it in that folder, or give it another sub-key.`,
      },
    });
  });

  it('is checked again for each request of a connection: a tool that moves away is refused', async () => {
    const tool = startTool(project, `${test.openaiUrl}/chat/completions`, await issueFor(project));
    const answers = [await tool.ask()];
    tool.cd(join(project, 'src'));
    answers.push(await tool.ask());
    tool.cd(join(base, 'shopping'));
    answers.push(await tool.ask());
    await tool.end();
    expect(answers.map(({ status }) => status)).toEqual(['200', '200', '403']);
    expect(new Set(answers.map(({ port }) => port)).size).toBe(1);
  });

  it('applies on ::1 too, and on every level', async () => {
    const { key } = await test.issue('5/day');
    await test.client.gateway.policies.set({ scope: EVERYTHING, policy: { folder: project } });
    const url = `${test.openaiUrl}/chat/completions`.replace('127.0.0.1', '[::1]');
    expect([(await askFrom(project, key, url)).status, (await askFrom(base, key, url)).status]).toEqual(['200', '403']);
  });

  it('is refused when its folder is gone', async () => {
    const key = await issueFor(join(base, 'nowhere'));
    expect(await askFrom(project, key)).toMatchObject({
      status: '403',
      body: expect.stringContaining('there is no such folder'),
    });
  });
});

describe('the process behind a connection', () => {
  const foldersSeen = async (cwd: string, find: FindHolders | undefined): Promise<CallerFolders> => {
    const finder = createCallerFinder(find);
    let seen: CallerFolders = { folders: [] };
    const server = createServer((request, response) => {
      void finder.foldersOf(request.socket).then((folders) => {
        seen = folders;
        response.end('ok');
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const tool = startTool(
      cwd,
      `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
      'none',
    );
    await tool.ask();
    await tool.end();
    server.close();
    return seen;
  };
  const hasLsof = spawnSync('lsof', ['-v']).error === undefined;

  it.runIf(process.platform === 'linux')('is found in /proc', async () => {
    expect(await foldersSeen(project, findOnLinux)).toEqual({ folders: [project] });
  });
  it.runIf(hasLsof)('is found with lsof', async () => {
    expect(await foldersSeen(project, findOnMac)).toEqual({ folders: [project] });
  });
  it('is looked for among those that were found before, and then among all', async () => {
    const running = new Set(['7']);
    const looked: (readonly string[] | undefined)[] = [];
    const finder = createCallerFinder((_, among) => {
      looked.push(among);
      const found = [...running].filter((pid) => among?.includes(pid) ?? true);
      return Promise.resolve(found.map((pid) => ({ pid, folder: () => Promise.resolve(`/work/${pid}`) })));
    });
    const ends = { remoteAddress: '127.0.0.1', remotePort: 5, localAddress: '127.0.0.1', localPort: 6 };
    const ask = () => finder.likelyFoldersOf({ ...ends });
    expect([await ask(), await ask()]).toEqual([{ folders: ['/work/7'] }, { folders: ['/work/7'] }]);
    expect(looked).toEqual([undefined, ['7']]);
    running.delete('7');
    running.add('8');
    expect(await ask()).toEqual({ folders: ['/work/8'] });
    expect(looked.slice(2)).toEqual([['7'], undefined]);
  });
  it('is unknown if nothing tells, and a finder that fails lets nobody through', async () => {
    expect(await foldersSeen(project, () => Promise.reject(new Error('no such tool')))).toEqual({
      unknown: 'Purser could not see in which folder this tool runs.',
    });
  });
});
