/** Exact names of models, with a space between them, and the fact that all of them share. */
export type ModelRow<Fact> = readonly [models: string, fact: Fact];

/** The end of a name that means a version of the model before it: the date of a snapshot, or the newest of them. */
const SNAPSHOT = /(?:-20\d{2}-\d{2}-\d{2}|[-@]20\d{6}|-latest)$/;

/**
 * Looks for a model by its exact name, then by its name without the date of a snapshot; never by the beginning of
 * another model's name. Large and small letters are one, as they are in the price library.
 */
export function modelTable<Fact>(rows: readonly ModelRow<Fact>[]): (model: string) => Fact | undefined {
  const known = new Map(rows.flatMap(([models, fact]) => namesIn(models).map((model) => [model, fact] as const)));
  return (model) => {
    const name = model.toLowerCase();
    return known.get(name) ?? known.get(name.replace(SNAPSHOT, ''));
  };
}

function namesIn(models: string): readonly string[] {
  return models.toLowerCase().split(' ');
}
