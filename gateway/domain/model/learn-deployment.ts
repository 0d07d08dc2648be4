import type { Deployments } from '../../../shared/providers/deployments.ts';
import { withoutDate } from '../policy/model-name.ts';

/** A deployment with this model may answer with any other one: it is held at the dearest of them. */
export const ROUTER = 'model-router';
/** An agent can name any deployment, so what is learned must have an end. */
const MOST_LEARNED = 500;
const MOST_BEFORE = 10;

/**
 * What is known of deployments once one of them has answered with a model. What a person has said stays. A deployment
 * may be given a newer model; one that goes back to a model it had before is a router, which chooses each time.
 * @returns undefined when that is nothing new
 */
export function learnDeployment(known: Deployments, deployment: string, served: string): Deployments | undefined {
  const model = withoutDate(served);
  const before = Object.hasOwn(known, deployment) ? known[deployment] : undefined;
  if (!before) {
    const isPlain = model === deployment || mayRoute(deployment) || Object.keys(known).length >= MOST_LEARNED;
    return isPlain ? undefined : { ...known, [deployment]: { model, learned: true } };
  }
  if (!before.learned || before.model === ROUTER || before.model === model) return undefined;
  const was = [...(before.was ?? []), before.model].slice(-MOST_BEFORE);
  const isRouter = before.was?.includes(model) === true;
  return { ...known, [deployment]: isRouter ? { model: ROUTER, learned: true } : { model, learned: true, was } };
}

/** True for names that people give a deployment of the router, whose answers tell only which model it chose. */
export function mayRoute(deployment: string): boolean {
  return deployment === 'auto' || /router/i.test(deployment);
}

/** The model behind a deployment; undefined where nobody knows it. */
export function modelBehind(deployments: Deployments | null | undefined, deployment: string): string | undefined {
  return deployments && Object.hasOwn(deployments, deployment) ? deployments[deployment]?.model : undefined;
}
