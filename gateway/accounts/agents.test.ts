import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agentIdSchema } from '../../shared/ids.ts';
import { FULL, openTestDirectory } from '../testing/open-directory.ts';
import type { TestDirectory } from '../testing/open-directory.ts';

let desk: TestDirectory;
beforeEach(async () => {
  desk = await openTestDirectory();
});
afterEach(() => desk.remove());

describe('an agent', () => {
  it('has a name of its own, in any case, though two ask at once', async () => {
    const results = await Promise.allSettled([
      desk.directory.addAgent('Codex'),
      desk.directory.addAgent('CODEX'),
      desk.directory.addAgent('Codex'),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    await expect(desk.directory.addAgent('codex')).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(desk.directory.agents().map(({ name }) => name)).toEqual(['Codex']);
  });

  it('leaves its name free when it could not be written', async () => {
    desk.isDiskFull = true;
    await expect(desk.directory.addAgent('Codex')).rejects.toMatchObject(FULL);
    desk.isDiskFull = false;
    expect((await desk.directory.addAgent('Codex')).name).toBe('Codex');
  });

  it('that nobody knows is answered with what to do', () => {
    expect(() => desk.directory.agentNamed('Nobody')).toThrow(
      'There is no agent named "Nobody". Add it first: purser agent add "Nobody"',
    );
    expect(() => desk.directory.agent(agentIdSchema.parse('agt_000000000000'))).toThrow('See `purser agent list`.');
  });
});
