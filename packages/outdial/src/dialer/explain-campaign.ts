/** Explains why a running campaign places no call: now, or at an instant to come. */
import type { Records } from '../records/records.js';
import type { CampaignFigures } from './campaign-figures.js';
import { explainObstacles, type ExplainFacts, type Explanation } from './explain.js';
import { foreseenObstacles } from './explain-at.js';

/** The campaign that is explained. */
export interface ExplainedCampaign extends Pick<ExplainFacts, 'timeZone' | 'zonesOf'> {
  readonly figures: CampaignFigures;
  readonly records: Pick<Records, 'surveyAt'>;
  /** The dialer's time, epoch ms. */
  readonly now: number;
}

/** Why no call can be placed now. */
export function explainNow(campaign: ExplainedCampaign): Explanation {
  const { figures, now, timeZone, zonesOf } = campaign;
  const { settings } = figures;
  const { supply } = figures.statistics();
  return explainObstacles(figures.obstacles(), { at: now, settings, supply, timeZone, zonesOf });
}

/** What can be known now of an instant to come, `at` in epoch ms. An instant that has passed is now. */
export async function explainAt(campaign: ExplainedCampaign, at: number): Promise<Explanation> {
  const { figures, records, now, timeZone, zonesOf } = campaign;
  if (figures.areLast || at <= now) return explainNow(campaign);
  const { settings } = figures;
  const supply = await records.surveyAt({
    at,
    agentIds: figures.agents().map(({ agentId }) => agentId),
    ...(settings.live ? {} : { onlyNumbers: settings.allowList }),
  });
  const obstacles = foreseenObstacles(figures.obstacles(), supply, at);
  return explainObstacles(obstacles, { at, settings, supply, timeZone, zonesOf });
}
