// The quarterly review of Tidewater, a fictional company that delivers meals; its data stands in company/ as JSON.
//
//   npm start              reviews the company: what it measures, who is there, who may decide what,
//                          who must act, where its work stands, and where its people go
//   npm start -- FILE      reviews a metric tree of your own

import { join } from 'node:path';
import { day, instant } from 'keelson';
import { reviewApprovals } from './approvals.js';
import { reviewCapacity } from './capacity.js';
import { openApprovals, openGovernance, openPortfolio, openReview, openWork } from './company.js';
import { reviewGovernance } from './governance.js';
import { reviewMetrics } from './metrics.js';
import { reviewOrganization } from './organization.js';
import { reviewProcess } from './process.js';

const company = join(import.meta.dirname, 'company');
const ownFile = process.argv[2];
const out = 'out';

const isReviewed = ownFile === undefined ? await reviewCompany() : reviewMetrics(ownFile, today(), out);
if (!isReviewed) process.exitCode = 1;

async function reviewCompany(): Promise<boolean> {
  const review = openReview(company);
  const people = openApprovals(company);
  const governance = openGovernance(company);
  const work = governance && openWork(company, governance);
  const portfolio = governance && openPortfolio(company, governance);
  if (!review || !people || !governance || !work || !portfolio) return false;
  const isOpened = reviewMetrics(join(company, 'metrics.json'), review.reviewDay, out);
  console.log();
  const roles = reviewOrganization(people.directory, review.reviewDay);
  const at = instant(`${review.reviewDay}T08:00:00Z`);
  reviewGovernance(governance, at, roles, out);
  console.log();
  reviewApprovals(governance, people, at, out);
  console.log();
  reviewProcess(governance, people, work, at, out);
  console.log();
  await reviewCapacity(portfolio, out);
  return isOpened;
}

/** The library has no clock: the company's review has a day of its own, a file of yours is looked at today. */
function today() {
  return day(new Date().toISOString().slice(0, 10));
}
