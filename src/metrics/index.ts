export { defineMetrics, type ParseMetricsContext, parseMetrics, safeParseMetrics } from './define.js';
export { type MetricsToMermaidOptions, metricsToMermaid } from './diagram.js';
export { lintMetrics } from './lint.js';
export type { GoalInput, InfluenceInput, MetricInput, MetricTreeInput, SuppressionInput } from './literal.js';
export type {
  ExampleMetric,
  Formula,
  FormulaFault,
  GoalNode,
  InfluenceNode,
  LintOptions,
  MetricExample,
  MetricFinding,
  MetricNode,
  MetricRule,
  MetricView,
  Reference,
  RuleFinding,
  SuppressionNode,
  Unit,
} from './rule-types.js';
export { metricCatalogue } from './rules/catalogue.js';
export { metricRules } from './rules/index.js';
export type { RuleEntry } from './rules/rule.js';
export { metricTreeSchema } from './schema.js';
export type {
  Goal,
  Grain,
  Influence,
  Metric,
  MetricRole,
  MetricStatus,
  MetricTree,
  MetricTreeDefinition,
  Period,
  Suppression,
} from './types.js';
