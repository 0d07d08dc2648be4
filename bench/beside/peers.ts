import { execFile } from 'node:child_process';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Gateways of others, as npm has them. */
export const PEERS = { '@portkey-ai/gateway': '1.15.2', '@musistudio/claude-code-router': '3.1.1' } as const;
type Peer = keyof typeof PEERS;

/** Installs a peer once, outside this project. @returns its folder */
export async function installPeer(name: Peer): Promise<string> {
  const home = join(homedir(), '.cache', 'purser-bench', `${name.replace(/\W+/g, '-')}-${PEERS[name]}`);
  const folder = join(home, 'node_modules', name);
  const isThere = await access(join(folder, 'package.json')).then(
    () => true,
    () => false,
  );
  if (isThere) return folder;
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'package.json'), '{"private":true}');
  await promisify(execFile)('npm', ['install', '--prefix', home, '--no-audit', '--no-fund', `${name}@${PEERS[name]}`]);
  return folder;
}
