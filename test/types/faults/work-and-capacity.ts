import { definePortfolio, type Portfolio, parsePortfolio } from 'keelson/capacity';
import { defineCalendar } from 'keelson/foundation';

const calendar = defineCalendar({ zone: 'UTC', weekend: [] });
const horizon = { start: '2027-01-04', periods: 12, period: 'week' } as const;
const teams = { payments: { seats: { backend: 3 } }, growth: { seats: { design: 0.5 } } } as const;
const buckets = { core: { share: 0.7 }, adjacent: { share: 0.3 } } as const;

definePortfolio({
  calendar,
  horizon,
  teams,
  buckets,
  sizes: { M: { low: 1, high: 2 } },
  people: [
    { id: 'ana', skills: ['data'], teams: ['paymnts'] }, // error: Did you mean '"payments"'?
    { id: 'bo', skills: ['data'], teams: { paymnts: 1 } }, // error: 'paymnts' does not exist in type
  ],
  initiatives: [
    { id: 'a', value: 1, bucket: 'cor', demand: { backend: 1, design: 'M', data: { low: 1, high: 2 } } }, // error: Type '"cor"' is not assignable to type '"core" | "adjacent"'
    { id: 'b', value: 1, demand: { bakend: 1 } }, // error: 'bakend' does not exist in type
    { id: 'c', value: 1, demand: {}, dependsOn: ['w'] }, // error: Type '"w"' is not assignable to type
    { id: 'd', value: 1, demand: {}, dependsOn: ['a', { on: 'b', kind: 'with', needBy: '2027-02-01' }] },
    { id: 'e', value: 1, demand: {}, teams: ['groth'] }, // error: Did you mean '"growth"'?
    { id: 'f', value: 1, demand: { backend: true } }, // error: Type 'boolean' is not assignable to type
    { id: 'g', value: 1, demand: {}, excludes: ['q'] }, // error: Type '"q"' is not assignable to type
    { id: 'h', value: 1, demand: {}, mandatory: false }, // error: Type 'false' is not assignable to type 'true'
    { id: 'i', value: 1, demand: {}, deadlin: '2027-02-01' }, // error: 'deadlin' does not exist in type
  ],
});

// error: Property 'calendar' is missing
definePortfolio({ horizon, teams, initiatives: [] });

// error: Type '"day"' is not assignable to type '"week" | "month"'
definePortfolio({ calendar, horizon: { start: '2027-01-04', periods: 1, period: 'day' }, teams, initiatives: [] });

// error: 'flor' does not exist in type
definePortfolio({ calendar, horizon, teams: { payments: { flor: 0.2 } }, initiatives: [] });

// error: Property 'calendar' is missing
parsePortfolio({}, {});

const portfolio = definePortfolio({ calendar, horizon, teams, initiatives: [{ id: 'a', value: 1, demand: {} }] });
portfolio satisfies Portfolio<'a', 'payments'>; // error: Type '"growth"' is not assignable to type '"payments"'
