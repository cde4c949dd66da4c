import { readFileSync } from 'node:fs';
import ts from 'typescript';
import * as z from 'zod';
import {
  bucketSchema,
  demandSchema,
  dependencySchema,
  horizonSchema,
  initiativeSchema,
  metricMoveSchema,
  portfolioPersonSchema,
  portfolioSchema,
  portfolioTeamSchema,
  seatsSchema,
  sizeSchema,
  teamShareSchema,
} from '../../src/capacity/schema.js';
import {
  inputRangeSchema,
  inputScaleSchema,
  scorerSchema,
  scorerTermSchema,
} from '../../src/capacity/scoring/schema.js';
import { findingBaselineSchema } from '../../src/foundation/baseline/schema.js';
import { calendarSchema } from '../../src/foundation/calendar/schema.js';
import { extraSchema, linksSchema } from '../../src/foundation/extra-schema.js';
import { externalIdSchema, nameSchema } from '../../src/foundation/name-schema.js';
import { daySchema, instantSchema } from '../../src/foundation/time-schema.js';
import { delegationSchema, delegationsSchema } from '../../src/governance/approvals/delegations.js';
import { voteSchema, votesSchema } from '../../src/governance/approvals/votes.js';
import { decisionRecordParts, decisionRecordSchema } from '../../src/governance/decisions/schema.js';
import {
  escalationEntrySchema,
  escalationLogSchema,
  escalationOwnerSchema,
  escalationSchema,
  escalationStepSchema,
} from '../../src/governance/escalation/schema.js';
import { exceptionParts, exceptionsSchema } from '../../src/governance/exceptions/schema.js';
import { expressionSchema } from '../../src/governance/expression-schema.js';
import { factSchema, factSetSchema } from '../../src/governance/facts/schema.js';
import {
  outcomeSchema,
  policySchema,
  requirementSchema,
  rightsSchema,
  ruleSchema,
} from '../../src/governance/schema.js';
import {
  goalSchema,
  influenceSchema,
  metricSchema,
  metricTreeSchema,
  periodSchema,
  suppressionSchema,
} from '../../src/metrics/schema.js';
import {
  directorySchema,
  engagementSchema,
  membershipSchema,
  personSchema,
  roleAssignmentSchema,
  roleSchema,
  teamSchema,
} from '../../src/organization/schema.js';
import { changeLogSchema } from '../../src/process/adoption/change-log.js';
import { itemEventSchema, itemEventsSchema, itemStateSchema } from '../../src/process/items/schema.js';
import {
  criterionSchema,
  deliverableSchema,
  gateSchema,
  lighterGateSchema,
  phaseSchema,
  processSchema,
  trackSchema,
} from '../../src/process/schema.js';

/** A stored shape; `types` declares the interfaces that its parts are named after, whose comments become descriptions. */
interface Shape {
  readonly name: string;
  readonly title: string;
  readonly schema: z.ZodType;
  readonly root: string;
  readonly types: string;
  readonly parts: Readonly<Record<string, z.ZodType>>;
}

const foundation = {
  Name: nameSchema,
  ExternalId: externalIdSchema,
  Day: daySchema,
  Extra: extraSchema,
  Links: linksSchema,
};

