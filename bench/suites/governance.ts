import { type CelInput, celEnv, parse as parseBuf, plan } from '@bufbuild/cel';
import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import { parse as parseCel } from '@marcbachmann/cel-js';
import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import {
  evaluatePolicy,
  explainPolicy,
  type FactShape,
  type HitPolicy,
  type PolicyDecision,
  type PolicyExplanation,
} from 'keelson/governance';
import {
  type BenchRequest,
  type BenchRule,
  benchPolicy,
  benchRequests,
  benchRules,
  type Comparison,
  celOf,
  conditionOf,
} from '../inputs/governance.js';
import type { BenchCase, BenchSuite, Prepare, Row } from '../suite.js';

const rules = benchRules(50);
const requests = benchRequests(200_000);

/** The first rule that holds for a request, or -1. */
type First = (request: BenchRequest) => number;
/** Every rule that holds, in order. */
type Collect = (request: BenchRequest) => readonly number[];

/** A contender, asked for every `1 / share`th request only where all would take minutes; `view` says which rules it found. */
function asked<Answer, Found>(
  build: () => (request: BenchRequest) => Answer,
  judge: (request: BenchRequest) => Found,
  share = 1,
  view: (answer: Answer) => unknown = String,
): Prepare {
  return () => {
    const answer = build();
    const own = share === 1 ? requests : requests.slice(0, requests.length * share);
    for (const request of own.slice(0, 20_000)) {
      const [got, right] = [String(view(answer(request))), String(judge(request))];
      if (got !== right) throw new Error(`${got} for ${JSON.stringify(request)}, where it should be ${right}`);
    }
    const work = () => {
      let last: Answer | undefined;
      for (const request of own) last = answer(request);
      return last;
    };
    return { work, share };
  };
}

// The judge: each comparison as plainly as can be.

function holds({ all, any }: BenchRule, request: BenchRequest): boolean {
  for (const comparison of all) if (!compare(comparison, request)) return false;
  for (const comparison of any) if (compare(comparison, request)) return true;
  return any.length === 0;
}

function compare(comparison: Comparison, request: BenchRequest): boolean {
  const value = request[comparison.fact as keyof BenchRequest];
  switch (comparison.kind) {
    case 'order': {
      const [a, b] = [value as number, comparison.value];
      if (comparison.operator === '<') return a < b;
      if (comparison.operator === '<=') return a <= b;
      return comparison.operator === '>' ? a > b : a >= b;
    }
    case 'equal':
      return value === comparison.value;
    case 'among':
      return comparison.values.includes(value as string);
    case 'has':
      return (value as readonly string[]).includes(comparison.value);
    case 'flag':
      return value === comparison.value;
  }
}

const judgeCollect: Collect = (request) => {
  const found: number[] = [];
  for (const [index, rule] of rules.entries()) if (holds(rule, request)) found.push(index);
  return found;
};

const judgeFirst: First = (request) => judgeCollect(request)[0] ?? -1;

// keelson.

const indexOf = new Map(rules.map(({ id }, index) => [id, index]));

type Ours = (request: BenchRequest) => PolicyDecision<FactShape>;

function ours(hit: HitPolicy): () => Ours {
  return () => {
    const policy = benchPolicy(rules, hit);
    return (request) => evaluatePolicy(policy, request);
  };
}

function rulesIn({ rules: found }: Pick<PolicyDecision, 'rules'>): readonly number[] {
  return found.map((rule) => indexOf.get(rule)!);
}

function oursWithComparisons(): (request: BenchRequest) => PolicyExplanation<FactShape> {
  const policy = benchPolicy(rules, 'collect');
  return (request) => explainPolicy(policy, request);
}

// Hand-written if/else: what a programmer would write into the program, one statement a rule.

function scriptOf(comparison: Comparison): string {
  const { fact } = comparison;
  switch (comparison.kind) {
    case 'order':
      return `q.${fact} ${comparison.operator} ${comparison.value}`;
    case 'equal':
      return `q.${fact} === '${comparison.value}'`;
    case 'among':
      return `(${comparison.values.map((value) => `q.${fact} === '${value}'`).join(' || ')})`;
    case 'has':
      return `q.${fact}.includes('${comparison.value}')`;
    case 'flag':
      return comparison.value ? `q.${fact}` : `!q.${fact}`;
  }
}

