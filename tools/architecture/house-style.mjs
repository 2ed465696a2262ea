/** What the house style asks of a source file and a machine can see: width, head comment, words. */

const WIDTH = 110;

/** Words that our language avoids, each with what to write instead. Whole words, in comments and in texts. */
const WORDS = [
  [/\b([Hh]e|[Ss]he|[Hh]is|[Hh]im)\b/, "a person is 'they'"],
  [/\bwhoever\b/i, "name the role: 'an agent who ...', 'the person who ...'"],
  [/\bin hand\b/i, "say where it is: 'claimed', 'in progress'"],
  [/\bby hand\b/i, "'manually', or who does it"],
  [/\bfor ever\b/i, "'without end', 'never'"],
  [/\bfrom the books\b/i, "'from the counts'"],
  [/\bsits? down\b/i, "'logs in'"],
  [/\bgo(es)? home\b/i, "'logs out'"],
];

/** In comments alone: the texts of the law, in which they stand too, are part of its version. */
const WORDS_OF_COMMENTS = [
  [/(?<!\bthere )\bis no (?!longer|such|more|less|better|one\b)/i, "'is not a ...'"],
];

/**
 * Problems of one source file.
 *
 * @param {string} text
 * @returns {{ line: number, what: string, instead: string }[]} line from 1
 */
export function styleProblems(text) {
  const lines = text.split('\n');
  const problems = [];
  if (!/^(#!.*\n)?\/\*\*/.test(text))
    problems.push({
      line: 1,
      what: 'no head comment',
      instead: 'say in one to three sentences, above the imports, what the file holds and why it is there',
    });
  for (const [index, line] of lines.entries()) {
    if (line.length > WIDTH && !/https?:\/\//.test(line))
      problems.push({
        line: index + 1,
        what: `${line.length} characters`,
        instead: `keep lines to ${WIDTH}: break a text at a phrase`,
      });
    const avoided = proseOf(line).find(([pattern]) => pattern !== null);
    if (avoided) problems.push({ line: index + 1, what: `'${avoided[1]}'`, instead: avoided[2] });
  }
  return problems;
}

/** Words of a line that its comment or its texts should not use. */
function proseOf(line) {
  const comment = /^\s*(\/\/|\/?\*)/.test(line);
  const prose = comment
    ? line
    : [...line.matchAll(/'[^']*'|"[^"]*"|`[^`]*`/g)].map(([text]) => text).join(' ');
  if (prose === '' || (!comment && !/ /.test(prose))) return [];
  return [...WORDS, ...(comment ? WORDS_OF_COMMENTS : [])].flatMap(([pattern, instead]) => {
    const found = pattern.exec(prose);
    return found ? [[pattern, found[0], instead]] : [];
  });
}
