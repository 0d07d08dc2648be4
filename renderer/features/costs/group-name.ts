import type { CostGroup, CostRow } from '../../../shared/contract/cost-views.ts';
import { say } from '../../strings/say.ts';

/** How a row is called: what is in no project or conversation is called so. */
export function groupName(by: CostGroup, { id, name }: Pick<CostRow, 'id' | 'name'>): string {
  if (id !== '') return name;
  return by === 'project' ? say.costs.noProject : by === 'session' ? say.costs.noSession : say.costs.noName;
}
