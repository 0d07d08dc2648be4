import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runCommand } from './run-command.ts';

interface ToolPackage {
  readonly package: string;
  readonly version: string;
  /** Of the tarball: what runs here is exactly what was looked at. */
  readonly integrity: string;
  /** The program, inside the package. */
  readonly file: string;
  /** JavaScript that is given to Node; else a program of its own. */
  readonly script?: true;
}

/**
 * Real tools for e2e/agents, by their command. Install scripts are left out, and so is every dependency that a tool can
 * do without: the tarball of the tool itself is pinned, what it depends on has the version that it asks for. Native
 * ones are pinned for Linux on x64.
 */
export const AGENT_PACKAGES = {
  claude: {
    package: '@anthropic-ai/claude-code-linux-x64',
    version: '2.1.329',
    integrity: 'sha512-+n4lu1ubYAp02Y0X/MAUnxw9yY6SHHZ77F+IoW+V0wVoFuiI9opdH6gofjf14gXJCEYMTNpks7Gn1i8XZTKAWA==',
    file: 'claude',
  },
  codex: {
    package: '@openai/codex',
    version: '0.169.0-linux-x64',
    integrity: 'sha512-o05NyAOCDygSPRo1yinzxvkRSdmsZyBD9E7mbpmjRanSfM8lypqWtQgEo4XfNkwhuCR2aFu8mlGOsQGFXVbVww==',
    file: 'vendor/x86_64-unknown-linux-musl/bin/codex',
  },
  gemini: {
    package: '@google/gemini-cli',
    version: '0.61.0',
    integrity: 'sha512-dbQ9A0qBtFJNi6XBkHvfZ6Azpn6PNgH/P8h2MZ67RLlX8hSAVjup39CRWqdRxZv7YXIuhrFaytr8y0jKnkoxnQ==',
    file: 'bundle/gemini.js',
    script: true,
  },
  opencode: {
    package: 'opencode-linux-x64',
    version: '1.18.33',
    integrity: 'sha512-q/t/3p2CTxOT9y2kvjesb/LZab2+1eqlhhWA02Be6mjTtmYtNBcBsrI5yDo4Fw7ZSPBW2oyMIGMNRqiKQjiAWw==',
    file: 'bin/opencode',
  },
  qwen: {
    package: '@qwen-code/qwen-code',
    version: '0.24.4',
    integrity: 'sha512-pmexy/Nj+BKd3Un1ogqGQE8V4GJn5B6N9PQOrU1GH+lMR29kn6Bgf6YdbZa8hNIoTmAKT1LTPK+P8TibZRPPVg==',
    file: 'cli-entry.js',
    script: true,
  },
  pi: {
    package: '@earendil-works/pi-coding-agent',
    version: '1.6.0',
    integrity: 'sha512-zX1BVEsshx7A2MRuQ6jfr3RJGWw4Wn+vLq5ZfmlvS1RskhRmByaSZVXH/zcwRrWHO7qPgs98pNCbPOEti/t0fQ==',
    file: 'dist/bundle/cli.js',
    script: true,
  },
  kimi: {
    package: '@moonshot-ai/kimi-code',
    version: '2.1.0',
    integrity: 'sha512-c9rY0DS0xNOraEgUFJ5Cexz6+S3R+PczIwCVCI4eP93xv1xpIbyFLe6wyQl29VR9UMafmfQG6+dIyJcCLEAoBQ==',
    file: 'dist/main.mjs',
    script: true,
  },
  grok: {
    package: '@vibe-kit/grok-cli',
    version: '0.0.34',
    integrity: 'sha512-jOaN4+WTK14jm5hIcXrYB2XuOEuWCyOvRMn58tbkD5fztZZS03u2YMv1gVrHpk/1/rls8UhwwL8witaJoZF10A==',
    file: 'dist/index.js',
    script: true,
  },
  kilo: {
    package: '@kilocode/cli-linux-x64',
    version: '7.7.7',
    integrity: 'sha512-QHb5D51imerjXjx/04lJz4APYtAsCI+Xehd8j5AniEJxwdmCkDML1xTkrCcIGpE6OFo7gI41LcwM03j93bqyjA==',
    file: 'bin/kilo',
  },
  cline: {
    package: '@cline/cli-linux-x64',
    version: '3.0.65',
    integrity: 'sha512-YRDt0eNj/XEMB7DeMeOeE92jQFf7DyKGCysStxrk+mIKdO0GVPugDG4yxsmKtBouBnaRVteW3NwYEnSq2kah8A==',
    file: 'bin/cline',
  },
  copilot: {
    package: '@github/copilot-linux-x64',
    version: '1.0.102',
    integrity: 'sha512-eGHPbsP0p2QgfVZCjtbGBFZPBOJQ0DN7xIbBRAo7oG8b1zfLirQIdfI4h8Iy68Dv2cKJGJZg2/EO7W7KpIMJOw==',
    file: 'copilot',
  },
  cn: {
    package: '@continuedev/cli',
    version: '1.5.47',
    integrity: 'sha512-gtpewV3RoIOD9dyTtKIBi1SY0VOHRu3Ehe7C/mmnswm+j34MPyrcQhQaWj/m+jdfGO4fNIKdrgGIlLso1ULDFw==',
    file: 'dist/cn.js',
    script: true,
  },
  openclaw: {
    package: 'openclaw',
    version: '2026.9.6',
    integrity: 'sha512-Ie0kyQSCVfFqixsgVg39vevUDq01Ch5u3+7Yu5Y3qARczmdAe+lzp8bVnO9925rHiW/+CFp70zfORCyPmCH31g==',
    file: 'openclaw.mjs',
    script: true,
  },
} as const satisfies Record<string, ToolPackage>;
export type AgentCommand = keyof typeof AGENT_PACKAGES;

