import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { MetricFinding, MetricTreeDefinition } from 'keelson/metrics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const program = resolve('examples/quarterly-review/main.ts');
const runner = [resolve('node_modules/tsx/dist/cli.mjs'), '--tsconfig', resolve('tsconfig.json'), program];
let folder: string;

function review(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...runner, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keelson-review-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the quarterly review', () => {
  it('finds the faults planted in the company, groups them and writes the tree as Mermaid and JSON', () => {
    const { status, stdout, stderr } = review();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('63 metrics and 11 goals, as of 2026-10-01');
    expect(stdout).toMatch(/metrics\.json:\d+:\d+ {2}metrics\[cost_per_delivery\]\.formula/);

    const { tree, findings } = JSON.parse(readFileSync(join(folder, 'out/metrics.json'), 'utf8')) as {
      tree: MetricTreeDefinition;
      findings: MetricFinding[];
    };
    expect(tree.metrics).toHaveLength(63);
    const planted = {
      'metrics/formula-syntax': 'payback_months',
      'metrics/unknown-reference': 'cost_per_delivery',
      'metrics/cycle': 'support_cost',
      'metrics/adding-different-units': 'delivery_minutes',
      'metrics/inverted-ratio': 'acquisition_cost',
      'metrics/average-of-ratio': 'on_time_mean',
      'metrics/non-additive-summed': 'reach',
      'metrics/finer-than-component': 'acquisition_cost',
      'metrics/equivalent-definition': 'average_basket',
      'metrics/divergent-definition': 'merchant_churn_sales',
      'metrics/missing-owner': 'new_accounts',
      'metrics/deprecated-in-use': 'contact_rate',
      'metrics/review-overdue': 'marketing_spend',
      'metrics/vanity-goal': 'app_opens',
      'metrics/activity-goal': 'daily_customers',
      'metrics/cumulative-goal': 'signups_ever',
      'metrics/guardrail-same-direction': 'search_success',
      'metrics/opposed-goals': 'delivery_fee',
      'metrics/expired-suppression': 'new_accounts',
      'metrics/unused-suppression': 'orders',
    };
    for (const [code, metric] of Object.entries(planted)) {
      expect(findings.filter((finding) => finding.code === code).map((finding) => finding.metric)).toContain(metric);
    }
    expect(findings.map((finding) => finding.code)).not.toContain('metrics/window-mismatch');

    const mermaid = readFileSync(join(folder, 'out/metrics.mmd'), 'utf8');
    expect(mermaid).toMatch(/^flowchart BT\n/);
    expect(mermaid).toContain('classDef error');
  });

  it('finds the faults planted in the list of people', () => {
    const { stdout } = review();
    expect(stdout).toContain('20 people in 9 teams hold 8 of 9 roles on 2026-10-01');
    expect(stdout).toMatch(/directory\.json:\d+:\d+ .*pablo@tidewater\.example is booked at 1\.2/);
    expect(stdout).toContain('nobody ever holds the role harbor_master');
    expect(stdout).toContain('sven@tidewater.example never belongs to a team');
  });

  it('says who must act on what waits, by when, on whose behalf, and where it escalates', () => {
    const { stdout } = review();
    const said = stdout
      .slice(stdout.indexOf('Who must act'))
      .split('\n')
      .map((line) => line.trim());
    expect(said).toEqual(
      expect.arrayContaining([
        'Q4-03  rejected',
        'v3: pablo@tidewater.example on behalf of noor@tidewater.example: reject',
        'v1: does not count, older-revision',
        'needs 1 more of exec: ines@tidewater.example or vera@tidewater.example',
        'Common manager: 2026-09-29T09:00:00Z to 2026-09-30T09:00:00Z, nobody acknowledged',
        'whoever stands above those who disagree must act by 2026-10-01T09:00:00Z',
        'Q4-06  pending',
        'needs 1 more of pricing: leo@tidewater.example',
        'Q4-07  approved',
        'excepted most: new_vendor, in 2 cases, of which 1 went on for longer',
        'E-1 holds until 2026-10-15T08:00:00Z',
      ]),
    );
    expect(stdout).toContain('rule "harbor_couriers" needs 1 of harbor_master to approve, and there is nobody');
    for (const picture of ['approval-Q4-03', 'approval-Q4-06', 'approval-Q4-07', 'decision-rights']) {
      expect(readFileSync(join(folder, `out/${picture}.svg`), 'utf8')).toMatch(/^<svg /);
    }
  });

  it('finds the faults planted in the policy, tries it on last quarter and decides what waits', () => {
    const { stdout } = review();
    expect(stdout).toContain('26 rules of who may start what: exact');
    const planted = {
      'governance/permissive-gap': 'cost is 100,000 EUR',
      'governance/permissive-first': '"own_staff" lets go ahead what the later rule "prices_by_person" forbids',
      'governance/shadowed-rule': '"price_test" is never reached: "price_rise" before it',
      'governance/idle-rule': '"staff_tools" changes no decision',
      'governance/unheld-role': 'nobody holds the role "harbor_master"',
      'governance/decided-both-ways': 'Q3-29 (may be done alone) and Q3-09 (needs 1 approval of director)',
      'governance/riskier-yet-easier': 'Q3-34 (may be done alone) was let off easier than Q3-15',
    };
    for (const [code, message] of Object.entries(planted)) {
      expect(stdout).toMatch(new RegExp(`^warning {2}${code} .*\\n.*${escaped(message)}`, 'm'));
    }
    expect(stdout).toMatch(/policy\.json:\d+:\d+ {2}rules\[price_test\]/);

    expect(stdout).toMatch(/^6 of 44 requests could not be judged\n {2}5 lack a fact that decides/m);
    expect(stdout).toMatch(/^38 requests judged by initiatives 2026-q4: 1 laxer/m);

    const waits = stdout.slice(0, stdout.indexOf('Who decides what'));
    const decided = [...waits.matchAll(/^(Q4-\d+) {2}[^:]+: (.*)$/gm)].map(([, id, outcome]) => [id, outcome]);
    expect(decided).toEqual([
      ['Q4-01', 'may be done alone'],
      ['Q4-02', 'may be done alone'],
      ['Q4-03', 'needs 1 approval of works_council, who may veto, and 2 of exec'],
      ['Q4-04', expect.stringMatching(/^cannot be decided without personal_data, vendor: /)],
      ['Q4-05', 'is forbidden'],
      ['Q4-06', 'needs 1 approval of pricing'],
      ['Q4-07', 'needs 1 approval of finance and 2 of exec'],
    ]);
    expect(stdout).toContain('Q4-02  Lockers at the harbor: may be done alone\n  no rule speaks of it');
    expect(stdout).toContain('    pay_change < 0 (pay_change is -4)');

    const table = readFileSync(join(folder, 'out/policy.md'), 'utf8');
    expect(table.match(/^\| \d+ \|/gm)).toHaveLength(26);
    const mermaid = readFileSync(join(folder, 'out/policy.mmd'), 'utf8');
    expect(mermaid).toMatch(/^flowchart TD\n/);
    expect(mermaid).toContain('classDef warning');
  });

  it('reviews a file of the user', () => {
    const file = join(folder, 'own.json');
    const metrics = [{ id: 'revenue', role: 'outcome', unit: 'USD', formula: 'orders * 2' }];
    writeFileSync(file, JSON.stringify({ schemaVersion: 1, id: 'own', version: '1', metrics }));
    const { status, stdout } = review(file);
    expect(status).toBe(0);
    expect(stdout).toContain('revenue uses orders, which does not exist');
    expect(stdout).not.toContain('\u001b');
  });

  it.each([
    ['text that is no JSON', '{ "metrics": [', /own\.json:1:\d+/],
    ['a key that stands twice', '{ "id": "a",\n  "id": "b" }', /own\.json:2:3/],
    [
      'a misspelt key',
      '{ "schemaVersion": 1, "id": "own", "version": "1",\n  "metrics": [\n    { "id": "a", "role": "driver", "unit": "1", "descriptionn": "" }] }',
      /own\.json:3:49.*\n.*did you mean "description"\?/,
    ],
  ])('says file, line and column of %s and exits with 1', (_, text, place) => {
    writeFileSync(join(folder, 'own.json'), text);
    const { status, stdout, stderr } = review('own.json');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(place);
    expect(stderr).not.toMatch(/ {4}at /);
  });

  it('says in one line that a file does not exist and exits with 1', () => {
    const { status, stderr } = review('nowhere.json');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^nowhere\.json: .*no such file.*\n$/);
  });

  it('says where work stands, what the next forum decides and what has lapsed', () => {
    const { stdout } = review();
    const lines = stdout.split('\n').map((line) => line.trim());
    expect(lines).toContain('night-delivery  for 43 working days');
    expect(lines).toContain('larger-pictures  completed');
    expect(lines).toContain('The next forum, on 2026-10-08: room for 2');
    expect(lines).toContain('reorder-button  ready');
    expect(lines).toContain('gift-cards  lacks one thing: design is missing');
    expect(stdout).toMatch(/group-orders {2}2026-09-25 {2}condition refunds .* \(lapseCondition\)/);
    expect(readFileSync(join(folder, 'out/process.mmd'), 'utf8')).toContain('back, at most 3 times');
  });

  it('says where the people go, how sure the ranking is, and what is worth most together', () => {
    const { stdout } = review();
    const lines = stdout.split('\n').map((line) => line.trim());
    expect(lines).toContain('8 teams with 46 people, 40 initiatives for 12 weeks');
    expect(stdout).toContain('one-click needs token-vault by 2026-11-09, and it is promised for 2026-11-16');
    expect(stdout).toMatch(/initiatives\[34\]\.dependsOn\[0\]\.on is no initiative .*one-logn/);
    expect(stdout).toMatch(/office-catering .*research/);
    expect(lines).toContain('The shares as people: core 32 (32 1/5), adjacent 9 (9 1/5), transformational 5 (4 3/5)');
    expect(lines).toContain('drone-trial  no score without reach, impact, confidence, effort');
    expect(stdout).toMatch(/looked for 10240 of 20000 turns: \d/);
    expect(stdout).toMatch(/\d+ initiatives worth \d+ \((optimal|feasible)/);
    expect(stdout).toMatch(/Verified from the portfolio alone: no selection is worth more than \d+/);
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
