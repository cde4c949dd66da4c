export type { FindingIdentity } from './baseline/identity.js';
export { findingBaselineSchema } from './baseline/schema.js';
export type { BaselineFinding, FindingBaseline, FindingComparison } from './baseline/types.js';
export { baselineFindings, compareFindings, parseFindingBaseline, safeParseFindingBaseline } from './baseline.js';
export { calendarCatalogue } from './calendar/catalogue.js';
export { addWorkingDays, dayOf, isWorkingDay, nextWorkingDay, workingDaysBetween } from './calendar/days.js';
export { defineCalendar, type ParseCalendarContext, parseCalendar, safeParseCalendar } from './calendar/define.js';
export { calendarSchema } from './calendar/schema.js';
export type {
  Calendar,
  CalendarDefinition,
  CalendarInput,
  CalendarWindow,
  Holiday,
  Weekday,
  WorkingHours,
} from './calendar/types.js';
export { inWindow } from './calendar/window.js';
export { addWorkingTime, type WorkingTime } from './calendar/working-time.js';
export { canonicalJson } from './canonical-json.js';
export { jsonCatalogue, shapeCatalogue } from './catalogue.js';
export { type Defined, definitionOf } from './definition.js';
export type { CatalogueEntry, Diagnostic, ParseResult, Path, RelatedPlace, Severity } from './diagnostic.js';
export { type DefinitionError, isDefinitionError, isKeelsonError, type KeelsonError } from './error.js';
export { extraSchema, linksSchema } from './extra-schema.js';
export { fingerprint } from './fingerprint.js';
export {
  asDay,
  asInstant,
  compareInstants,
  type Day,
  day,
  type Instant,
  instant,
  instantFromMilliseconds,
  instantToMilliseconds,
  isDay,
  isInstant,
} from './instant.js';
export type { Json, Link } from './json.js';
export { externalIdSchema, nameSchema } from './name-schema.js';
export { type ExternalId, isExternalId, isName, type Name, reservedWords } from './names.js';
export { createNameIndex, type NameIndex, nearestName } from './nearest-name.js';
export { formatPath } from './path.js';
export type { DoorLimits } from './plain-json.js';
export { createRandom, type Random } from './random.js';
export type { TextPlace } from './read-json/lines.js';
export type { TextLocator } from './read-json/locate.js';
export type { JsonTextLimits } from './read-json/parse.js';
export { type JsonText, readJson } from './read-json.js';
export { diagnosticsToGitHub } from './report/github.js';
export type { LayoutOptions } from './report/layout.js';
export type { CountedDiagnostic, FileRegion, ReportOptions } from './report/options.js';
export { diagnosticsToSarif, type SarifOptions } from './report/sarif.js';
export type {
  SarifLevel,
  SarifLocation,
  SarifLog,
  SarifMessage,
  SarifRegion,
  SarifResult,
  SarifRule,
  SarifRun,
} from './report/sarif-types.js';
export { diagnosticsToTerminal } from './report/terminal.js';
export { diagnosticsToText } from './report/text.js';
export type { ScenarioChange } from './scenario/changes.js';
export { type Scenario, scenario } from './scenario.js';
export { daySchema, instantSchema } from './time-schema.js';
