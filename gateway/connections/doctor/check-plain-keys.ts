import type { Finding } from '../../../shared/contract/connection-views.ts';
import type { Family } from '../tool-spec.ts';
import { FAMILY_VARIABLES } from '../variables.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { assignmentsIn } from './assignments.ts';
import type { Assignment } from './assignments.ts';
import { finding } from './finding.ts';
import { plainKeysIn } from './plain-keys.ts';
import type { PlainKey } from './plain-keys.ts';

/** A provider key in a file, and the assignment that holds it, when Purser can replace it there. */
export interface StrayKey extends PlainKey {
  readonly id: string;
  readonly file: string;
  readonly assignment: Assignment | undefined;
  /** In a project's folder: whoever made the project may have put it there. */
  readonly inProject: boolean;
}

/** Looks for provider keys in the files where tools and people put them. */
export async function findStrayKeys(deps: ConnectionDeps, projects: readonly string[]): Promise<readonly StrayKey[]> {
  const found: StrayKey[] = [];
  const ours = [deps, ...deps.book.all()].map(({ gatewayUrl }) => new URL(gatewayUrl).port);
  for (const { file, inProject } of placesOf(deps, projects)) {
    const text = await deps.files.read(file).catch(() => undefined);
    if (text === undefined) continue;
    const assignments = assignmentsIn(text);
    for (const plain of plainKeysIn(text)) {
      const assignment = assignments.find(
        ({ line, name, value }) =>
          line === plain.line && value === plain.key && FAMILY_VARIABLES[plain.family].keys.includes(name),
      );
      const hasOtherUrl = assignments.some(
        ({ name, value }) =>
          FAMILY_VARIABLES[plain.family].urls.some((url) => url.name === name) && !isOurs(value, ours),
      );
      // With somebody else's base URL beside it the key may be another company's: the person has to say whose.
      found.push({
        ...plain,
        id: `plain-key:${file}:${plain.line}`,
        file,
        inProject,
        assignment: hasOtherUrl ? undefined : assignment,
      });
    }
  }
  return found;
}

/** An address that Purser wrote here, now or on an earlier port. */
function isOurs(address: string, ports: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, port } = new URL(address);
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) && ports.includes(port);
}

function placesOf(
  { paths, machine }: ConnectionDeps,
  projects: readonly string[],
): readonly { readonly file: string; readonly inProject: boolean }[] {
  const home = [
    '.env',
    '.bashrc',
    '.bash_profile',
    '.profile',
    '.zshrc',
    '.zshenv',
    '.zprofile',
    '.aider.conf.yml',
  ].map((name) => paths.at(name));
  const tools = [
    paths.at('.claude', 'settings.json'),
    paths.at('.claude.json'),
    paths.at('.codex', 'auth.json'),
    paths.at('.codex', 'config.toml'),
    paths.at('.codex', '.env'),
    paths.at('.gemini', '.env'),
    paths.at('.qwen', '.env'),
    paths.at('.qwen', 'settings.json'),
    paths.at('.continue', 'config.yaml'),
    paths.at('.continue', '.env'),
    paths.at('.openclaw', 'openclaw.json'),
    paths.at('.openclaw', '.env'),
    paths.at('.cline', 'data', 'settings', 'providers.json'),
    paths.config('opencode', 'opencode.json'),
    paths.config('opencode', 'opencode.jsonc'),
    paths.at('.local', 'share', 'opencode', 'auth.json'),
    paths.config('goose', 'secrets.yaml'),
    paths.config('crush', 'crush.json'),
    paths.config('crush', 'crushrc'),
    paths.config('fish', 'config.fish'),
  ];
  const inProjects = projects.flatMap((folder) =>
    ['.env', '.env.local', '.env.development', '.envrc'].map((name) => paths.join(folder, name)),
  );
  const own = new Set([...home, ...tools]);
  return [...new Set([...own, ...inProjects])]
    .filter((file) => machine.platform !== 'win32' || !file.endsWith('rc'))
    .map((file) => ({ file, inProject: !own.has(file) }));
}

/** The finding about a key. @param canKeep whether Purser can hold a key of that family */
export function describeStrayKey(
  { id, file, line, family, assignment, inProject }: StrayKey,
  canKeep: (family: Family) => boolean,
): Finding {
  const canMove = assignment !== undefined && canKeep(family);
  const name = assignment === undefined ? `A key of ${family}` : `${assignment.name}, a key of ${family},`;
  return finding({
    id,
    file,
    line,
    severity: 'warning',
    text: `${name} is here in plain text: every program you run can read it and spend without a limit.`,
    ...(canMove
      ? { acts: [{ kind: 'move-key', file, asks: inProject }] }
      : {
          byHand: 'Add it to Purser, connect the tool, and remove the key from this file.',
          acts: [{ kind: 'add-provider', provider: family }],
        }),
  });
}
