import { describe, expect, test } from '@jest/globals';
import { CampaignFileError } from '../../src/campaign-file/campaign-file-error.js';
import { parseCampaignFile } from '../../src/campaign-file/read-campaign-file.js';

const campaign = {
  id: 'c',
  name: 'C',
  mode: 'progressive',
  callerNumber: '+12025550100',
  countries: ['US'],
  lists: [{ id: 'l' }],
  compliance: { purpose: 'informational' },
  abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
};

/** The problems of a campaign with more in it; none when it can be used. */
function problemsOf(more: object, text = JSON.stringify({ ...campaign, ...more })): readonly string[] {
  try {
    parseCampaignFile(text, 'campaign.json');
    return [];
  } catch (error) {
    if (!(error instanceof CampaignFileError)) throw error;
    return error.problems.map(({ path, message }) => `${path} ${message}`);
  }
}

const keys = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`setting${index}`, index]));
const agents = (count: number): object => ({
  agents: { people: Array.from({ length: count }, (_, index) => ({ id: `a${index}` })) },
});

describe('a large campaign file', () => {
  test('names every unknown key and every agent that stands twice', () => {
    expect(problemsOf(keys(1_000))).toHaveLength(1_000);
    const { people } = (agents(2_000) as { agents: { people: object[] } }).agents;
    expect(problemsOf({ agents: { people: [...people, { id: 'a7' }, { id: 'a7' }] } })).toEqual([
      "agents.people has two agents with the id 'a7': give each its own",
    ]);
    expect(problemsOf(agents(2_000))).toEqual([]);
  });

  test('takes work that grows with the file, not with its square', () => {
    const processorMs = (more: object): number => {
      const least = [0, 1].map(() => {
        const before = process.cpuUsage();
        problemsOf(more);
        return process.cpuUsage(before).user / 1_000;
      });
      return Math.min(...least);
    };
    // Four times the file: four times the work, or sixteen times where it grows with the square.
    expect(processorMs(keys(1_200)) / processorMs(keys(300))).toBeLessThan(10);
    expect(processorMs(agents(8_000)) / processorMs(agents(2_000))).toBeLessThan(10);
  });

  test('a key that stands twice is said with its place, and a key of any length is shortened', () => {
    const text = JSON.stringify(campaign, null, 1).replace('"id": "c",', '"id": "c",\n "id": "d",');
    expect(problemsOf({}, text)).toEqual(['line 3, column 2 is not valid JSON: Map keys must be unique']);
    const [problem = ''] = problemsOf({ ['x'.repeat(1_000)]: 1 });
    expect(problem.length).toBeLessThan(2_000);
  });
});
