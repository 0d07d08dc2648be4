import { Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { calendarDaySchema, COST_GROUPS } from '../../../shared/contract/cost-views.ts';
import type { CostsQuery, CostsView } from '../../../shared/contract/cost-views.ts';
import { PurserError } from '../../../shared/errors.ts';
import { action } from '../../context.ts';
import { figuresTable, roomForNames } from '../../screen/figures-table.ts';
import { screenWidth } from '../../screen/screen-width.ts';
import { print } from '../../screen/output.ts';
import { lines } from '../../screen/screen-text.ts';
import type { ScreenText } from '../../screen/screen-text.ts';
import { showDays } from './show-days.ts';
import { USAGE_COLUMNS, usageCell, USUAL_COLUMNS } from './usage-columns.ts';
import type { UsageColumn } from './usage-columns.ts';

const GROUPS = [...COST_GROUPS, 'day'] as const;

const optionsSchema = z.object({
  by: z.enum(GROUPS),
  since: z.string().optional(),
  until: z.string().optional(),
  today: z.boolean().optional(),
  all: z.boolean().optional(),
  columns: z.string().optional(),
});

/** Gives `purser usage` its options and its work. */
export function makeUsageCommand(usage: Command): Command {
  return usage
    .description('what was used and spent: the last 30 days, unless you say which')
    .addOption(new Option('--by <group>', 'a row for each').choices(GROUPS).default('agent'))
    .option('--since <day>', 'from this day on, such as 2026-11-01')
    .option('--until <day>', 'up to the end of this day')
    .option('--today', 'today only')
    .option('--all', 'everything there ever was')
    .option('--columns <names>', `which, separated by commas: ${USAGE_COLUMNS.join(', ')}`)
    .action(
      action(async (context, command) => {
        const options = optionsSchema.parse(command.opts());
        const days = daysOf(options);
        const columns = columnsOf(options.columns);
        if (options.by === 'day') return showDays(context, days);
        const query: CostsQuery = { by: options.by, ...days };
        const [costs, { timeZone }] = await context.ask((gateway) =>
          Promise.all([gateway.usage.costs(query), gateway.status()]),
        );
        // `group` is what scripts know the rows by.
        const document = { ...costs, rows: costs.rows.map((row) => ({ group: row.name, ...row })) };
        const isNew = costs.rows.length === 0 && (await context.ask((gateway) => gateway.usage.month())).first === null;
        print(
          context,
          document,
          isNew ? 'Nothing was spent yet. Requests count here when they finish.' : describe(costs, timeZone, columns),
        );
      }),
    );
}

function describe(costs: CostsView, timeZone: string, columns: readonly UsageColumn[]): string | ScreenText {
  const { by, rows, others, total } = costs;
  const stretch = stretchText(costs, timeZone);
  if (rows.length === 0) return `${stretch}: nothing was spent. Everything there ever was: purser usage --all`;
  const withAgent = by === 'key' || by === 'session';
  const tableOf = (isShort: boolean): readonly (readonly string[])[] => [
    [by.toUpperCase(), ...columns.map((column) => column.toUpperCase())],
    ...rows.map((row) => [
      nameOf(row.id, row.name, by) + (withAgent && row.agent !== null ? ` (${row.agent})` : ''),
      ...columns.map((column) => usageCell(column, row, isShort)),
    ]),
    ...(others === null
      ? []
      : [[`${others.groups} others`, ...columns.map((column) => usageCell(column, others, isShort))]]),
    ['Total', ...columns.map((column) => usageCell(column, total, isShort))],
  ];
  const width = screenWidth();
  const longest = Math.max(...rows.map(({ name }) => name.length));
  const long = tableOf(false);
  const isTight = roomForNames(long, width) < Math.min(longest, NAME_ROOM);
  return lines(stretch, '', figuresTable(isTight ? tableOf(true) : long, width));
}

/** Tokens are shortened before a name is cut to less than this. */
const NAME_ROOM = 26;

function nameOf(id: string, name: string, by: CostsView['by']): string {
  if (id !== '') return name;
  return by === 'project' ? 'no project' : by === 'session' ? 'no conversation' : 'no name';
}

/** `2026-11-01 to 2026-11-30 (Europe/Berlin)`, on the gateway's own calendar. */
function stretchText({ from, to }: CostsView, timeZone: string): string {
  const dayOf = (at: number): string =>
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
  const [first, last] = [dayOf(from), dayOf(to - 1)];
  if (from === 0) return `Up to ${last} (${timeZone})`;
  return `${first === last ? first : `${first} to ${last}`} (${timeZone})`;
}

function daysOf({ since, until, today, all }: z.infer<typeof optionsSchema>): Omit<CostsQuery, 'by'> {
  const given = [since ?? until, today, all].filter((option) => option !== undefined);
  if (given.length > 1) throw new PurserError('INVALID_INPUT', 'Choose one of --today, --all, or --since and --until.');
  if (today === true) return { range: 'today' };
  if (all === true) return { range: 'all' };
  if (since === undefined && until === undefined) return { range: '30-days' };
  for (const day of [since, until]) {
    if (day !== undefined && !calendarDaySchema.safeParse(day).success)
      throw new PurserError('INVALID_INPUT', `"${day}" is not a day. Write it as YYYY-MM-DD, such as 2026-11-01.`);
  }
  if (since !== undefined && until !== undefined && since > until)
    throw new PurserError('INVALID_INPUT', `--until ${until} is before --since ${since}.`);
  return { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
}

function columnsOf(text: string | undefined): readonly UsageColumn[] {
  if (text === undefined) return USUAL_COLUMNS;
  return text.split(',').map((name) => {
    const column = USAGE_COLUMNS.find((one) => one === name.trim().toLowerCase());
    if (column === undefined)
      throw new PurserError(
        'INVALID_INPUT',
        `There is no column "${name.trim()}". There are: ${USAGE_COLUMNS.join(', ')}.`,
      );
    return column;
  });
}
