import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  analyzePolicy,
  backtestPolicy,
  backtestToText,
  definitionOf,
  diagnosticsToText,
  explainPolicy,
  explanationToText,
  findInconsistentDecisions,
  type Instant,
  type PolicyContext,
  type PolicyFinding,
  policyToMarkdown,
  policyToMermaid,
  safeParseRequest,
} from 'keelson';
import type { Governance } from './company.js';
import { print } from './print.js';

/** Looks over the policy, tries it on last quarter, and decides what waits. */
export function reviewGovernance(company: Governance, at: Instant, roles: readonly string[], out: string): void {
  const context = { at, calendar: company.calendar };
  const findings = analyze(company, context, roles);
  lookBack(company);
  decide(company, context);

  const policy = company.policy.value;
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'policy.md'), policyToMarkdown(policy));
  writeFileSync(join(out, 'policy.mmd'), policyToMermaid(policy, { findings }));
  console.log(`${join(out, 'policy.md')}    the policy as a table`);
  console.log(`${join(out, 'policy.mmd')}   the policy as a Mermaid flowchart, findings marked`);
}

function analyze(
  { policy: opened }: Governance,
  context: PolicyContext,
  roles: readonly string[],
): readonly PolicyFinding[] {
  const { value: policy, report } = opened;
  const { status, findings } = analyzePolicy(policy, { roles, context, max: 1 });
  console.log(`${definitionOf(policy).rules.length} rules of who may start what: ${status}\n`);
  print(findings, { ...report, stored: definitionOf(policy) });
  return findings;
}

function lookBack({ calendar, facts, policy, decisions }: Governance): void {
  console.log('Last quarter under this policy\n');
  console.log(backtestToText(backtestPolicy(policy.value, decisions.value, { calendar })));

  const { findings } = findInconsistentDecisions(facts, decisions.value, {
    calendar,
    riskier: { cost: 'up', risk: ['low', 'medium', 'high'], reversible: 'down' },
    ignore: ['launch', 'days_left', 'conversion'],
  });
  print(findings, { ...decisions.report, stored: decisions.value });
}

function decide({ facts, policy, requests }: Governance, context: PolicyContext): void {
  console.log('What waits for a decision\n');
  for (const { id, facts: given, measuredOn = {}, extra } of requests) {
    const { title } = extra as { readonly title: string };
    const request = safeParseRequest(facts, given);
    if (request.ok) {
      const explanation = explainPolicy(policy.value, request.value, { ...context, measuredOn });
      console.log(`${id}  ${title}: ${explanationToText(explanation)}`);
    } else {
      console.log(`${id}  ${title}: cannot be read\n${diagnosticsToText(request.diagnostics)}`);
    }
  }
}
