import type { Finding } from '../../../shared/contract/connection-views.ts';
import type { Workshop } from '../workshop.ts';
import { assignmentsIn } from './assignments.ts';
import { checkVariables } from './check-variables.ts';
import type { VariableScene } from './check-variables.ts';

/**
 * Looks into the startup files of shells: an app that was started from a dock does not see what terminals get. Only what a
 * single line tells is said; which lines win together is seen by `purser doctor` in the shell itself.
 */
export async function checkStartupFiles(shop: Workshop, scene: Omit<VariableScene, 'env' | 'where'>): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const file of startupFiles(shop)) {
    const text = await shop.files.read(file).catch(() => undefined);
    if (text === undefined) continue;
    for (const { name, value, line } of assignmentsIn(withoutOurs(text))) {
      const found = checkVariables({ ...scene, env: { [name]: value }, where: `line ${line} of ${file}` });
      findings.push(...found.filter(({ id }) => /^(?:variable|address|leak):/.test(id)).map((one) => ({ ...one, id: `${one.id}:${file}:${line}`, file, line })));
    }
  }
  return findings;
}

function startupFiles({ place }: Workshop): readonly string[] {
  const zdot = place.env('ZDOTDIR') ?? place.home;
  const bash = ['.bashrc', '.bash_profile', '.bash_login', '.profile'].map((name) => place.at(name));
  return [...bash, ...['.zshenv', '.zprofile', '.zshrc'].map((name) => place.join(zdot, name)), place.config('fish', 'config.fish')];
}

/** Empty lines in place of ours, so that the numbers of the others stay. */
function withoutOurs(text: string): string {
  return text.replace(/^# >>> purser [\s\S]*?^# <<< purser .*$/gm, (block) => block.replace(/[^\n]/g, ''));
}
