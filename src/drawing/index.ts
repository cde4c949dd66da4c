export type { ApprovalPicture, RevisionChange } from './approval/types.js';
export { approvalToSvg } from './approval.js';
export { decisionRightsToSvg } from './decision-rights.js';
export type { Dagre, DagreGraph, GraphPictureOptions } from './graph/dagre.js';
export type { Matrix, MatrixCell, MatrixColumn, MatrixLegendEntry, MatrixRow } from './matrix/types.js';
export { matrixToSvg } from './matrix.js';
export type { MetricsPictureOptions } from './metrics/types.js';
export { metricsToSvg } from './metrics.js';
export type { DrawnItem, ProcessPictureOptions } from './process/types.js';
export { processToSvg } from './process.js';
export { rankRobustnessToSvg } from './robustness.js';
export { selectionToSvg } from './selection.js';
export { sharesToSvg } from './shares.js';
export type {
  Moment,
  Timeline,
  TimelineLane,
  TimelineLine,
  TimelinePoint,
  TimelineShade,
  TimelineSpan,
} from './timeline/types.js';
export { timelineToSvg } from './timeline.js';
export type { LegendEntry, PictureOptions, Tone } from './types.js';
