/**
 * The page and the picture of a call's life, drawn from the table of stages and moves. Pure: tables in, text
 * out.
 */

const BOX = { width: 116, height: 34 };
const ROW = 62;
const TOP = 28;

/** Where each stage stands in the picture: column (0 left, 1 middle, 2 right) and row. */
const PLACES = {
  start: [1, 0],
  opening: [1, 1],
  dialing: [1, 2],
  ringing: [1, 3],
  detecting: [1, 4],
  waiting: [1, 5],
  connecting: [1, 6],
  connected: [1, 7],
  'wrap-up': [1, 8],
  closing: [1, 9],
  end: [1, 10],
  adopting: [0, 2],
  arriving: [2, 2],
  queued: [2, 3],
  joined: [2, 4],
  'in-flow': [0, 5],
  ending: [2, 5],
};
const COLUMNS = [96, 330, 600];

/**
 * The page docs/concepts/call-life.md.
 *
 * @param {{ stages: readonly string[], meanings: Record<string, { means: string, onLine: boolean }>,
 *   moves: readonly { from: string, to: string, when: string, by: readonly string[] }[] }} table
 */
export function renderPage({ stages, meanings, moves }) {
  const stageRows = stages.map((stage) => {
    const { means, onLine } = meanings[stage];
    return `| ${stage} | ${means} | ${onLine ? 'yes' : 'no'} |`;
  });
  const moveRows = moves.map(
    ({ from, to, when, by }) =>
      `| ${from} | ${to} | ${when} | ${by.map((cause) => `\`${cause}\``).join(' ')} |`,
  );
  return [
    '# The life of a call',
    '',
    '<!-- Generated from packages/core/src/campaign/call/moves.ts by packages/core/tools/generate-call-life.mjs. -->',
    '',
    'A call is in one stage at a time. The table below holds every move that is allowed and what causes it. A call',
    'that makes another move breaks an invariant: the campaign stops dialing, and live calls end in their own time.',
    '',
    '![Stages of a call and the moves between them](../images/call-life.svg)',
    '',
    '## Stages',
    '',
    '| stage | what it means | occupies a line |',
    '|---|---|---|',
    ...stageRows,
    '',
    '## Moves',
    '',
    'A cause is the fact that arrived or the timer that fired. `settling` is the step after every fact, in which due',
    'calls are placed and waiting calls get the agents who are free. *start* and *end* stand for "no call yet" and',
    '"the journal has everything".',
    '',
    '| from | to | when | caused by |',
    '|---|---|---|---|',
    ...moveRows,
    '',
    'What an outcome means to the lead, the pacer and the compliance module is in one table, ' +
      '`OUTCOMES` of `@outdial/core`.',
    '',
  ].join('\n');
}

/**
 * The picture docs/images/call-life.svg.
 *
 * @param {{ stages: readonly string[], moves: readonly { from: string, to: string }[] }} table
 */
export function renderPicture({ stages, moves }) {
  const names = ['start', ...stages, 'end'];
  const height = TOP + 10 * ROW + BOX.height + 20;
  const width = COLUMNS[2] + BOX.width / 2 + 20;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    '  font-family="system-ui, sans-serif" font-size="14">',
    '<title>Stages of a call and the moves between them</title>',
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">',
    '  <path d="M0 0 L8 4 L0 8 z" fill="#5a6472"/></marker></defs>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...moves.map(drawMove),
    ...names.map(drawStage),
    '</svg>',
    '',
  ].join('\n');
}

function centre(stage) {
  const place = PLACES[stage];
  if (!place) throw new Error(`the picture of a call's life has no place for the stage '${stage}'`);
  return { x: COLUMNS[place[0]], y: TOP + place[1] * ROW + BOX.height / 2, column: place[0], row: place[1] };
}

function drawStage(stage) {
  const { x, y } = centre(stage);
  const isTerminal = stage === 'start' || stage === 'end';
  const fill = isTerminal ? '#ffffff' : '#eef3fa';
  const radius = isTerminal ? BOX.height / 2 : 6;
  return (
    `<g><rect x="${x - BOX.width / 2}" y="${y - BOX.height / 2}" width="${BOX.width}" height="${BOX.height}"` +
    ` rx="${radius}" fill="${fill}" stroke="#2f4f7f"/>` +
    `<text x="${x}" y="${y + 5}" text-anchor="middle" fill="#1b2733">${stage}</text></g>`
  );
}

function drawMove({ from, to }) {
  return `<path d="${pathOf(centre(from), centre(to))}" fill="none" stroke="#5a6472" marker-end="url(#tip)"/>`;
}

/** Neighbours of the middle column are joined straight; further ones by a bow; other columns side to side. */
function pathOf(from, to) {
  const half = BOX.width / 2;
  if (from === to || (from.column === to.column && from.row === to.row)) return loop(from);
  if (from.column === to.column) {
    const down = to.row > from.row;
    const edge = (down ? 1 : -1) * (BOX.height / 2);
    if (to.row - from.row === 1) return `M${from.x} ${from.y + edge} L${to.x} ${to.y - edge}`;
    return bow(from, to);
  }
  const side = to.x > from.x ? 1 : -1;
  const start = { x: from.x + side * half, y: from.y + 5 * side };
  const stop = { x: to.x - side * half, y: to.y + 5 * side };
  const bend = side * 60;
  return `M${start.x} ${start.y} C${start.x + bend} ${start.y} ${stop.x - bend} ${stop.y} ${stop.x} ${stop.y}`;
}

/** Upward and short bows run on the left, those to the end of a call on the right. */
function bow(from, to) {
  const side = to.row >= 9 ? 1 : -1;
  const x = from.x + (side * BOX.width) / 2;
  const reach = side * (24 + 9 * Math.abs(to.row - from.row));
  const [y1, y2] = [from.y + 6 * Math.sign(to.row - from.row), to.y - 6 * Math.sign(to.row - from.row)];
  return `M${x} ${y1} C${x + reach} ${y1} ${x + reach} ${y2} ${x} ${y2}`;
}

/** The move of a stage to itself. */
function loop({ x, y }) {
  const top = y - BOX.height / 2;
  return `M${x - 14} ${top} C${x - 22} ${top - 26} ${x + 22} ${top - 26} ${x + 14} ${top}`;
}
