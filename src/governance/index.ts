export { policyCatalogue } from './catalogue.js';
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
export type { PolicyInput } from './literal.js';
export { type OutcomeBuilders, outcome } from './outcome.js';
export { outcomeSchema, policySchema, requirementSchema, ruleSchema } from './schema.js';
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
