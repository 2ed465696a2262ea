/**
 * Places the names of the points of a picture so that they do not cover each other where there is room.
 */

const LETTER = 5.3;
const HALF_HEIGHT = 6;
const GAP = 7;
/** Steps up and down from the point, nearest first. */
const SHIFTS = [0, -10, 10, -20, 20, -30, 30, -42, 42, -54, 54, -66, 66];

const overlap = (a, b) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

function boxOf({ px, py, label }, align, shift) {
  const length = label.length * LETTER;
  const left = align === 'left' ? px + GAP : px - GAP - length;
  return { left, right: left + length, top: py + shift - HALF_HEIGHT, bottom: py + shift + HALF_HEIGHT };
}

/**
 * @returns for each point where its name goes, in pixels; the crowded come last and take the place with the
 * least overlap.
 */
export function placeLabels(points, { obstacles, width, height }) {
  const taken = obstacles.map(({ px, py }) => ({ left: px - 4, right: px + 4, top: py - 4, bottom: py + 4 }));
  return points
    .toSorted((a, b) => a.py - b.py)
    .map((point) => {
      let best;
      for (const shift of SHIFTS) {
        for (const align of ['left', 'right']) {
          const box = boxOf(point, align, shift);
          const outside =
            box.left < 0 || box.right > width + 120 || box.top < -10 || box.bottom > height + 10;
          const cost =
            taken.reduce((sum, other) => sum + overlap(box, other), outside ? 1e4 : 0) +
            Math.abs(shift) * 0.3;
          if (best === undefined || cost < best.cost) best = { cost, box, align, shift };
        }
      }
      taken.push(best.box);
      return {
        label: point.label,
        align: best.align,
        px: best.align === 'left' ? best.box.left : best.box.right,
        py: point.py + best.shift,
      };
    });
}
