export type { ApprovalPicture, RevisionChange } from './approval/types.js';
export { approvalToSvg } from './approval.js';
export { decisionRightsToSvg } from './decision-rights.js';
export type { Matrix, MatrixCell, MatrixColumn, MatrixLegendEntry, MatrixRow } from './matrix/types.js';
export { matrixToSvg } from './matrix.js';
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
