import {
  defineFacts,
  definePolicy,
  type FactSet,
  type FactShape,
  type FactValues,
  fact,
  outcome,
  type Policy,
  parseFacts,
  parsePolicy,
  type PolicyRule as Rule,
  safeParsePolicy,
  safeParseRequest,
} from 'keelson/governance';
import { describe, expectTypeOf, it } from 'vitest';

const facts = defineFacts({
  cost: fact.number({ unit: 'USD', min: 0 }),
  interviews: fact.integer({ max: 1000 }),
  risk: fact.oneOf(['low', 'medium', 'high'], { label: 'Risk' }),
  reversible: fact.boolean(),
  regions: fact.setOf(['EU', 'US', 'APAC']),
  launch: fact.date({ min: '2026-01-01' }),
  opened: fact.instant(),
  open_for: fact.duration({ max: '72h' }),
  name: fact.string(),
  days_left: fact.workingDaysUntil('launch'),
  frozen: fact.inWindow('launch', 'freeze', { label: 'In the freeze' }),
  total: fact.sum('cost', 'interviews'),
  share: fact.ratio('cost', 'interviews', { unit: '1' }),
});
type Facts = typeof facts extends FactSet<infer F> ? F : never;

const otherwise = outcome.autonomous();

/** Defines a policy of one rule: what the compiler lets through is what is tested. */
function when<const S extends string>(condition: S) {
  return [{ id: 'r', when: condition, then: otherwise }] as const;
}

type Ten<Text extends string> = `${Text}${Text}${Text}${Text}${Text}${Text}${Text}${Text}${Text}${Text}`;

describe('defineFacts', () => {
  it('gives the facts by name', () => {
    expectTypeOf(facts).toExtend<FactSet>();
    expectTypeOf<FactValues<Facts>>().toEqualTypeOf<{
      readonly cost?: number | undefined;
      readonly interviews?: number | undefined;
      readonly risk?: 'low' | 'medium' | 'high' | undefined;
      readonly reversible?: boolean | undefined;
      readonly regions?: readonly ('EU' | 'US' | 'APAC')[] | undefined;
      readonly launch?: string | undefined;
      readonly opened?: string | undefined;
      readonly open_for?: string | undefined;
      readonly name?: string | undefined;
    }>();
  });

  it('takes facts that are written out, and those that are only known at run time', () => {
    const written = defineFacts({ risk: { type: 'oneOf', values: ['a', 'b'] }, cost: { type: 'number', min: 0 } });
    expectTypeOf<typeof written extends FactSet<infer F> ? FactValues<F> : never>().toEqualTypeOf<{
      readonly risk?: 'a' | 'b' | undefined;
      readonly cost?: number | undefined;
    }>();
    const some: FactShape = {};
    expectTypeOf(defineFacts(some)).toEqualTypeOf<FactSet<FactShape>>();
    expectTypeOf(parseFacts({})).toEqualTypeOf<FactSet>();
    const name: string = 'launch';
    defineFacts({ launch: fact.date(), left: fact.workingDaysUntil(name) });
  });
});

describe('safeParseRequest', () => {
  it('gives the values of the facts', () => {
    const result = safeParseRequest(facts, {});
    if (result.ok) expectTypeOf(result.value).toEqualTypeOf<FactValues<Facts>>();
  });
});

