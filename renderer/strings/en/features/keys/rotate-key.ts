/** A new secret for a sub-key. */
export const rotateKey = {
  title: (hint: string, agent: string) => `Rotate …${hint} of ${agent}`,
  what: 'The sub-key gets a new secret. Its caps, its rules and what it spent stay the same.',
  question: 'The old secret still works for',
  choices: { now: 'Not at all', hour: '1 hour', day: '24 hours', week: '7 days' },
  refusedUntil: 'The tool is refused until it has the new secret.',
  timeToChange: 'Give the tool the new secret before then. If it keeps using the old one, the Agents page says so.',
  rotate: 'Rotate',
  newTitle: (agent: string) => `New secret for ${agent}`,
  stopped: 'Same caps, same spend, new secret. The old secret has stopped working.',
  worksUntil: (moment: string) => `Same caps, same spend, new secret. The old secret works until ${moment}.`,
};
