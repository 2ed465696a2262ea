/** Estimation: what is learned of answers and durations while a campaign runs. */
export { DurationGrid } from './duration-grid.js';
export { SurvivalCurve } from './survival-curve.js';
export { HazardEstimator } from './hazard-estimator.js';
export type { HazardPrior, SavedHazards } from './hazard-estimator.js';
export { IncidenceCurve, answersAhead, endingsAhead } from './incidence-curve.js';
export type { AnswersAhead } from './incidence-curve.js';
export { AnswerShare } from './answer-share.js';
export { ArrivalRate } from './arrival-rate.js';
export type { SavedArrivals } from './arrival-rate.js';
export { AnswerDrift } from './answer-drift.js';
export { ListAnswerRates } from './list-answer-rates.js';
export type { AnswersOfList, ObservedAnswers } from './list-answer-rates.js';
export { SCORE_LEVELS, ScoreCalibration, levelOf } from './score-calibration.js';
