export { defineMetrics, type ParseMetricsContext, parseMetrics, safeParseMetrics } from './define.js';
export { type MetricsToMermaidOptions, metricsToMermaid } from './diagram.js';
export { lintMetrics } from './lint.js';
export type { GoalInput, InfluenceInput, MetricInput, MetricTreeInput, SuppressionInput } from './literal.js';
export { metricRules } from './rules/index.js';
export { metricTreeSchema } from './schema.js';
export type {
  ExampleMetric,
  Formula,
  FormulaFault,
  Goal,
  GoalNode,
  Grain,
  Influence,
  InfluenceNode,
  LintOptions,
  Metric,
  MetricExample,
  MetricFinding,
  MetricNode,
  MetricRole,
  MetricRule,
  MetricStatus,
  MetricTree,
  MetricTreeDefinition,
  MetricView,
  Period,
  Reference,
  RuleFinding,
  Suppression,
  SuppressionNode,
  Unit,
} from './types.js';
