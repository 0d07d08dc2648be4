import { useCallback } from 'react';
import type { ReactNode } from 'react';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { CERTAINTIES, OUTCOMES } from '../../../shared/contract/views.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { useRead } from '../../state/use-read.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { NO_FILTERS } from './filters.ts';
import type { RequestFilters } from './filters.ts';
import { CERTAINTY_TEXT, OUTCOME_TEXT } from './words.ts';

interface FilterBarProps {
  readonly state: StateView;
  readonly filters: RequestFilters;
  onFilters(filters: RequestFilters): void;
}

const readModels = async (gateway: GatewayClient): Promise<readonly string[]> => {
  const { points } = await gateway.usage.series({ range: 'year', by: 'model' });
  return [...new Set(points.map(({ group }) => group))].toSorted();
};

/** Everything a request can be found by. */
export function FilterBar({ state, filters, onFilters }: FilterBarProps): ReactNode {
  const { data: models = [] } = useRead(readModels);
  const change = useCallback((changes: Partial<RequestFilters>) => onFilters({ ...filters, ...changes }), [filters, onFilters]);
  const any = (text: string): { readonly value: string; readonly text: string } => ({ value: '', text });
  const same = (values: readonly string[]): readonly { readonly value: string; readonly text: string }[] => values.map((value) => ({ value, text: value }));
  const isSet = Object.values(filters).some((value) => value !== '');
  return (
    <search className="filter-bar">
      <Field label="Search" hidesLabel type="search" placeholder="Agent, model, provider or request id" value={filters.text} onText={(text) => change({ text })} />
      <Select label="Agent" hidesLabel options={[any('All agents'), ...state.agents.map(({ id, name }) => ({ value: id, text: name }))]} value={filters.agent} onPick={(agent) => change({ agent })} />
      <Select label="Provider" hidesLabel options={[any('All providers'), ...same(state.providers.map(({ name }) => name))]} value={filters.provider} onPick={(provider) => change({ provider })} />
      <Select label="Model" hidesLabel options={[any('All models'), ...same(models)]} value={filters.model} onPick={(model) => change({ model })} />
      <Select label="Outcome" hidesLabel options={[any('Any outcome'), ...OUTCOMES.map((value) => ({ value, text: OUTCOME_TEXT[value] }))]} value={filters.outcome} onPick={(outcome) => change({ outcome })} />
      <Select label="Cost is" hidesLabel options={[any('Any certainty'), ...CERTAINTIES.map((value) => ({ value, text: CERTAINTY_TEXT[value] }))]} value={filters.certainty} onPick={(certainty) => change({ certainty })} />
      {isSet && (
        <Button kind="quiet" onClick={() => onFilters(NO_FILTERS)}>
          Clear
        </Button>
      )}
    </search>
  );
}
