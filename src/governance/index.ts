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
export { decisionCatalogue, type OverrideExample, overrideCatalogue } from './decisions/catalogue.js';
export { type OverrideOptions, overrideDecision } from './decisions/override.js';
export {
  type ParseDecisionRecordContext,
  parseDecisionRecord,
  safeParseDecisionRecord,
} from './decisions/parse.js';
export { decisionsToReview, overrideInForce } from './decisions/queries.js';
export { type PolicyDecisionContext, recordPolicyDecision } from './decisions/record.js';
export { decisionReference } from './decisions/reference.js';
export { decisionRecordSchema } from './decisions/schema.js';
export type {
  DecisionAlternative,
  DecisionAuthority,
  DecisionInput,
  DecisionKind,
  DecisionOutcome,
  DecisionRecord,
  DecisionReference,
  DecisionSubject,
} from './decisions/types.js';
export { definePolicy, type ParsePolicyContext, parsePolicy, safeParsePolicy } from './define.js';
export { type MarkedFinding, type PolicyToMermaidOptions, policyToMermaid } from './diagram.js';
export { type AutonomyEnvelope, type AutonomyOptions, type AutonomyRegion, autonomyEnvelope } from './envelope.js';
export { escalationCatalogue } from './escalation/catalogue.js';
export {
  defineEscalation,
  type EscalationInput,
  type EscalationStepInput,
  type ParseEscalationContext,
  parseEscalation,
  safeParseEscalation,
} from './escalation/define.js';
export { escalationToMermaid } from './escalation/diagram.js';
export { type ParseEscalationLogContext, safeParseEscalationLog } from './escalation/log.js';
export { type EscalationPath, escalationPath } from './escalation/path.js';
export {
  escalationEntrySchema,
  escalationLogSchema,
  escalationOwnerSchema,
  escalationSchema,
  escalationStepSchema,
} from './escalation/schema.js';
export { escalationStatus } from './escalation/status.js';
export { escalationToText } from './escalation/status-text.js';
export type {
  AcknowledgedEntry,
  DisagreedEntry,
  Escalation,
  EscalationDefinition,
  EscalationEnd,
  EscalationEntry,
  EscalationOwner,
  EscalationPosition,
  EscalationStatus,
  EscalationStatusOptions,
  EscalationStep,
  EscalationTurn,
  IgnoredEntry,
  IgnoredEntryReason,
  OpenedEntry,
  ResolvedEntry,
} from './escalation/types.js';
export { evaluatePolicy } from './evaluate.js';
export { assessException } from './exceptions/assess.js';
export { exceptionCatalogue } from './exceptions/catalogue.js';
export {
  type ExceptedRule,
  type ExceptedRules,
  type ExceptedRulesOptions,
  exceptedRules,
} from './exceptions/excepted-rules.js';
export { type ParseExceptionsContext, safeParseExceptions } from './exceptions/parse.js';
export {
  type ActiveException,
  type ExceptionCounts,
  type ExceptionReport,
  exceptionReport,
  type RuleExceptions,
} from './exceptions/report.js';
export { exceptionsSchema } from './exceptions/schema.js';
export type {
  AssessExceptionOptions,
  ExceptionAssessment,
  ExceptionCase,
  ExceptionEnd,
  ExceptionEntry,
  ExceptionEntryReason,
  ExceptionGrant,
  ExceptionLength,
  ExceptionRequest,
  ExceptionStatus,
  ExceptionTerms,
  IgnoredExceptionEntry,
} from './exceptions/types.js';
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
