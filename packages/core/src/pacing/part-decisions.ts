/** The decision for a campaign whose leads ask for different skills, from those for its parts. */
import type { FloorCampaignDecision } from './floor-contract.js';

/** What was decided for the leads of a campaign that ask for the same skills. */
export interface PartDecision {
  readonly decision: FloorCampaignDecision;
  /** The skills that these leads ask for. */
  readonly skills: readonly string[];
  /** Whether there are such leads to dial. */
  readonly isAtHand: boolean;
  /** Whether such calls were asked for and none was placed for a while. */
  readonly isDry: boolean;
}

/** The parts as one decision. The first, of leads that ask for no skills, has all agents in its reach. */
export function wholeDecision(parts: readonly [PartDecision, ...PartDecision[]]): FloorCampaignDecision {
  const [{ decision: whole }] = parts;
  const sum = (of: (part: PartDecision) => number): number =>
    parts.reduce((total, part) => total + of(part), 0);
  const { why: busiest } = parts.reduce((most, part) =>
    part.decision.why.callsInFlight > most.decision.why.callsInFlight ? part : most,
  ).decision;
  const { limit, risk, riskLevel, answerRate } = busiest;
  const hangUp = parts.flatMap(({ decision }) => decision.hangUp ?? []);
  return {
    ...whole,
    calls: sum(({ isAtHand, decision }) => (isAtHand ? decision.calls : 0)),
    why: {
      ...whole.why,
      callsInFlight: sum(({ decision }) => decision.why.callsInFlight),
      expectedAnswers: sum(({ decision }) => decision.why.expectedAnswers),
      ...{ limit, risk, riskLevel, answerRate },
    },
    bySkills: parts.map(({ skills, decision: { calls }, isAtHand, isDry }) => ({
      skills,
      calls: isAtHand || !isDry ? calls : 0,
    })),
    ...(hangUp.length > 0 && { hangUp }),
  };
}
