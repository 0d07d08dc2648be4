/** The person's own prices of models. */
export const prices = {
  title: 'Your prices',
  set: 'Set a price',
  table: 'Table of your prices',
  model: 'Model',
  provider: 'Provider',
  everyProvider: 'Every provider',
  providerHint: 'The same name may cost something else elsewhere.',
  input: 'Input',
  output: 'Output',
  cacheRead: 'Cache read',
  cacheWrite: 'Cache write',
  changes: 'Change',
  asInput: 'as input',
  change: 'Change',
  changePriceOf: (model: string) => `Change the price of ${model}`,
  remove: 'Remove',
  removePriceOf: (model: string) => `Remove the price of ${model}`,
  removed: (model: string) => `Your price of ${model} is removed.`,
  none: 'None set.',
  means:
    'In dollars per million tokens. Models without a price of yours cost what the published price list says; one ' +
    'that it does not know is refused until you set a price, or allow it at the dearest price of its provider.',

  assumed: 'assumed',
  assumedHint: 'Nobody knows what this model costs: the dearest price known at its provider counts.',
  allow: (model: string) => `Allow ${model} at the dearest price there`,
  allowed: (model: string, input: string, output: string) =>
    `${model} is counted at ${input} in and ${output} out per million tokens, marked as assumed.`,

  published: 'Published prices',
  cameWithPurser: 'Those that came with Purser are in use.',
  fetched: (moment: string) => `In use since ${moment}.`,
  dailyLook: 'Look once a day whether prices changed',
  dailyLookIs: { on: 'Look daily', off: 'Do not look' },
  notLookedYet: 'Not checked yet.',
  lookedAt: (moment: string) => `Last checked ${moment}.`,
  lookedAtPartly: (moment: string, names: readonly string[]) =>
    `Last checked ${moment}; ${names.join(' and ')} could not be reached.`,

  priceOf: (model: string) => `Price of ${model}`,
  modelExample: 'my-model',
  modelHint: 'As the tool names it.',
  worksFrom: 'Dollars per million tokens. It works from the next request on; what was settled keeps the price it had.',
  save: 'Save price',
  noModel: 'Which model is it? Write its name as the tool sends it.',
  noAmounts: 'Input and output need a price. It may be 0.',
  noAmount: (typed: string) => `“${typed}” is no amount of dollars. Type it like 2.50.`,
};
