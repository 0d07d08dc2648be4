/** Words that stand in nearly every English sentence, and in no German or Chinese one. */
const ENGLISH =
  /\b(?:the|of|is|are|and|to|with|from|has|have|this|that|its|not|for|be|or|at|when|which|no|you|your|must|it|does|cannot)\b/g;

/** Text that is the same in every language: commands, addresses, paths, and names in quotes. */
const SAME_EVERYWHERE = /`[^`]*`|https?:\/\/\S+|"[^"]*"|“[^”]*”|„[^“]*“|(?:purser|npx|npm) [a-z][^.。]*/g;

/** English words in a text; none where it is in another language. */
export function englishIn(text: string): readonly string[] {
  return text.replaceAll(SAME_EVERYWHERE, ' ').match(ENGLISH) ?? [];
}
