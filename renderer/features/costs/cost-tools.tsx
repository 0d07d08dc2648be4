import type { ReactNode } from 'react';
import { COST_GROUPS, COST_RANGES } from '../../../shared/contract/cost-views.ts';
import type { CostGroup, CostRange, CostsView } from '../../../shared/contract/cost-views.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { agentIdSchema } from '../../../shared/ids.ts';
import { isoDay } from '../../state/time-and-money/iso-time.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { saveFile } from '../../ui/file/save-file.ts';
import { RangePicker } from '../../ui/form/range-picker.tsx';
import { Segmented } from '../../ui/form/segmented.tsx';
import { Select } from '../../ui/form/select.tsx';
import { ColumnMenu } from './column-menu.tsx';
import type { CostChoice, Days } from './cost-address.ts';
import { shownColumns } from './cost-columns.ts';
import { costCsv } from './cost-csv.ts';
import { sortRows } from './sort-rows.ts';

interface CostToolsProps {
  readonly state: StateView;
  readonly choice: CostChoice;
  readonly view: CostsView | undefined;
  /** The gateway's own day. */
  readonly today: string | undefined;
  onChange(changes: Partial<CostChoice>): void;
}

const OWN = 'own';

/** By what, from when to when, whose, which columns; and the table as a file. */
export function CostTools({ state, choice, view, today, onChange }: CostToolsProps): ReactNode {
  const words = say.costs;
  const { timeZone } = state.gateway;
  const days = choice.days ?? daysOf(view, timeZone);
  const ranges = COST_RANGES.map((value) => ({ value, text: words.ranges[value] }));
  return (
    <div className="cost-tools">
      <Segmented<CostGroup>
        label={words.groupedBy}
        options={COST_GROUPS.map((value) => ({ value, text: words.groups[value] }))}
        value={choice.by}
        onPick={(by) => onChange({ by })}
      />
      <div className="cost-which">
        <Select<CostRange | typeof OWN>
          label={words.range}
          hidesLabel
          options={choice.days === undefined ? ranges : [...ranges, { value: OWN, text: words.ownDates }]}
          value={choice.days === undefined ? choice.range : OWN}
          onPick={(range) => {
            if (range !== OWN) onChange({ range, days: undefined });
          }}
        />
        <RangePicker days={days} today={today} onPick={(picked) => onChange({ days: picked })} />
        <Select
          label={words.agent}
          hidesLabel
          options={[
            { value: '', text: words.anyAgent },
            ...state.agents.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          value={choice.agent ?? ''}
          onPick={(id) => onChange({ agent: agentIdSchema.safeParse(id).data })}
        />
      </div>
      <span className="cost-exports">
        <ColumnMenu choice={choice} onPick={(columns) => onChange({ columns })} />
        <Button
          kind="quiet"
          icon="download"
          aria-label={words.exportCsv}
          title={words.exportCsv}
          disabled={view === undefined}
          onClick={() => {
            if (view !== undefined) save(view, choice, timeZone);
          }}
        >
          {words.csvFile}
        </Button>
      </span>
    </div>
  );
}

function save(view: CostsView, choice: CostChoice, timeZone: string): void {
  const file = costCsv(view, sortRows(view.rows, choice.sort), shownColumns(choice), timeZone);
  const { since, until } = daysOf(view, timeZone) ?? { since: 'all', until: isoDay(view.to - 1, timeZone) };
  saveFile(`purser-costs-by-${view.by}-${since}-to-${until}.csv`, new Blob([file], { type: 'text/csv' }));
}

/** The days of the table; undefined when it has everything. */
function daysOf(view: CostsView | undefined, timeZone: string): Days | undefined {
  if (view === undefined || view.from === 0) return undefined;
  return { since: isoDay(view.from, timeZone), until: isoDay(view.to - 1, timeZone) };
}
