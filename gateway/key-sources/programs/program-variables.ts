type Env = Readonly<Record<string, string | undefined>>;

/** What every program needs to find its files, its agents and a window to ask in. */
const USUAL: readonly string[] = (
  'HOME LOGNAME PATH SHELL USER LANG LC_ALL TMPDIR TZ XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_RUNTIME_DIR ' +
  'DISPLAY WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS GNUPGHOME SSH_AUTH_SOCK ' +
  'APPDATA COMSPEC HOMEDRIVE HOMEPATH LOCALAPPDATA PATHEXT PROGRAMDATA PROGRAMFILES SYSTEMDRIVE SYSTEMROOT TEMP ' +
  'USERNAME USERPROFILE WINDIR'
).split(' ');

/**
 * The settings of each program, its own token among them. Sources, 2026-12-01:
 * developer.1password.com/docs/cli/environment-variables, bitwarden.com/help/secrets-manager-cli,
 * learn.microsoft.com/cli/azure/azure-cli-configuration, and the man page of
 * pass.
 */
const OWN: Readonly<Record<'azure' | 'op' | 'bws' | 'pass' | 'cmd', RegExp>> = {
  azure: /^AZURE_/,
  op: /^OP_/,
  bws: /^BWS_/,
  pass: /^PASSWORD_STORE_/,
  cmd: /^$/,
};

/**
 * The variables of a program that prints a key: never the whole environment of Purser, which may hold other secrets.
 * @param network those of the way out, which every program gets
 */
export function programVariables(kind: keyof typeof OWN, env: Env, network: Readonly<Record<string, string>>) {
  const passed = Object.entries(env).flatMap(([name, value]) =>
    value !== undefined && (USUAL.includes(name.toUpperCase()) || OWN[kind].test(name)) ? [[name, value] as const] : [],
  );
  return { ...Object.fromEntries(passed), ...network };
}
