import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Starting at login, as the person has it. */
export interface StartAtLogin {
  readonly isOn: () => boolean;
  readonly set: (on: boolean) => void;
}

/**
 * Starting at login on Linux: a desktop entry in the autostart folder (freedesktop.org Autostart specification).
 * @param command the program and its arguments, unquoted
 */
export function createAutostartFile(file: string, command: readonly string[]): StartAtLogin {
  return {
    // Desktops switch an entry off in one of these two ways instead of deleting it.
    isOn() {
      const entry = readIfThere(file);
      return entry !== undefined && !/^(Hidden=true|X-GNOME-Autostart-enabled=false)\s*$/m.test(entry);
    },
    set(on) {
      if (!on) {
        rmSync(file, { force: true });
        return;
      }
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(file, entryOf(command));
    },
  };
}

function entryOf(command: readonly string[]): string {
  return `[Desktop Entry]
Type=Application
Name=Purser
Comment=Gives every AI coding tool its own capped allowance
Exec=${command.map(quote).join(' ')}
Terminal=false
`;
}

/** The entry's own string escapes are read first, then the quoting: a backslash needs four. */
function quote(argument: string): string {
  const quoted = argument.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%');
  return `"${quoted.replaceAll('\\', '\\\\')}"`;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
