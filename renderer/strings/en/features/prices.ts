/** The person's own prices of models. */
export const prices = {
  title: 'Your prices',
  set: 'Set a price',
  table: 'Table of your prices',
  model: 'Model',
  provider: 'Provider',
  everyProvider: 'Every provider',
  providerHint: 'The same model may cost something else at another provider.',
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
  removed: (model: string) => `Removed your price of ${model}.`,
  none: 'None set.',
  means:
    'In dollars per million tokens. Models that you have not priced use the published price. A model without one is ' +
    'refused until you set its price, or allow it at the dearest price of its family.',

  assumed: 'assumed',
  assumedHint:
    'Nobody knows what this model costs, so until somebody does it counts at the dearest price of its family.',
  allow: (model: string) => `Allow ${model} at the dearest price of its family`,
  allowed: (model: string, input: string, output: string) =>
    `${model} is counted at ${input} in and ${output} out per million tokens, marked as assumed.`,

  published: 'Published prices',
  cameWithPurser: 'Using the prices that came with Purser.',
  fetched: (moment: string) => `Using the prices fetched ${moment}.`,
  dailyLook: 'Check once a day whether prices changed',
  dailyLookIs: { on: 'Check daily', off: 'Never check' },
  notLookedYet: 'Not checked yet.',
  lookedAt: (moment: string) => `Last checked ${moment}.`,
  lookedAtPartly: (moment: string, names: readonly string[]) =>
    `Last checked ${moment}; ${names.join(' and ')} could not be reached.`,

  priceOf: (model: string) => `Price of ${model}`,
  modelExample: 'my-model',
  modelHint: 'The name that the tool sends.',
  worksFrom: 'Dollars per million tokens. Applies from the next request on; earlier requests keep their price.',
  save: 'Save price',
  noModel: 'Enter the model, by the name that the tool sends.',
  noAmounts: 'Enter a price for input and output. It may be 0.',
  noAmount: 'Enter a price of $0 or more, such as 2.50.',
};