function handWrittenFirst(): First {
  const lines = rules.map((rule, index) => `if (${conditionOf(rule, scriptOf)}) return ${index};`);
  return new Function('q', `${lines.join('\n')}\nreturn -1;`) as First;
}

function handWrittenCollect(): Collect {
  const lines = rules.map((rule, index) => `if (${conditionOf(rule, scriptOf)}) found.push(${index});`);
  return new Function('q', `const found = [];\n${lines.join('\n')}\nreturn found;`) as Collect;
}

// json-logic-engine: one compiled expression.

function logicOf(comparison: Comparison): unknown {
  const variable = { var: comparison.fact };
  switch (comparison.kind) {
    case 'order':
      return { [comparison.operator]: [variable, comparison.value] };
    case 'equal':
      return { '===': [variable, comparison.value] };
    case 'among':
      return { in: [variable, comparison.values] };
    case 'has':
      return { in: [comparison.value, variable] };
    case 'flag':
      return comparison.value ? variable : { '!': [variable] };
  }
}

function ruleLogic({ all, any }: BenchRule): unknown {
  return { and: [...all.map(logicOf), ...(any.length > 0 ? [{ or: any.map(logicOf) }] : [])] };
}

function jsonLogicFirst(): First {
  const steps = rules.flatMap((rule, index) => [ruleLogic(rule), index]);
  return new LogicEngine().build({ if: [...steps, -1] }) as First;
}

function jsonLogicCollect(): Collect {
  const all = new LogicEngine().build(rules.map((rule, index) => ({ if: [ruleLogic(rule), index, -1] })));
  return (request) => (all(request) as number[]).filter((index) => index !== -1);
}

// The two evaluators of CEL: a program a rule, asked until one holds, or all of them.

type Programs = readonly ((request: BenchRequest) => boolean)[];

function firstOf(programs: Programs): First {
  return (request) => programs.findIndex((program) => program(request));
}

function allOf(programs: Programs): Collect {
  return (request) => programs.flatMap((program, index) => (program(request) ? [index] : []));
}

function celJs(): Programs {
  const programs = rules.map((rule) => parseCel(conditionOf(rule, celOf)));
  return programs.map((program) => (request) => program(withBigInts(request)) as boolean);
}

function bufbuild(): Programs {
  const env = celEnv();
  const programs = rules.map((rule) => plan(env, parseBuf(conditionOf(rule, celOf))));
  return programs.map(
    (program) => (request) => program(withBigInts(request) as unknown as Record<string, CelInput>) === true,
  );
}

/** CEL's whole numbers are BigInts there; made once for each request. */
function withBigInts(request: BenchRequest): Record<string, unknown> {
  let made = bigInts.get(request);
  if (made === undefined) {
    const { cost, staff, weeks } = request;
    made = { ...request, cost: BigInt(cost), staff: BigInt(staff), weeks: BigInt(weeks) };
    bigInts.set(request, made);
  }
  return made;
}

const bigInts = new WeakMap<BenchRequest, Record<string, unknown>>();

// json-rules-engine: promises, and every rule every time.

function rulesEngineConditions({ all, any }: BenchRule) {
  const conditionOfOne = (comparison: Comparison) => {
    const { fact } = comparison;
    switch (comparison.kind) {
      case 'order': {
        const names = { '<': 'lessThan', '<=': 'lessThanInclusive', '>': 'greaterThan', '>=': 'greaterThanInclusive' };
        return { fact, operator: names[comparison.operator], value: comparison.value };
      }
      case 'among':
        return { fact, operator: 'in', value: comparison.values };
      case 'has':
        return { fact, operator: 'contains', value: comparison.value };
      default:
        return { fact, operator: 'equal', value: comparison.value };
    }
  };
  return { all: [...all.map(conditionOfOne), ...(any.length > 0 ? [{ any: any.map(conditionOfOne) }] : [])] };
}

function rulesEngine(share: number, first: boolean): Prepare {
  return async () => {
    const engine = new Engine();
    for (const [index, rule] of rules.entries()) {
      engine.addRule({
        conditions: rulesEngineConditions(rule),
        event: { type: String(index) },
        // Rules of one priority run together; first match needs an order, and ends at its first event.
        ...(first && { priority: rules.length - index }),
      });
    }
    if (first) engine.on('success', () => engine.stop());
    const own = requests.slice(0, requests.length * share);
    const answer = async (request: BenchRequest) => {
      const { events } = await engine.run({ ...request });
      const found = events.map(({ type }) => Number(type)).sort((a, b) => a - b);
      return first ? (found[0] ?? -1) : found;
    };
    for (const request of own) {
      const right = first ? judgeFirst(request) : judgeCollect(request);
      if (String(await answer(request)) !== String(right))
        throw new Error(`json-rules-engine on ${JSON.stringify(request)}`);
    }
    const work = async () => {
      for (const request of own) await answer(request);
    };
    return { work, share };
  };
}