const shapes: readonly Shape[] = [
  {
    name: 'metric-tree',
    title: 'Metric tree',
    schema: metricTreeSchema,
    root: 'MetricTreeDefinition',
    types: 'src/metrics/types.ts',
    parts: {
      Metric: metricSchema,
      Influence: influenceSchema,
      Goal: goalSchema,
      Suppression: suppressionSchema,
      Period: periodSchema,
    },
  },
  {
    name: 'fact-set',
    title: 'Set of facts',
    schema: factSetSchema,
    root: 'FactSetDefinition',
    types: 'src/governance/facts/types.ts',
    parts: { Fact: factSchema },
  },
  {
    name: 'policy',
    title: 'Policy',
    schema: policySchema,
    root: 'PolicyDefinition',
    types: 'src/governance/types.ts',
    parts: {
      Rule: ruleSchema,
      Outcome: outcomeSchema,
      Requirement: requirementSchema,
      Rights: rightsSchema,
      Expression: expressionSchema,
    },
  },
  {
    name: 'votes',
    title: 'Votes on an approval',
    schema: votesSchema,
    root: 'ApprovalVote',
    types: 'src/governance/approvals/types.ts',
    parts: { ApprovalVote: voteSchema },
  },
  {
    name: 'delegations',
    title: 'Delegations of votes',
    schema: delegationsSchema,
    root: 'Delegation',
    types: 'src/governance/approvals/types.ts',
    parts: { Delegation: delegationSchema },
  },
  {
    name: 'decision-record',
    title: 'Decision record',
    schema: decisionRecordSchema,
    root: 'DecisionRecord',
    types: 'src/governance/decisions/types.ts',
    parts: { ...decisionRecordParts, Instant: instantSchema },
  },
  {
    name: 'exceptions',
    title: 'Exceptions to rules',
    schema: exceptionsSchema,
    root: 'ExceptionCase',
    types: 'src/governance/exceptions/types.ts',
    parts: { ...exceptionParts, Instant: instantSchema },
  },
  {
    name: 'escalation',
    title: 'Escalation',
    schema: escalationSchema,
    root: 'EscalationDefinition',
    types: 'src/governance/escalation/types.ts',
    parts: { EscalationStep: escalationStepSchema, EscalationOwner: escalationOwnerSchema },
  },
  {
    name: 'escalation-log',
    title: 'Log of an escalation',
    schema: escalationLogSchema,
    root: 'EscalationEntry',
    types: 'src/governance/escalation/types.ts',
    parts: { EscalationEntry: escalationEntrySchema },
  },
  {
    name: 'process',
    title: 'Process',
    schema: processSchema,
    root: 'ProcessDefinition',
    types: 'src/process/types.ts',
    parts: {
      Phase: phaseSchema,
      Deliverable: deliverableSchema,
      Gate: gateSchema,
      Criterion: criterionSchema,
      Track: trackSchema,
      LighterGate: lighterGateSchema,
      Expression: expressionSchema,
    },
  },
  {
    name: 'item-state',
    title: 'Item',
    schema: itemStateSchema,
    root: 'ItemState',
    types: 'src/process/items/types.ts',
    parts: { Instant: instantSchema },
  },
  {
    name: 'item-events',
    title: 'History of items',
    schema: itemEventsSchema,
    root: 'EventEnvelope',
    types: 'src/process/items/events.ts',
    parts: { ItemEvent: itemEventSchema, Instant: instantSchema },
  },
  {
    name: 'change-log',
    title: 'Change log of a tracker',
    schema: changeLogSchema,
    root: 'ChangeLog',
    types: 'src/process/adoption/types.ts',
    parts: { Instant: instantSchema },
  },
  {
    name: 'directory',
    title: 'Directory',
    schema: directorySchema,
    root: 'DirectoryDefinition',
    types: 'src/organization/types.ts',
    parts: {
      Person: personSchema,
      Team: teamSchema,
      Role: roleSchema,
      Membership: membershipSchema,
      RoleAssignment: roleAssignmentSchema,
      Engagement: engagementSchema,
    },
  },
  {
    name: 'scorer',
    title: 'Scorer',
    schema: scorerSchema,
    root: 'ScorerDefinition',
    types: 'src/capacity/scoring/types.ts',
    parts: { ScorerTerm: scorerTermSchema, InputRange: inputRangeSchema, InputScale: inputScaleSchema },
  },
  {
    name: 'portfolio',
    title: 'Portfolio',
    schema: portfolioSchema,
    root: 'PortfolioDefinition',
    types: 'src/capacity/types.ts',
    parts: {
      Horizon: horizonSchema,
      Size: sizeSchema,
      PortfolioTeam: portfolioTeamSchema,
      Seats: seatsSchema,
      PortfolioPerson: portfolioPersonSchema,
      TeamShare: teamShareSchema,
      Bucket: bucketSchema,
      Initiative: initiativeSchema,
      Demand: demandSchema,
      Dependency: dependencySchema,
      MetricMove: metricMoveSchema,
    },
  },
  {
    name: 'calendar',
    title: 'Calendar',
    schema: calendarSchema,
    root: 'CalendarDefinition',
    types: 'src/foundation/calendar/types.ts',
    parts: {},
  },
  {
    name: 'finding-baseline',
    title: 'Baseline of findings',
    schema: findingBaselineSchema,
    root: 'FindingBaseline',
    types: 'src/foundation/baseline/types.ts',
    parts: {},
  },
];

/** schemas/*.schema.json: what may be stored, for editors and for other languages. */
export function files(): Record<string, string> {
  return Object.fromEntries(
    shapes.map((shape) => [`schemas/${shape.name}.schema.json`, `${JSON.stringify(jsonSchemaOf(shape), null, 2)}\n`]),
  );
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

function jsonSchemaOf({ name, title, schema, root, types, parts }: Shape): object {
  const metadata = z.registry<{ id?: string }>();
  for (const [id, part] of Object.entries({ ...foundation, ...parts })) metadata.add(part, { id });
  const { $schema, $defs = {}, ...body } = z.toJSONSchema(schema, { metadata, override: tidy });

  const comments = commentsOf(types);
  describeProperties(body, comments.get(root));
  for (const [id, part] of Object.entries($defs)) {
    const description = comments.get(id)?.get('');
    if (description !== undefined) part.description = description;
    describeProperties(part, comments.get(id));
  }
  return {
    $schema,
    $id: `urn:keelson:schema:${name}:1`,
    title,
    // That of a list's entries stands with them.
    ...(body.type !== 'array' && { description: comments.get(root)?.get('') ?? '' }),
    ...body,
    ...(Object.keys($defs).length > 0 && { $defs }),
  };
}

/** That a list is not to be changed in memory says nothing of data at rest. */
function tidy({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  delete jsonSchema.readOnly;
}

function describeProperties({ properties = {} }: JsonSchema, comments: ReadonlyMap<string, string> | undefined): void {
  for (const [key, property] of Object.entries(properties)) {
    const description = comments?.get(key);
    if (description !== undefined && typeof property === 'object') property.description = description;
  }
}

/** The comments of each interface in a file, by member, and its own under the empty name. */
function commentsOf(file: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const interfaces = source.statements.filter(ts.isInterfaceDeclaration);
  return new Map(
    interfaces.map((declaration) => {
      const members = declaration.members.map((member) => [member.name?.getText() ?? '', commentOf(member)] as const);
      const all = [['', commentOf(declaration)] as const, ...members];
      return [declaration.name.text, new Map(all.flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])))];
    }),
  );
}

function commentOf(node: ts.Node): string | undefined {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return ts.getTextOfJSDocComment(comment?.comment)?.replaceAll('`', '').replaceAll(/\s+/g, ' ');
}
