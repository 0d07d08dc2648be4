import { mkdirSync, mkdtempSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mountsBelow, removeMachine } from './remove-machine.ts';

const MOUNTINFO = `25 1 254:0 / / rw,relatime - ext4 /dev/root rw
90 25 0:44 / /m/dev rw - tmpfs tmpfs rw
91 90 0:45 / /m/dev/pts rw - devpts devpts rw
92 25 0:46 / /m/with\\040blank rw - tmpfs tmpfs rw
93 25 0:47 / /machine rw - tmpfs tmpfs rw
94 25 0:48 / /other/m/proc rw - proc proc rw
`;

describe('mountsBelow', () => {
  it('finds what is mounted in the folder, deepest first, and nothing beside it', () => {
    expect(mountsBelow(MOUNTINFO, '/m')).toEqual(['/m/with blank', '/m/dev/pts', '/m/dev']);
    expect(mountsBelow(MOUNTINFO, '/elsewhere')).toEqual([]);
  });
});

describe('removeMachine', () => {
  it('removes a folder in which nothing is mounted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'purser-bare-test-'));
    mkdirSync(join(folder, 'etc'));
    writeFileSync(join(folder, 'etc', 'passwd'), '');
    expect(await removeMachine(folder)).toBeUndefined();
    expect(existsSync(folder)).toBe(false);
  });
});
