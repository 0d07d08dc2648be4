import type { Finding } from '../../../shared/contract/connection-views.ts';
import { PROXY_BYPASS_VARIABLES, PROXY_VARIABLES } from '../../../shared/proxy-variables.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { writeBlock } from '../formats/block.ts';
import { keepBytes } from '../formats/keep-bytes.ts';
import { interceptingProxy } from '../verify/loopback.ts';
import { FISH_PROXY_BYPASS, keepsProxiesOff, POSIX_PROXY_BYPASS } from '../tools/proxy-bypass.ts';
import { assignmentsIn } from './assignments.ts';
import { checkVariables, proxyFinding } from './check-variables.ts';
import type { VariableScene } from './check-variables.ts';

/**
 * Looks into the startup files of shells: an app that was started from a dock does not see what terminals get. Each
 * line is judged alone; `purser doctor` in the shell itself sees which lines win together.
 */
export async function checkStartupFiles(
  deps: ConnectionDeps,
  scene: Omit<VariableScene, 'env' | 'where'>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [...(await checkProxiesIn(deps, scene.connected.length > 0))];
  for (const file of startupFiles(deps)) {
    const text = await deps.files.read(file).catch(() => undefined);
    if (text === undefined) continue;
    for (const { name, value, line } of assignmentsIn(withoutOurs(text))) {
      const found = checkVariables({ ...scene, env: { [name]: value }, where: `line ${line} of ${file}` });
      findings.push(
        ...found
          .filter(({ id }) => /^(?:variable|address|leak):/.test(id))
          .map((one) => ({ ...one, id: `${one.id}:${file}:${line}`, file, line })),
      );
    }
  }
  return findings;
}

/** A proxy that one startup file sets, unless any of them keeps it off this machine. */
async function checkProxiesIn(deps: ConnectionDeps, urgent: boolean): Promise<readonly Finding[]> {
  const env: Record<string, string> = {};
  const places = new Map<string, { readonly file: string; readonly line: number }>();
  for (const file of startupFiles(deps)) {
    const text = (await deps.files.read(file).catch(() => undefined)) ?? '';
    // Ours keep all of them off.
    if (keepsProxiesOff(text)) return [];
    for (const { name, value, line } of assignmentsIn(text)) {
      if (![...PROXY_VARIABLES, ...PROXY_BYPASS_VARIABLES].some((known) => known === name)) continue;
      env[name] = value;
      places.set(name, { file, line });
    }
  }
  const name = interceptingProxy(env);
  const at = name === undefined ? undefined : places.get(name);
  if (name === undefined || at === undefined) return [];
  const found = proxyFinding(name, `line ${at.line} of ${at.file}`, urgent);
  return [{ ...found, ...at, id: `${found.id}:${at.file}`, acts: [{ kind: 'keep-proxies-off', file: at.file }] }];
}

/**
 * Adds lines to a startup file that keep every proxy off this machine, between marks, at its end.
 * @returns what was done
 */
export async function keepProxiesOff(deps: ConnectionDeps, file: string): Promise<string> {
  const text = await deps.files.read(file);
  const lines = file.endsWith('.fish') ? FISH_PROXY_BYPASS : POSIX_PROXY_BYPASS;
  await deps.files.write(
    file,
    keepBytes(text ?? '', (plain) => writeBlock(plain, 'proxies', lines)),
    text,
  );
  return (
    `Added lines to ${file} that keep proxies off this machine. New terminals have them; marks show where ` +
    `they begin and end.`
  );
}

function startupFiles({ paths }: ConnectionDeps): readonly string[] {
  const zdot = paths.env('ZDOTDIR') ?? paths.home;
  const bash = ['.bashrc', '.bash_profile', '.bash_login', '.profile'].map((name) => paths.at(name));
  return [
    ...bash,
    ...['.zshenv', '.zprofile', '.zshrc'].map((name) => paths.join(zdot, name)),
    paths.config('fish', 'config.fish'),
  ];
}

/** Empty lines in place of ours, so that the numbers of the others stay. */
function withoutOurs(text: string): string {
  return text.replace(/^# >>> purser [\s\S]*?^# <<< purser .*$/gm, (block) => block.replace(/[^\n]/g, ''));
}
