import type { GatewayClient } from '../../../../shared/contract/contract.ts';
import type { StateView } from '../../../../shared/contract/views.ts';
import { say } from '../../../strings/say.ts';
import type { RequestFilters } from './filters.ts';

interface Choice {
  readonly value: string;
  readonly text: string;
}

const groupsOf =
  (by: 'model' | 'project' | 'provider') =>
  async (gateway: GatewayClient): Promise<readonly string[]> => {
    const { points } = await gateway.usage.series({ range: 'year', by });
    return [...new Set(points.map(({ group }) => group))].toSorted();
  };

/** Models that something was spent on within a year, where, and folders that it was spent in. */
export const readModels = groupsOf('model');
export const readProviders = groupsOf('provider');
export const readProjects = groupsOf('project');

/** The sub-keys of the chosen agent, or of all: those in use first, revoked ones for what they once did. */
export function keyOptions({ keys }: StateView, { agent, key }: RequestFilters): readonly Choice[] {
  const offered = keys.filter(({ agentId, id }) => agent === '' || agentId === agent || id === key);
  const inUse = offered.filter(({ state }) => state !== 'revoked');
  const revoked = offered.filter(({ state }) => state === 'revoked');
  return [
    ...inUse.map(({ id, hint, agent: name }) => ({ value: id, text: say.requests.subKeyOf(hint, name) })),
    ...revoked.map(({ id, hint, agent: name }) => ({ value: id, text: say.requests.revokedKeyOf(hint, name) })),
  ];
}

/** Folders that sub-keys are for, and repositories in which something was spent: by their last name, where that is enough. */
export function projectOptions({ keys }: StateView, spentIn: readonly string[]): readonly Choice[] {
  const folders = [...new Set([...keys.map(({ project }) => project ?? ''), ...spentIn])].filter((one) => one !== '');
  const nameOf = (folder: string): string => folder.split(/[/\\]/).findLast((part) => part !== '') ?? folder;
  return folders
    .map((folder) => {
      const isAlone = folders.every((other) => other === folder || nameOf(other) !== nameOf(folder));
      return { value: folder, text: isAlone ? nameOf(folder) : folder };
    })
    .toSorted((left, right) => left.text.localeCompare(right.text));
}

/** An address may name what is offered no longer: it stays to be seen. */
export function withValue(options: readonly Choice[], value: string): readonly Choice[] {
  const isThere = value === '' || options.some((option) => option.value === value);
  return isThere ? options : [...options, { value, text: value }];
}