describe('definePolicy', () => {
  it('gives the facts, the roles and the id, and nothing else', () => {
    const policy = definePolicy({
      id: 'shipping',
      facts,
      rules: [
        { id: 'a', when: 'reversible', then: outcome.autonomous() },
        { id: 'b', when: 'cost > 5', then: outcome.requires({ role: 'legal', quorum: 1, veto: true }) },
        {
          ...{ id: 'c', when: 'cost > 9', because: 'large', extra: 1, links: [] },
          then: outcome.requires(
            { any: [{ role: 'cfo', quorum: 1 }, { all: [{ role: 'vp', quorum: 2, exclude: ['requester'] }] }] },
            { people: ['ada@example.com'], quorum: { fraction: 0.5 }, expiresAfter: { workingDays: 5 } },
          ),
        },
        {
          ...{ id: 'd', when: 'cost > 99' },
          then: { kind: 'requires', requirements: [{ all: [{ role: 'board', quorum: 1 }] }] },
        },
      ],
      otherwise: outcome.requires({ role: 'director', quorum: 1 }),
    });
    expectTypeOf(policy).toEqualTypeOf<Policy<Facts, 'legal' | 'cfo' | 'vp' | 'board' | 'director', 'shipping'>>();
    expectTypeOf(policy).toExtend<Policy>();
  });

  it('gives no role where nobody is asked', () => {
    const policy = definePolicy({ id: 'free', facts, rules: [], otherwise });
    expectTypeOf(policy).toEqualTypeOf<Policy<Facts, never, 'free'>>();
  });

  it('takes every key of a policy', () => {
    definePolicy({
      ...{ schemaVersion: 1, id: 'full', version: '2026-11', facts, hit: 'collect', onUnknown: 'ask', rules: [] },
      ...{ otherwise, label: 'Full', description: 'All of it.', extra: { a: [null] }, links: [] },
    });
  });

  it('reads conditions as people write them', () => {
    definePolicy({ id: 'p', facts, otherwise, rules: when(`risk == 'high' && 'EU' in regions`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`reversible && cost < 50000 && risk == 'low'`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`!reversible || !(risk != 'low') || (cost >= -1.5e3)`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`risk in ['low', 'medium'] && cost in [1, 2, 3]`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`!('EU' in regions) && !(risk in ['low'])`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`'low' == risk && 5 < cost`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`risk == "high" && "EU" in regions`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`name == "it's" || name == 'anything at all'`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`launch < date('2027-01-01') && frozen`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`opened >= timestamp('2027-01-01T00:00:00Z')`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`open_for > duration('72h') && days_left <= 10`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`sets.contains(regions, ['EU', 'US'])`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`sets.intersects(regions, ["EU"]) && cost > 1`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`name.startsWith('EU') && !name.contains('x y')`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`total * 2 + share / 3 > cost - 1 && true`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`\n  reversible\n  && cost < 5\n  && risk == 'low'\n`) });
  });

  it('leaves to run time what it cannot read', () => {
    const text: string = 'anything';
    definePolicy({ id: 'p', facts, otherwise, rules: when(text) });
    definePolicy({ id: 'p', facts, otherwise, rules: when('' as `risk == 'hihg' && ${Ten<Ten<Ten<'a'>>>}`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`risk=='hihg'&&cost<5||riks>=3`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`name == 'it\\'s nothing' && cost < 5`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`name == 'this && that' && cost < 5`) });
    definePolicy({
      id: 'p',
      facts,
      otherwise,
      rules: when(`name == 'a && b' || name == 'c && d' || name == 'e || f'`),
    });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`name in ['one of [1, 2]', 'another'] && cost < 5`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`name == '(in brackets)' && (name != 'and (others')`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when(`[1, 2] == [3] && )`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when('') });
  });

  it('reads long chains and deep brackets without a complaint', () => {
    definePolicy({ id: 'p', facts, otherwise, rules: when('' as `reversible${Ten<' && reversible' | ''>}`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when('' as `reversible${Ten<Ten<' || cost'>>}`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when('' as `${Ten<Ten<'('>>}cost > 1${Ten<Ten<')'>>}`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when('' as `risk in ['low'${Ten<Ten<", 'low'">>}]`) });
    definePolicy({ id: 'p', facts, otherwise, rules: when('' as `cost > 1${Ten<Ten<' + cost'>>}`) });
  });

  it('takes facts and rules that are only known at run time', () => {
    const some = parseFacts({});
    const rules: readonly Rule[] = [];
    expectTypeOf(definePolicy({ id: 'p', facts: some, rules, otherwise })).toExtend<Policy>();
    definePolicy({ id: 'p', facts: some, otherwise, rules: when(`anything == 'goes'`) });
  });

  it('takes constants that were kept apart', () => {
    const rules = [{ id: 'r', when: 'cost < 5', then: outcome.forbidden() }] as const satisfies readonly Rule[];
    expectTypeOf(definePolicy({ id: 'p', facts, rules, otherwise })).toEqualTypeOf<Policy<Facts, never, 'p'>>();
  });
});

describe('parsePolicy', () => {
  it('gives a policy over the facts, of any roles', () => {
    expectTypeOf(parsePolicy({}, { facts })).toEqualTypeOf<Policy<Facts>>();
    const result = safeParsePolicy({}, { facts });
    if (result.ok) expectTypeOf(result.value).toEqualTypeOf<Policy<Facts>>();
  });
});
