import type { Deployments } from '../../../shared/providers/deployments.ts';
import { withoutDate } from '../policy/model-name.ts';

/** A deployment with this model may answer with any other one: it is held at the dearest of them. */
export const ROUTER = 'model-router';
/** An agent can name any deployment, so what is learned must have an end. */
const MOST_LEARNED = 500;

/**
 * What is known of deployments once one of them has answered with a model. What a person has said stays. One that
 * answers with several models is taken for a router.
 * @returns undefined when that is nothing new
 */
export function learnDeployment(known: Deployments, deployment: string, served: string): Deployments | undefined {
  const model = withoutDate(served);
  const before = Object.hasOwn(known, deployment) ? known[deployment] : undefined;
  if (!before && (model === deployment || mayRoute(deployment))) return undefined;
  if (before?.learned === false || before?.model === ROUTER || before?.model === model) return undefined;
  if (!before && Object.keys(known).length >= MOST_LEARNED) return undefined;
  return { ...known, [deployment]: { model: before ? ROUTER : model, learned: true } };
}

/** True for names that people give a deployment of the router, whose answers tell only which model it chose. */
export function mayRoute(deployment: string): boolean {
  return deployment === 'auto' || /router/i.test(deployment);
}

/** The model behind a deployment; undefined where nobody knows it. */
export function modelBehind(deployments: Deployments | null | undefined, deployment: string): string | undefined {
  return deployments && Object.hasOwn(deployments, deployment) ? deployments[deployment]?.model : undefined;
}
