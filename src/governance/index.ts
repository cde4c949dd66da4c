export { analyzePolicy } from './analysis/analyze.js';
export { type AnalysisExample, analysisCatalogue } from './analysis/catalogue.js';
export { diffPolicies } from './analysis/diff.js';
export { nearestOutcome } from './analysis/nearest.js';
export { policyPaths } from './analysis/paths.js';
export type {
  AnalysisLimits,
  AnalysisStatus,
  AnalyzeOptions,
  ChangeCost,
  ChangeCosts,
  FactChange,
  Found,
  NearestFound,
  NearestNotFound,
  NearestOutcome,
  OutcomeChange,
  PolicyAnalysis,
  PolicyComparison,
  PolicyDifference,
  PolicyFinding,
  PolicyPath,
  PolicyPaths,
  PolicyQuestion,
  Way,
  Witness,
} from './analysis/types.js';
export { assessApproval } from './approvals/assess.js';
export { type ApprovalExample, approvalCatalogue } from './approvals/catalogue.js';
export type { ParseApprovalContext } from './approvals/context.js';
export { delegationSchema, delegationsSchema, safeParseDelegations } from './approvals/delegations.js';
export type {
  ApprovalAssessment,
  ApprovalShortage,
  ApprovalStatus,
  ApprovalSubject,
  ApprovalVote,
  AssessApprovalOptions,
  CountedVote,
  Delegation,
  IgnoredReason,
  IgnoredVote,
  NeededApproval,
  RequirementPath,
  VoteKind,
} from './approvals/types.js';
export { safeParseVotes, voteSchema, votesSchema } from './approvals/votes.js';
export { type PolicyExample, policyCatalogue, type VerificationExample, verificationCatalogue } from './catalogue.js';
export { type CelPolicy, type CelType, policyToCel } from './cel.js';
export { checkPolicy } from './check.js';
export { conditionCatalogue } from './conditions/catalogue.js';
export { definePolicy, type ParsePolicyContext, parsePolicy, safeParsePolicy } from './define.js';
export { type MarkedFinding, type PolicyToMermaidOptions, policyToMermaid } from './diagram.js';
export { type AutonomyEnvelope, type AutonomyOptions, type AutonomyRegion, autonomyEnvelope } from './envelope.js';
export { evaluatePolicy } from './evaluate.js';
export {
  type ComparisonExplanation,
  explainPolicy,
  type Holds,
  type PolicyExplanation,
  type RuleExplanation,
} from './explain.js';
export { explanationToText } from './explanation-text.js';
export { factCatalogue, requestCatalogue } from './facts/catalogue.js';
export { defineFacts, type ParseFactsContext, parseFacts, safeParseFacts } from './facts/define.js';
export { type FactBuilders, fact, type RatioOptions, type TimeOptions } from './facts/fact.js';
export type { FactSetOptions } from './facts/literal.js';
export { type ParseRequestContext, safeParseRequest } from './facts/request.js';
export { factSchema, factSetSchema } from './facts/schema.js';
export type {
  BooleanFact,
  DateFact,
  DerivedFact,
  DurationFact,
  Fact,
  FactSet,
  FactSetDefinition,
  FactShape,
  FactValues,
  FactWords,
  GivenFact,
  InstantFact,
  IntegerFact,
  InWindowFact,
  NumberFact,
  OneOfFact,
  PolicyContext,
  RatioFact,
  SetOfFact,
  StoredFact,
  StringFact,
  SumFact,
  WorkingDaysUntilFact,
} from './facts/types.js';
export { backtestPolicy } from './history/backtest.js';
export { backtestToText } from './history/backtest-text.js';
export { type HistoryExample, historyCatalogue } from './history/catalogue.js';
export { findInconsistentDecisions } from './history/inconsistent.js';
export { type ParseRequestLogContext, requestLogSchema, safeParseRequestLog } from './history/log.js';
export type {
  Backtest,
  BacktestCoverage,
  BacktestOptions,
  InconsistencyFinding,
  InconsistencyOptions,
  InconsistencyReport,
  OpenRequest,
  OutcomeMove,
  PastRequest,
  RiskDirection,
} from './history/types.js';
export type { PolicyInput } from './literal.js';
export { policyToMarkdown } from './markdown.js';
export { type OutcomeBuilders, outcome } from './outcome.js';
export { type RightsExample, rightsCatalogue } from './rights/catalogue.js';
export { decisionRights } from './rights/decision-rights.js';
export { decisionRightsToMarkdown } from './rights/markdown.js';
export type { Approver, DecisionRights, KindOfDecision, RoleHolders } from './rights/types.js';
export { outcomeSchema, policySchema, requirementSchema, rightsSchema, ruleSchema } from './schema.js';
export { compareOutcomes, joinOutcomes, type Strictness } from './strictness.js';
export type {
  ApprovalTerms,
  DecidedPolicy,
  Excluded,
  HitPolicy,
  OnUnknown,
  Outcome,
  PeopleRequirement,
  Policy,
  PolicyDecision,
  PolicyDefinition,
  PolicyReference,
  Requirement,
  Rights,
  RoleRequirement,
  Rule as PolicyRule,
  UndecidedPolicy,
} from './types.js';
export { type Verification, verifyDecision } from './verify.js';
