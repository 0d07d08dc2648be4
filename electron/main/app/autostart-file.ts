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
      try {
        if (on) write(file, entryOf(command));
        else rmSync(file, { force: true });
      } catch (cause) {
        throw new Error(
          `The autostart file ${file} could not be ${on ? 'written' : 'deleted'}. Check that its folder is yours and ` +
            `that the disk has room.`,
          { cause },
        );
      }
    },
  };
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, text);
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
