/** What a person who read the published definition says of a finding. */
export interface Judgment {
  readonly agrees: boolean;
  readonly why: string;
}

const yes = (why: string): Judgment => ({ agrees: true, why });
const no = (why: string): Judgment => ({ agrees: false, why });

/** By code and by the metric's ref; of several findings on one metric it is for all. */
export const judgments: Readonly<Record<string, Readonly<Record<string, Judgment>>>> = {
  'metrics/formula-syntax': {
    PaybackPd: yes('one parenthesis opens and none closes'),
  },
  'metrics/unknown-reference': {
    EmailUnsubRate: yes('no metric counts contacts that may be mailed; the text speaks of TotEmailSubs'),
    ExpandShareRenewals: yes('the metric is ExpandRenewals, as the hint says'),
    FirstContactResRate: yes('the metric is SolvSuppTkts; the hint does not find it'),
    NetDollRetn: yes('the metric is NetRevChurnRate; the hint names NetRevChurn, an amount'),
    NetMRR: yes('the metric is CtrctMRR, as the hint says'),
    NetRevChurn: yes('the metric is ExpandMRR; the hint names ExposMRR, which is nearer by its letters'),
    PaybackPd: yes('no metric of that name; the text says Blended CAC'),
    RetainMRR: yes('the metric is CtrctMRR, as the hint says'),
    SuppEscRate: yes('the metric is NewSuppTkts; the hint does not find it'),
    WOMCof: yes('only NewSusps exists, which is more than the organic ones'),
  },
  'metrics/orphan': {
    NewBizOppCloseRate: yes('a rate in words, although both of its parts are metrics'),
    OpenFutPipe: yes('with OpenSamePdPipe it makes up the opened pipeline, and no formula says so'),
    OpenSamePdOpps: yes('with OpenFutOpps it makes up the opened opportunities, and no formula says so'),
    PaidTraffic: yes('PaidShareTraffic is made of it, in words only'),
    SiteConvRate: yes('a rate in words, although Signups and WebVisits are metrics'),
    SlipPipe: no('a count that managers look at by itself'),
    TotFutPipe: yes('a part of the total pipeline, and no formula says so'),
    VideoAdSpend: yes('a part of AdSpend, and no formula says so'),
    VideoAdWatchTime: no('a count that stands for itself'),
    WonRenewBks: yes('a part of TotBks, and no formula says so'),
  },
  'metrics/duplicate-id': {
    MktInflPipe: yes(
      'Advertising-Generated Pipeline got the ref of Marketing-Influenced Pipeline; PipeROAS misses AdGenPipe',
    ),
  },
  'metrics/unknown-unit': {
    Tkts1stRespTarg: yes('a slip of the keyboard'),
  },
  'metrics/unit-mismatch': {
    BksAC: no('dollars for a dollar booked: a ratio, but people print it as dollars'),
    GrossDollRetnPerCust: yes('a share over a number of customers is no amount of dollars'),
    GrossMarginPerCust: yes('the margin is a share; the text means GrossProfit'),
    NetDollRetnPerCust: yes('a share over a number of customers is no amount of dollars'),
    NewACVToCAC: yes('dollars over dollars: its own label says ratio'),
    NewCustShareMRR: yes('a share'),
    NewMRRAC: no('dollars for a dollar of new MRR: a ratio, but people print it as dollars'),
  },
  'metrics/inverted-ratio': {
    AdCPC: yes('clicks over spend is no cost per click'),
    CPM: yes('impressions over spend is no cost per impression; the factor of 1,000 is missing too'),
  },
  'metrics/unguarded-division': {
    CustGrowthRate: yes('a segment has no customers before its first period'),
    EmailClickThruRate: yes('a week without a mailing'),
    EmailOpenRate: yes('a week without a mailing'),
    GrossRevChurnRate: yes('broken down by customer and contract, where a segment can be empty'),
    NetMRRPerCust: yes('broken down by customer, where a segment can be empty'),
    NewMRRPerAE: yes('a team before its first hire'),
    PgViewsPerSess: no('a site without any session in a week is no business'),
    RevQuickRatio: yes('a month in which nothing was lost'),
    SessPerVisit: no('a site without any visitor in a week is no business'),
    SocCPM: yes('a week without paid posts'),
  },
  'metrics/finer-than-component': {
    AdCPC: yes('spend is known by month only'),
    CPM: yes('spend is known by month only'),
    SocCPM: yes('spend is known by month only'),
  },
  'metrics/coarser-than-component': {
    DollarNetExpandRate: yes('which of the three months is TotMRR taken from, the first or the last?'),
    GrossMargin: yes('profit of a quarter over the MRR of a month: off by three'),
    GrossRevChurn: yes('ChurnMRR lacks the quarter that ChurnCust has'),
    GrossRevChurnRate: yes('churn of a quarter over the MRR of which month?'),
    MRRPerNewCust: yes('NewMRR lacks the quarter that NewCust and NewACV have'),
    NetRevChurn: yes('ChurnMRR lacks the quarter that ChurnCust has'),
    NetRevChurnRate: yes('churn of a quarter over the MRR of which month?'),
    NewMRRAC: yes('NewMRR lacks the quarter that SalesMktSpend has'),
    NewMRRPerAE: yes('NewMRR lacks the quarter that NewACV has'),
  },
  'metrics/similar-definition': {
    WonPipe: yes('the same sentence as NewBizBks; one of the two is to go, or to say more'),
  },
  'metrics/several-owners': {
    BksAC: yes('two teams, and none that is asked when it rises'),
    CustCMG: yes('two teams, and none that is asked when it falls'),
    CustGrowthRate: yes('two teams, and none that is asked when it falls'),
    NewACVToCAC: yes('two teams, and none that is asked when it falls'),
    NewMRR: yes('two teams, and none that is asked when it falls'),
    SalesMktSpend: no('the sum of what both spend; each part has one owner'),
  },
  'metrics/undeclared-direction': {
    'DAU:MAU': yes('the publisher has no field for it, so this is one remark about the form, made 106 times'),
    MRRRenewRate: yes('as above'),
    MagicNum: yes('and here the reader needs it: the formula is the usual one upside down'),
    NetDollRetnPerCust: yes('as above'),
    NetMRRPerCust: yes('as above'),
    NewMRRAC: yes('down is better, against most of its neighbors'),
    NewShareVisits: yes('either way can be better'),
    PaybackPd: yes('down is better, against most of its neighbors'),
    SocFollwGrowthRate: yes('as above'),
    TotMRR: yes('as above'),
  },
};
