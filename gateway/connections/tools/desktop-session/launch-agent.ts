import { LAUNCHCTL_PROXY_BYPASS } from '../proxy-bypass.ts';
import type { Variables } from '../shell-files.ts';

/**
 * A login item that hands the variables to everything launchd starts. Values hold nothing that XML or a shell would
 * read.
 */
export function launchAgent(variables: Variables): string {
  const sets = variables.map(([name, value]) => `launchctl setenv ${name} '${value}'`);
  const script = [...sets, ...LAUNCHCTL_PROXY_BYPASS].join('; ');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key><string>dev.purser.environment</string>
  <key>ProgramArguments</key>
  <array><string>/bin/sh</string><string>-c</string><string>${script}</string></array>
  <key>RunAtLoad</key><true/>
</dict>
</plist>
`;
}
