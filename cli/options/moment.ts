/**
 * A point in time as people here write it. Marks of direction that some languages put between its parts are left out: a
 * terminal shows the parts as they come.
 * @param at epoch milliseconds
 */
export function moment(at: number): string {
  return new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }).replace(/\p{Cf}/gu, '');
}
