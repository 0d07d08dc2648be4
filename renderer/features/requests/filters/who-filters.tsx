import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { StateView } from '../../../../shared/contract/views.ts';
import { useRead } from '../../../state/live/use-read.ts';
import { say } from '../../../strings/say.ts';
import { Select } from '../../../ui/form/select.tsx';
import { keyOptions, projectOptions, readProjects, withValue } from './filter-options.ts';
import type { RequestFilters } from './filters.ts';

/** What each group of filters has. */
export interface FiltersProps {
  readonly state: StateView;
  readonly filters: RequestFilters;
  onChange(changes: Partial<RequestFilters>): void;
}

/** Who asked: an agent, a sub-key, in a project. */
export function WhoFilters({ state, filters, onChange }: FiltersProps): ReactNode {
  const words = say.requests;
  const { data: spentIn } = useRead(readProjects);
  const projects = useMemo(() => projectOptions(state, spentIn ?? []), [state, spentIn]);
  return (
    <>
      <Select<string>
        label={words.agent}
        hidesLabel
        options={[
          { value: '', text: words.anyAgent },
          ...state.agents.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        value={filters.agent}
        // A sub-key of another agent would find nothing.
        onPick={(agent) => onChange({ agent, key: '' })}
      />
      <Select<string>
        label={words.subKey}
        hidesLabel
        options={[{ value: '', text: words.anySubKey }, ...keyOptions(state, filters)]}
        value={filters.key}
        onPick={(key) => onChange({ key })}
      />
      {(projects.length > 0 || filters.project !== '') && (
        <Select<string>
          label={words.project}
          hidesLabel
          options={[{ value: '', text: words.anyProject }, ...withValue(projects, filters.project)]}
          value={filters.project}
          onPick={(project) => onChange({ project })}
        />
      )}
    </>
  );
}
