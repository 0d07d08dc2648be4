import { VARIABLE_PATHS } from '../../sdk-paths.ts';
import type { PlanInput, ToolSpec } from '../../tool-spec.ts';
import { FAMILY_VARIABLES, variablesFor } from '../../variables.ts';
import { SYSTEMD_PROXY_BYPASS } from '../proxy-bypass.ts';
import { dotenvLines } from '../shell-files.ts';
import { launchAgent } from './launch-agent.ts';

/** The desktop session: programs started from a dock or menu, which never see a shell's startup files. */
export const desktopSession: ToolSpec = {
  id: 'desktop-session',
  title: 'Desktop session',
  group: 'environment',
  coverage: {
    level: 'partly',
    words:
      'Graphical programs that read the usual variables. Linux: sessions that systemd starts; macOS: by a login ' +
      'item; Windows: by commands to run once, and another to run after disconnecting, because no file holds its ' +
      'variables.',
    evidence: 'docs: not run',
  },
  detect: { commands: ['systemctl', 'launchctl', 'setx'], paths: () => [] },
  speaks: ['anthropic', 'openai', 'gemini'],
  scope: 'machine',
  files({ paths, routes, key }) {
    const variables = variablesFor(routes, key);
    if (paths.platform === 'darwin')
      return [
        {
          kind: 'own',
          file: paths.at('Library', 'LaunchAgents', 'dev.purser.environment.plist'),
          text: launchAgent(variables),
        },
      ];
    // The user environment of Windows lives in the registry, which is not a file.
    return paths.platform === 'win32'
      ? []
      : [
          {
            kind: 'own',
            file: paths.config('environment.d', '60-purser.conf'),
            text: dotenvLines(variables) + SYSTEMD_PROXY_BYPASS,
          },
        ];
  },
  instructions: (input) => (input.paths.platform === 'win32' ? windowsCommands(input) : 'Log out and in again.'),
  sdkPaths: VARIABLE_PATHS,
  afterwards: ({ paths, gatewayUrl }) =>
    paths.platform === 'win32'
      ? windowsRemoval(gatewayUrl)
      : paths.platform === 'darwin'
        ? macRemoval()
        : 'Log out and in again: until then, programs that are started still get the revoked sub-key.',
  login: {
    effect: 'none',
    words:
      'It has none. Claude Code, Codex and Gemini CLI may prefer their own login there; `purser doctor` tells you.',
    evidence: 'run: Claude Code and Codex; Gemini CLI by its source',
  },
  reload: 'After the next login.',
  cap: '5/day',
  variables: [],
};

function windowsCommands({ routes, key }: PlanInput): string {
  return [
    'In PowerShell, once:',
    ...variablesFor(routes, key).map(
      ([name, value]) => `[Environment]::SetEnvironmentVariable('${name}', '${value}', 'User')`,
    ),
  ].join('\n');
}

/** Every variable that may have been set, whichever providers there were then. */
const NAMES = Object.values(FAMILY_VARIABLES).flatMap(({ urls, keys }) => [...urls.map(({ name }) => name), ...keys]);

/**
 * Takes out what is still ours and leaves what the person has set since. Source: .NET, null deletes a variable of the
 * user.
 */
function windowsRemoval(gatewayUrl: string): string {
  return [
    'The user environment of Windows still holds the revoked sub-key. In PowerShell, once:',
    `foreach ($name in ${NAMES.map((name) => `'${name}'`).join(', ')}) {`,
    "  $value = [Environment]::GetEnvironmentVariable($name, 'User')",
    `  if ($value -like 'sk-purser-*' -or $value -like '${gatewayUrl}/*') { ` +
      `[Environment]::SetEnvironmentVariable($name, $null, 'User') }`,
    '}',
  ].join('\n');
}

/** Without the login item they are gone at the next login; source: launchctl(1), unsetenv. */
function macRemoval(): string {
  return [
    'Until the next login, programs that are started still get the revoked sub-key. To end that now:',
    ...NAMES.map((name) => `launchctl unsetenv ${name}`),
  ].join('\n');
}
