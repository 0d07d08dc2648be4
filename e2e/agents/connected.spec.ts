import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { closeTheCap, expectAnswer, expectBooksToAgree, expectReason, expectUsedUp } from './books.ts';
import { expect, filesWith, PROVIDER_KEY, skipWithout, test } from './fixtures.ts';
import type { Person } from './fixtures.ts';
import { ASKING_TOOLS, SEEING_TOOLS, TOOLS } from './tools.ts';

const connected = z.object({ connection: z.object({ files: z.array(z.string()) }) });
/** A picture of one point. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
/** Where a tool sends prompts by itself. For news and reports it may look elsewhere. */
const VENDORS = /api\.anthropic\.com|api\.openai\.com|generativelanguage\.googleapis\.com|dashscope|opencode\.ai/;

for (const tool of TOOLS) {
  test(`${tool.agent}, connected: it answers, is metered, stops at its cap, and its files come back`, async ({
    personWith,
    provider,
    nowhere,
  }) => {
    skipWithout(tool.command);
    const person = await personWith(tool);
    const subKey = await connect(person, tool.id);
    expectAnswer(await person.prompt('Say pong.'));
    await expectBooksToAgree(person, provider, tool.agent);
    await expect.poll(() => proofOf(person, tool.id)).toBe('own-request');

    await closeTheCap(person);
    await expectUsedUp(person, await person.prompt('Say pong again.'), tool.agent, tool);
    await expectBooksToAgree(person, provider, tool.agent);

    const undone = await person.purser('disconnect', tool.id);
    expect(undone, undone.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining('byte for byte') });
    await person.expectOwnFiles();
    expect(await filesWith(person.home, subKey)).toEqual([]);
    expect(await filesWith(person.home, PROVIDER_KEY)).toEqual([]);
    expect(nowhere.hosts.filter((host) => VENDORS.test(host))).toEqual([]);
  });
}

for (const tool of TOOLS) {
  test(
    `${tool.agent}: a change from outside is seen and mended, a new secret is used at once, a revoked one by ` +
      `nobody`,
    async ({ personWith, provider }) => {
      skipWithout(tool.command);
      const person = await personWith(tool);
      const first = await connect(person, tool.id);
      const [file = 'no file'] = await filesWith(person.home, first);
      await writeFile(file, (await readFile(file, 'utf8')).replaceAll(first, 'somebody-elses-key'));
      expect(await stateOf(person, tool.id)).toBe('changed-outside');
      expect((await person.purser('connections', 'repair', tool.id)).code).toBe(0);
      expect(await stateOf(person, tool.id)).toBe('connected');

      const keys = await person.ask((gateway) => gateway.keys.list());
      const [{ id } = { id: 'no sub-key' }] = keys;
      expect((await person.purser('key', 'rotate', id)).code).toBe(0);
      expect(await filesWith(person.home, first)).toEqual([]);
      expectAnswer(await person.prompt('Say pong.'));
      await expectBooksToAgree(person, provider, tool.agent);

      expect((await person.purser('key', 'revoke', id)).code).toBe(0);
      const asked = provider.requests.length;
      const refused = await person.prompt('Say pong again.');
      if (!tool.endsWell) expect(refused.code, refused.stdout + refused.stderr).not.toBe(0);
      expectReason(refused, /was revoked/, tool);
      expect(provider.requests).toHaveLength(asked);
      expect((await person.purser('disconnect', tool.id)).code).toBe(0);
      await person.expectOwnFiles();
    },
  );
}

for (const tool of SEEING_TOOLS) {
  test(`${tool.agent} sends a picture to a model that reads pictures`, async ({ personWith, provider }) => {
    skipWithout(tool.command);
    const person = await personWith(tool);
    await connect(person, tool.id);
    await writeFile(`${person.home}/project/dot.png`, Buffer.from(DOT, 'base64'));
    expectAnswer(await person.promptWith(tool.askAbout?.('dot.png') ?? []));
    expect(JSON.stringify(provider.requests)).toMatch(/data:image\/png;base64/);
  });
}

for (const tool of ASKING_TOOLS) {
  test(`${tool.agent}, with its key from a command: its config holds no secret`, async ({ personWith, provider }) => {
    skipWithout(tool.command);
    const person = await personWith(tool);
    const made = await person.purser('connect', tool.id, '--key-from', 'command');
    expect(made.code, made.stderr).toBe(0);
    expectAnswer(await person.prompt('Say pong.'));
    await expectBooksToAgree(person, provider, tool.agent);
    expect(await filesWith(person.home, PROVIDER_KEY)).toEqual([]);
    for (const file of Object.keys(tool.files))
      expect(await readFile(`${person.home}/${file}`, 'utf8')).not.toContain('sk-purser-');
    expect((await person.purser('disconnect', tool.id)).code).toBe(0);
    await person.expectOwnFiles();
  });
}

/** How Purser knows that a tool's connection works. */
async function proofOf(person: Person, tool: string): Promise<string | undefined> {
  const tools = await person.ask((gateway) => gateway.connections.list());
  return tools.find(({ id }) => id === tool)?.connections[0]?.verified?.how;
}

/** How a tool's connection stands. */
async function stateOf(person: Person, tool: string): Promise<string | undefined> {
  const tools = await person.ask((gateway) => gateway.connections.list());
  return tools.find(({ id }) => id === tool)?.connections[0]?.state;
}

/** Connects a tool as a person would. @returns the sub-key, which is in the tool's files and nowhere else */
async function connect(person: Person, tool: string): Promise<string> {
  const ended = await person.purser('connect', tool, '--cap', '20/day', '--json');
  expect(ended.code, ended.stderr).toBe(0);
  const { files } = connected.parse(JSON.parse(ended.stdout)).connection;
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const [subKey = 'none was found'] = /sk-purser-\w{38}/.exec(texts.join('\n')) ?? [];
  const holders = await filesWith(person.home, subKey);
  expect(holders.length).toBeGreaterThan(0);
  expect(files).toEqual(expect.arrayContaining([...holders]));
  return subKey;
}
