import type { LineView } from '../../shared/contract/usage-views.ts';
import { PurserError } from '../../shared/errors.ts';
import { formatUsd } from '../../shared/money.ts';

/** What a template may name. */
const FIELDS: Readonly<Record<string, (line: LineView) => string>> = {
  today: ({ today }) => formatUsd(today),
  left: ({ left }) => formatUsd(left),
  pace: ({ pace }) => formatUsd(pace),
  running: ({ running }) => String(running),
  waiting: ({ waiting }) => String(waiting),
  state: stateText,
};

/** What is printed where no Purser runs: a status line has no room for a sentence. */
export const OFF = 'Purser is off';

/**
 * One line: `$1.20 today, $3.80 left, $2.20/h`, or a template with `{today}`, `{left}`, `{pace}`, `{running}`,
 * `{waiting}` and `{state}`. @throws PurserError `INVALID_INPUT` for a field that there is not
 */
export function lineText(line: LineView, template?: string): string {
  if (template === undefined) {
    const attention = line.state === 'fine' ? '' : `, ${stateText(line)}`;
    return `${formatUsd(line.today)} today, ${formatUsd(line.left)} left, ${formatUsd(line.pace)}/h${attention}`;
  }
  return template.replaceAll(/\{([^{}]*)\}/g, (_whole, name: string) => fieldOf(name)(line));
}

/** @throws PurserError `INVALID_INPUT` before anything is asked */
export function checkTemplate(template: string): void {
  for (const [, name = ''] of template.matchAll(/\{([^{}]*)\}/g)) fieldOf(name);
}

function fieldOf(name: string): (line: LineView) => string {
  const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  if (field) return field;
  const known = Object.keys(FIELDS).map((one) => `{${one}}`);
  throw new PurserError('INVALID_INPUT', `A status line has no {${name}}. There are: ${known.join(', ')}.`);
}

function stateText({ state, waiting }: LineView): string {
  switch (state) {
    case 'paused':
      return 'PAUSED';
    case 'waiting':
      return `${waiting} ${waiting === 1 ? 'waits' : 'wait'} for you`;
    case 'used-up':
      return 'used up';
    case 'fine':
      return 'ok';
  }
}
