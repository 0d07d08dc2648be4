import type { PlanInput, ToolSpec } from '../../tool-spec.ts';
import { variablesFor } from '../../variables.ts';
import { dotenvLines } from '../shell-files.ts';
import { launchAgent } from './launch-agent.ts';
import { VARIABLE_PATHS } from '../../sdk-paths.ts';

/** The desktop session: programs started from a dock or menu, which never see a shell's startup files. */
export const desktopSession: ToolSpec = {
  id: 'desktop-session',
  title: 'Desktop session',
  group: 'environment',
  coverage: { level: 'partly', words: 'Graphical programs that read the usual variables. Linux: sessions that systemd starts; macOS: by a login item; Windows: by commands to run once.', evidence: 'docs: not run' },
  detect: { commands: ['systemctl', 'launchctl', 'setx'], paths: () => [] },
  speaks: ['anthropic', 'openai', 'gemini'],
  scope: 'machine',
  files({ place, routes, key }) {
    const variables = variablesFor(routes, key);
    if (place.platform === 'darwin') return [{ kind: 'own', file: place.at('Library', 'LaunchAgents', 'dev.purser.environment.plist'), text: launchAgent(variables) }];
    // The user environment of Windows lives in the registry, which is not a file.
    return place.platform === 'win32' ? [] : [{ kind: 'own', file: place.config('environment.d', '60-purser.conf'), text: dotenvLines(variables) }];
  },
  instructions: (input) => (input.place.platform === 'win32' ? windowsCommands(input) : 'Log out and in again.'),
  asks: VARIABLE_PATHS,
  reload: 'After the next login.',
  cap: '5/day',
  variables: [],
};

function windowsCommands({ routes, key }: PlanInput): string {
  return ['In PowerShell, once:', ...variablesFor(routes, key).map(([name, value]) => `[Environment]::SetEnvironmentVariable('${name}', '${value}', 'User')`)].join('\n');
}
