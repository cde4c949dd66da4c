export { type AdoptItemInput, adoptItem } from './adoption/adopt.js';
export { type ChangeLogExample, changeLogCatalogue, type MovesExample, moveCatalogue } from './adoption/catalogue.js';
export { changeLogSchema, type ParseChangeLogContext, safeParseChangeLog } from './adoption/change-log.js';
export { conformHistory } from './adoption/conform-history.js';
export type { HistoryConformance, JudgedMove, LegalStep, MoveCount, MoveKind } from './adoption/conformance-types.js';
export { inferMoves } from './adoption/infer-moves.js';
export type { HistoryRehearsal, PastFacts, RehearsalContext, RehearsedRefusal } from './adoption/rehearsal-types.js';
export { rehearseHistory } from './adoption/rehearse.js';
export type {
  Certainty,
  ChangeLog,
  HistoryGap,
  InferredHistory,
  ItemMove,
  ItemPosition,
  StatusMapping,
  TrackerChange,
  TrackerValue,
  Whereabouts,
} from './adoption/types.js';
export { type ProcessExample, processCatalogue } from './catalogue.js';
export { type ChartGuard, type ChartState, type ChartTransition, type ProcessChart, processToXState } from './chart.js';
export { applyCommand } from './deciding/apply.js';
export { type ActionTemplate, type AvailableAction, availableActions } from './deciding/available.js';
export { type RefusalExample, refusalCatalogue } from './deciding/catalogue.js';
export { decideItem } from './deciding/decide.js';
export { defineProcess, type ParseProcessContext, parseProcess, safeParseProcess } from './define.js';
export { type ProcessToMermaidOptions, processToMermaid } from './diagram.js';
export { explainItem, type ItemExplanation, type MustAct } from './explain.js';
export { itemToText } from './explanation-text.js';
export { type ItemHistoryExample, itemHistoryCatalogue } from './items/catalogue.js';
export type {
  Actor,
  CommandBody,
  CommandDecision,
  CommandEnvelope,
  CommandResult,
  ConditionInput,
  DecisionContext,
  ItemCommand,
  ItemCommandType,
  Refusal,
} from './items/commands.js';
export type { ConditionWithDeadline, EventBody, EventEnvelope, ItemEvent, ItemEventType } from './items/events.js';
export { evolveItem } from './items/evolve.js';
export { type ParseItemContext, safeParseItemEvents, safeParseItemState } from './items/parse.js';
export { safeParseItemCommand } from './items/parse-command.js';
export { type Replay, type ReplayOptions, replayItem } from './items/replay.js';
export { itemEventSchema, itemEventsSchema, itemStateSchema } from './items/schema.js';
export { type NewItem, type StartItemInput, startItem } from './items/start.js';
export type {
  CriterionVerdict,
  Deadline,
  Evidence,
  FactSource,
  GateCondition,
  GateVerdict,
  ItemState,
  ItemStatus,
  Lapse,
  PassedGate,
  RecentCommand,
  RecordedCondition,
  RecordedEvidence,
  RecordedVote,
  RecordedWaiver,
  SubmittedDeliverable,
  VoteSubject,
  WaiverTarget,
} from './items/types.js';
export type {
  AnyPolicy,
  CriterionInput,
  DeliverableInput,
  GateInput,
  PhaseInput,
  ProcessInput,
  TrackInput,
} from './literal.js';
export { type MigrationExample, migrationCatalogue } from './migration/catalogue.js';
export { planMigration } from './migration/plan.js';
export type {
  MigrationMapping,
  MigrationOptions,
  MigrationPlan,
  MigrationResult,
  MovedItem,
  UnmovedItem,
} from './migration/types.js';
export {
  criterionSchema,
  deliverableSchema,
  gateSchema,
  lighterGateSchema,
  phaseSchema,
  processSchema,
  trackSchema,
} from './schema.js';
export type { StandingOptions } from './standing.js';
export { type AgendaItem, type GateAgenda, type GateAgendaOptions, gateAgenda } from './time/agenda.js';
export { dueActions, nextDeadline } from './time/due.js';
export type { Forum } from './time/forum.js';
export type { DueAction, DueCommand, DueKind } from './time/types.js';
export type {
  Criterion,
  Deliverable,
  Gate,
  GateSlots,
  GateWindow,
  LighterGate,
  Phase,
  Process,
  ProcessDefinition,
  ProcessReference,
  Track,
  Waivable,
} from './types.js';
export type {
  CommandBodyOf,
  DecisionContextOf,
  ItemCommandOf,
  ItemEventOf,
  ItemStateOf,
  RefusalOf,
} from './types-of.js';
export {
  type VerificationExample as ProcessVerificationExample,
  verificationCatalogue as processVerificationCatalogue,
} from './verification/catalogue.js';
export {
  type CoveringPath,
  type CoveringPaths,
  coveringPaths,
} from './verification/covering-paths.js';
export type { FindingWitness, PathStep, ProcessFinding, VerifyOptions } from './verification/types.js';
export { verifyProcess } from './verification/verify.js';
