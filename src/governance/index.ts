export { policyToCel } from './cel.js';
export { checkPolicy } from './check.js';
export { conditionCatalogue } from './conditions/catalogue.js';
export { definePolicy, type ParsePolicyContext, parsePolicy, safeParsePolicy } from './define.js';
export { evaluatePolicy } from './evaluate.js';
export {
  type ComparisonExplanation,
  explainPolicy,
  type Holds,
  type PolicyExplanation,
  type RuleExplanation,
} from './explain.js';
export { defineFacts, parseFacts, safeParseFacts } from './facts/define.js';
export { fact } from './facts/fact.js';
export { safeParseRequest } from './facts/request.js';
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
export { outcome } from './outcome.js';
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
  RoleRequirement,
  Rule as PolicyRule,
  UndecidedPolicy,
} from './types.js';
export { type Verification, verifyDecision } from './verify.js';