/** All of them together: a registry that is slow must not hold up the tests for longer. */
const FETCH_MS = 300_000;
const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'purser-agents');
const installed = z.object({ packages: z.record(z.string(), z.object({ integrity: z.string().optional() })) });

/** The folder that holds a tool's command, to be put on a PATH; undefined where it was not fetched. */
export function binFolderOf(command: AgentCommand): string | undefined {
  const folder = join(folderOf(command), 'bin');
  return existsSync(join(folder, command)) ? folder : undefined;
}

/**
 * Puts every tool that is not there yet into the cache, from the npm registry. About 700 MB to download, once.
 * @param leaveOut tools that no test of this run asks
 * @returns why tools are missing, one sentence each
 */
export async function fetchAgentTools(leaveOut: readonly AgentCommand[] = []): Promise<readonly string[]> {
  const deadline = Date.now() + FETCH_MS;
  const missing: string[] = [];
  for (const command of commands().filter((one) => !leaveOut.includes(one))) {
    if (binFolderOf(command) !== undefined) {
      // The cache outlives the checkout that filled it, and with that checkout goes the Node its launchers name.
      makeLauncher(folderOf(command), command);
      continue;
    }
    const why =
      process.platform === 'linux' && process.arch === 'x64'
        ? await fetchTool(command, deadline - Date.now())
        : 'the tools are pinned for Linux on x64';
    if (why !== undefined) missing.push(`${command}: ${why}`);
  }
  return missing;
}

async function fetchTool(command: AgentCommand, timeoutMs: number): Promise<string | undefined> {
  const tool: ToolPackage = AGENT_PACKAGES[command];
  const spec = `${tool.package}@${tool.version}`;
  if (timeoutMs <= 0) return `no time was left to fetch ${spec}`;
  console.log(`Fetching ${spec} from the npm registry (tests only, once)...`);
  mkdirSync(cache, { recursive: true });
  const staging = mkdtempSync(join(cache, 'partial-'));
  try {
    const args = [
      'install',
      '--prefix',
      staging,
      '--no-save',
      '--ignore-scripts',
      '--omit=optional',
      '--no-audit',
      '--no-fund',
      '--fetch-retries=1',
      '--fetch-retry-mintimeout=1000',
      spec,
    ];
    const result = await runCommand('npm', args, { keep: true, timeoutMs });
    if (result.code !== 0) return `the npm registry did not serve ${spec} (${firstComplaint(result.output)})`;
    const lock = installed.parse(JSON.parse(readFileSync(join(staging, 'node_modules', '.package-lock.json'), 'utf8')));
    if (lock.packages[`node_modules/${tool.package}`]?.integrity !== tool.integrity)
      return `${spec} is not the file that was pinned`;
    makeLauncher(staging, command);
    rmSync(folderOf(command), { recursive: true, force: true });
    renameSync(staging, folderOf(command));
    return undefined;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * A launcher of the tool's own name: `purser run` and the tools' detection go by it.
 * @param folder where the launcher goes; it names the folder that the tool has in the end
 */
function makeLauncher(folder: string, command: AgentCommand): void {
  const tool: ToolPackage = AGENT_PACKAGES[command];
  const launcher = join(folder, 'bin', command);
  const start = tool.script ? `'${process.execPath}' ` : '';
  const program = join(folderOf(command), 'node_modules', tool.package, tool.file);
  mkdirSync(join(folder, 'bin'), { recursive: true });
  // Put in place whole: another checkout's run may be starting the old one.
  const whole = `${launcher}.${process.pid}`;
  writeFileSync(whole, `#!/bin/sh\nexec ${start}'${program}' "$@"\n`);
  chmodSync(whole, 0o755);
  renameSync(whole, launcher);
}

function folderOf(command: AgentCommand): string {
  return join(cache, `${command}-${AGENT_PACKAGES[command].version}`);
}

function commands(): readonly AgentCommand[] {
  return [
    ...(['claude', 'codex', 'gemini', 'opencode', 'qwen', 'pi', 'kimi', 'copilot', 'cline', 'cn'] as const),
    ...(['kilo', 'grok', 'openclaw'] as const),
  ];
}

function firstComplaint(output: string): string {
  const lines = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
  return (lines[0] ?? 'it took too long').replace(/^npm (error|ERR!) ?/, '');
}
