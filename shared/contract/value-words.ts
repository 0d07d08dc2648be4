/** What is said of a value that a call refuses: which values it takes. */
export const VALUE_WORDS = {
  amount: 'Enter an amount above $0.',
  baseUrl: 'A base URL begins with https:// or http://, such as https://api.openai.com/v1.',
  grace: 'The old secret can go on working for at most 90 days, such as 24h or 7d.',
  keyLength: 'A provider key has at most 4096 characters. Was something else pasted?',
  model: 'Enter the name of the model.',
  modelLength: 'A model name has at most 200 characters.',
  projectFolder: 'A project folder is a full path of at most 4096 characters.',
  tokenTime: 'A token works for 1 minute to 24 hours, such as 30m or 8h.',
} as const;
