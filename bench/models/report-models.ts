import { countBy, table } from '../replay/table.ts';
import type { Asked } from './ask-models.ts';
import type { NamedModel } from './named-models.ts';

/** Usable of named, for each provider. */
export function reportModels(named: readonly NamedModel[], asked: readonly Asked[]): string {
  const rows = countBy(named, ({ kind }) => kind).map(([kind, models]) => {
    const current = asked.filter((model) => model.kind === kind);
    const usable = current.filter(({ refusal }) => refusal === undefined).length;
    const without = (reason: NamedModel['leftOut']) => models.filter(({ leftOut }) => leftOut === reason).length;
    const percent = current.length === 0 ? '-' : `${((usable / current.length) * 100).toFixed(1)} %`;
    return [kind, current.length, usable, percent, without('retired'), without('no text')] as const;
  });
  return table(['provider', 'text models', 'usable', 'of them', 'retired', 'no text'], rows);
}

/** The models that were refused, by sentence. */
export function reportRefused(asked: readonly Asked[]): string {
  const refused = asked.filter(({ refusal }) => refusal !== undefined);
  if (refused.length === 0) return 'None.';
  return countBy(refused, ({ kind, model, refusal = '' }) => `${kind}: ${refusal.replaceAll(model, 'MODEL')}`)
    .map(([sentence, models]) => `${sentence}\n    ${models.map(({ model }) => model).join(', ')}`)
    .join('\n');
}