// Cedar: a permit a rule; the answer names every one that holds.

function cedarOf(comparison: Comparison): string {
  const fact = `context.${comparison.fact}`;
  switch (comparison.kind) {
    case 'order':
      return `${fact} ${comparison.operator} ${comparison.value}`;
    case 'equal':
      return `${fact} == "${comparison.value}"`;
    case 'among':
      return `[${comparison.values.map((value) => `"${value}"`).join(', ')}].contains(${fact})`;
    case 'has':
      return `${fact}.contains("${comparison.value}")`;
    case 'flag':
      return comparison.value ? fact : `!${fact}`;
  }
}

function cedarCollect(): Collect {
  const staticPolicies = Object.fromEntries(
    rules.map((rule) => [rule.id, `permit(principal, action, resource) when { ${conditionOf(rule, cedarOf)} };`]),
  );
  cedar.preparsePolicySet('bench', { staticPolicies });
  const nobody = { type: 'Any', id: 'any' };
  return (request) => {
    const answer = cedar.statefulIsAuthorized({
      ...{ principal: nobody, action: { type: 'Action', id: 'any' }, resource: nobody },
      ...{ context: request as never, entities: [], preparsedPolicySetId: 'bench' },
    });
    if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
    return answer.response.diagnostics.reason.map((id) => indexOf.get(id)!).sort((a, b) => a - b);
  };
}

function cedarFirst(): First {
  const collect = cedarCollect();
  return (request) => collect(request)[0] ?? -1;
}

const first: BenchCase = {
  name: 'first',
  ours: asked(ours('first'), judgeFirst, 1, (decision) => rulesIn(decision)[0] ?? -1),
  peers: {
    'hand-written': asked(handWrittenFirst, judgeFirst),
    'json-logic-engine': asked(jsonLogicFirst, judgeFirst),
    'json-rules-engine': rulesEngine(0.005, true),
    '@marcbachmann/cel-js': asked(() => firstOf(celJs()), judgeFirst, 0.25),
    '@bufbuild/cel': asked(() => firstOf(bufbuild()), judgeFirst, 0.05),
    '@cedar-policy/cedar-wasm': asked(cedarFirst, judgeFirst, 0.01),
  },
};

const collect: BenchCase = {
  name: 'collect',
  ours: asked(ours('collect'), judgeCollect, 1, rulesIn),
  peers: {
    'hand-written': asked(handWrittenCollect, judgeCollect),
    'json-logic-engine': asked(jsonLogicCollect, judgeCollect),
    'json-rules-engine': rulesEngine(0.005, false),
    '@marcbachmann/cel-js': asked(() => allOf(celJs()), judgeCollect, 0.1),
    '@bufbuild/cel': asked(() => allOf(bufbuild()), judgeCollect, 0.02),
    '@cedar-policy/cedar-wasm': asked(cedarCollect, judgeCollect, 0.01),
  },
};

const thousand = benchRules(1_000);

export const suite: BenchSuite = {
  cases: [
    first,
    collect,
    {
      name: 'collect, with every comparison',
      ours: asked(oursWithComparisons, judgeCollect, 0.1, ({ decision }) => rulesIn(decision)),
    },
    { name: 'opening a policy of 1,000 rules', ours: () => () => benchPolicy(thousand, 'strictest') },
  ],

  violations(rows) {
    const ratioOf = (name: string, peer: string) =>
      rows.find((row) => row.case === name && row.peerName === peer && row.unit === 'ms')!.ratio!;
    return promises
      .filter(([name, peer, least]) => ratioOf(name, peer) < least)
      .map(([name, peer, least]) => `${name}: ${ratioOf(name, peer)} times ${peer}, not ${least}`);
  },
};

const promises: readonly (readonly [Row['case'], string, number])[] = [
  ['first', 'json-logic-engine', 1.2],
  ['first', '@marcbachmann/cel-js', 4],
  ['collect', 'json-logic-engine', 4],
  ['collect', 'hand-written', 0.8],
];
