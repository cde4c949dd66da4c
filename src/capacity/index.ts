export { type PortfolioExample, portfolioCatalogue } from './catalogue.js';
export { type CheckPortfolioOptions, checkPortfolio } from './check.js';
export {
  definePortfolio,
  type ParsePortfolioContext,
  parsePortfolio,
  safeParsePortfolio,
} from './define.js';
export type {
  DemandInput,
  DependencyInput,
  InitiativeInput,
  PortfolioInput,
  PortfolioPersonInput,
  PortfolioTeamInput,
  SpanInput,
} from './literal.js';
export type { LongWorkOptions, WorkSignal } from './long-work.js';
export { combinedCapacity, portfolioCapacity } from './people/capacity.js';
export type {
  CapacityPeriod,
  CombinedCapacityOptions,
  PortfolioCapacity,
  SkillCapacity,
  TeamCapacity,
} from './people/types.js';
export { portfolioSchema } from './schema.js';
export { type BuiltInScorers, scorers } from './scoring/built-in.js';
export { type ScoringExample, scoringCatalogue } from './scoring/catalogue.js';
export {
  defineScorer,
  type ParseScorerContext,
  parseScorer,
  type ScorerInput,
  safeParseScorer,
} from './scoring/define.js';
export type { RobustnessOptions, ScoreOptions } from './scoring/options.js';
export { type RobustnessAsyncOptions, rankRobustness, rankRobustnessAsync } from './scoring/robustness.js';
export { inputRangeSchema, inputScaleSchema, scorerSchema, scorerTermSchema } from './scoring/schema.js';
export { scoreInitiatives } from './scoring/score.js';
export type {
  CutFlip,
  InitiativeRobustness,
  InitiativeScore,
  InputRange,
  InputScale,
  RankCount,
  RankProgress,
  RankRobustness,
  ScorableInitiative,
  ScoredTerm,
  Scorer,
  ScorerDefinition,
  ScorerFactor,
  ScorerReference,
  ScorerSum,
  ScorerTerm,
  ScoreTie,
  Scoring,
  ScoringFailure,
  UnscoredInitiative,
} from './scoring/types.js';
export { type SelectionExample, selectionCatalogue } from './selection/catalogue.js';
export { type PortfolioToSelectionOptions, portfolioToSelection } from './selection/from-portfolio.js';
export { selectionResultSchema } from './selection/result-schema.js';
export {
  selectionCandidateSchema,
  selectionCapacitySchema,
  selectionLevelSchema,
  selectionProblemSchema,
} from './selection/schema.js';
export { selectInitiatives, selectInitiativesAsync } from './selection/select.js';
export type {
  BoundVerification,
  LeftCandidate,
  NoSelection,
  SelectedCandidate,
  Selection,
  SelectionAsyncOptions,
  SelectionCandidate,
  SelectionCapacity,
  SelectionLevel,
  SelectionOptions,
  SelectionProblem,
  SelectionProgress,
  SelectionProof,
  UsedCapacity,
} from './selection/types.js';
export { verifyBound } from './selection/verify.js';
export { apportion } from './shares/apportion.js';
export { type ApportionExample, apportionCatalogue } from './shares/catalogue.js';
export { type FairShareExample, fairShareCatalogue } from './shares/fair-catalogue.js';
export { fairShare } from './shares/fair-share.js';
export type {
  ClaimShare,
  ClaimTasks,
  DominantOptions,
  DominantShare,
  FairShareFailure,
  GroupShare,
  MaxMinOptions,
  MaxMinShare,
  TaskClaim,
  UnitClaim,
} from './shares/fair-types.js';
export type {
  Apportionment,
  ApportionmentFailure,
  ApportionmentMethod,
  ApportionmentTie,
  ApportionOptions,
  SeatLimit,
} from './shares/types.js';
export type {
  Bucket,
  Demand,
  Dependency,
  Estimate,
  Horizon,
  Initiative,
  Interval,
  MetricMove,
  Portfolio,
  PortfolioDefinition,
  PortfolioPerson,
  PortfolioTeam,
  Seats,
  Size,
  TeamShare,
} from './types.js';
