import { useState } from 'react';
import type { ReactNode } from 'react';
import type { StateView } from '../../../shared/contract/views.ts';
import { agentColors } from '../../state/chart/agent-colors.ts';
import { useNow } from '../../state/time-and-money/use-now.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { useDialogs } from '../../ui/dialogs.ts';
import { Field } from '../../ui/form/field.tsx';
import { Segmented } from '../../ui/form/segmented.tsx';
import { Select } from '../../ui/form/select.tsx';
import { KeyLine } from './key-line.tsx';
import { shownKeys, SHOWS, SORTS } from './shown-keys.ts';
import type { KeyChoice } from './shown-keys.ts';
import './sub-keys.css';

/** Rows at first, and more with each press: `purser run` makes a sub-key each time. */
const PAGE = 50;

/** Every sub-key, those that work and those that ended: found, sorted, and what became of each. */
export function SubKeysPanel({ state }: { readonly state: StateView }): ReactNode {
  const words = say.subKeys;
  const dialogs = useDialogs();
  const now = useNow(10_000);
  const [choice, setChoice] = useState<KeyChoice>({ show: 'live', sort: 'used', text: '' });
  const [most, setMost] = useState(PAGE);
  const change = (changes: Partial<KeyChoice>): void => setChoice({ ...choice, ...changes });
  const found = shownKeys(state.keys, choice);
  const colors = agentColors(state.agents);
  const agents = new Map(state.agents.map((agent) => [agent.id, agent]));
  if (state.keys.length === 0)
    return (
      <div className="empty">
        <p className="soft">{words.none}</p>
        <Button kind="primary" icon="plus" onClick={() => dialogs.open({ kind: 'issue-key' })}>
          {say.shell.issueSubKey}
        </Button>
      </div>
    );
  return (
    <section aria-label={words.title}>
      <search className="keys-bar">
        <Segmented
          label={words.show}
          options={SHOWS.map((value) => ({ value, text: words.shows[value] }))}
          value={choice.show}
          onPick={(show) => change({ show })}
        />
        <Field
          label={words.search}
          hidesLabel
          type="search"
          placeholder={words.searchHint}
          value={choice.text}
          onText={(text) => change({ text })}
        />
        <Select
          label={words.sort}
          hidesLabel
          options={SORTS.map((value) => ({ value, text: `${words.sort}: ${words.sorts[value]}` }))}
          value={choice.sort}
          onPick={(sort) => change({ sort })}
        />
        <span className="faint number keys-count">{words.found(found.length)}</span>
      </search>
      {found.length === 0 ? (
        <p className="soft keys-none">{words.noMatch}</p>
      ) : (
        <div role="table" aria-label={words.title} className="keys-table">
          <div role="row" className="key-line key-head">
            {Object.entries(words.columns).map(([name, text]) => (
              <span key={name} role="columnheader" className={`key-${name}`}>
                {text}
              </span>
            ))}
            <span role="columnheader" className="key-more">
              <span className="visually-hidden">{words.actions}</span>
            </span>
          </div>
          {found.slice(0, most).map((key) => (
            <KeyLine
              key={key.id}
              subKey={key}
              agent={agents.get(key.agentId)}
              color={colors.get(key.agentId)}
              now={now}
              timeZone={state.gateway.timeZone}
            />
          ))}
        </div>
      )}
      {found.length > most && (
        <Button kind="quiet" onClick={() => setMost(most + PAGE)}>
          {words.more}
        </Button>
      )}
    </section>
  );
}
