import { useCallback } from 'react';
import type { ReactNode } from 'react';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { CERTAINTIES, OUTCOMES } from '../../../shared/contract/views.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { useRead } from '../../state/live/use-read.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/form/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Select } from '../../ui/form/select.tsx';
import { NO_FILTERS } from './filters.ts';
import type { RequestFilters } from './filters.ts';
import { plainText } from '../../state/words/plain-text.ts';

interface FilterBarProps {
  readonly state: StateView;
  readonly filters: RequestFilters;
  onFilters(filters: RequestFilters): void;
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

const readModels = async (gateway: GatewayClient): Promise<readonly string[]> => {
  const { points } = await gateway.usage.series({ range: 'year', by: 'model' });
  return [...new Set(points.map(({ group }) => group))].toSorted();
};

/**
 * Everything a request can be found by. A session has no list to choose from: it comes with a link, and is taken away
 * here.
 */
export function FilterBar({ state, filters, onFilters }: FilterBarProps): ReactNode {
  const words = say.requests;
  const { data: models = [] } = useRead(readModels);
  const change = useCallback(
    (changes: Partial<RequestFilters>) => onFilters({ ...filters, ...changes }),
    [filters, onFilters],
  );
  const any = (text: string): Choice => ({ value: '', text });
  const same = (values: readonly string[]): readonly Choice[] => values.map((value) => ({ value, text: value }));
  const isSet = Object.values(filters).some((value) => value !== '');
  const { session } = filters;
  return (
    <search className="filter-bar">
      <Field
        label={words.search}
        hidesLabel
        type="search"
        placeholder={words.searchHint}
        value={filters.text}
        onText={(text) => change({ text })}
      />
      <Select
        label={words.agent}
        hidesLabel
        options={[any(words.anyAgent), ...state.agents.map(({ id, name }) => ({ value: id, text: name }))]}
        value={filters.agent}
        onPick={(agent) => change({ agent })}
      />
      <Select
        label={words.provider}
        hidesLabel
        options={[any(words.anyProvider), ...same(state.providers.map(({ name }) => name))]}
        value={filters.provider}
        onPick={(provider) => change({ provider })}
      />
      <Select
        label={words.model}
        hidesLabel
        options={[any(words.anyModel), ...same(models)]}
        value={filters.model}
        onPick={(model) => change({ model })}
      />
      <Select
        label={words.outcome}
        hidesLabel
        options={[any(words.anyOutcome), ...OUTCOMES.map((value) => ({ value, text: words.outcomes[value] }))]}
        value={filters.outcome}
        onPick={(outcome) => change({ outcome })}
      />
      <Select
        label={words.certainty}
        hidesLabel
        options={[any(words.anyCertainty), ...CERTAINTIES.map((value) => ({ value, text: words.costs[value] }))]}
        value={filters.certainty}
        onPick={(certainty) => change({ certainty })}
      />
      {session !== '' && (
        <button
          type="button"
          className="filter-session"
          aria-label={words.leaveSession(session)}
          title={plainText(session)}
          onClick={() => change({ session: '' })}
        >
          <span>{words.ofSession(session)}</span>
          <Icon name="close" />
        </button>
      )}
      {isSet && (
        <Button kind="quiet" onClick={() => onFilters(NO_FILTERS)}>
          {words.clear}
        </Button>
      )}
    </search>
  );
}
