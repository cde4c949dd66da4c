/** Where a rule is documented. */
export interface Page {
  readonly product: string;
  readonly title: string;
  readonly url: string;
}

function page(product: string, title: string, url: string): Page {
  return { product, title, url: `https://${url}` };
}

const graph = 'learn.microsoft.com/en-us/graph/api/resources';
const branches = 'docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository';
const gitlab = 'docs.gitlab.com';
const servicenow = 'www.servicenow.com/docs/r';

/** The public documentation that the cases are written from, read in November 2026. */
export const pages = {
  github: {
    protectedBranches: page(
      'GitHub',
      'About protected branches',
      `${branches}/managing-protected-branches/about-protected-branches`,
    ),
    requiredReviews: page(
      'GitHub',
      'Approving a pull request with required reviews',
      'docs.github.com/en/pull-requests/how-tos/review-pull-requests/approving-a-pull-request-with-required-reviews',
    ),
    codeOwners: page(
      'GitHub',
      'About code owners',
      'docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners',
    ),
    environments: page(
      'GitHub Actions',
      'Deployments and environments',
      'docs.github.com/en/enterprise-cloud@latest/actions/reference/workflows-and-actions/deployments-and-environments',
    ),
    reviewingDeployments: page(
      'GitHub Actions',
      'Reviewing deployments',
      'docs.github.com/en/actions/managing-workflow-runs-and-deployments/managing-deployments/reviewing-deployments',
    ),
  },
  gitlab: {
    approvals: page('GitLab', 'Merge request approvals', `${gitlab}/user/project/merge_requests/approvals/`),
    rules: page('GitLab', 'Merge request approval rules', `${gitlab}/user/project/merge_requests/approvals/rules/`),
    settings: page(
      'GitLab',
      'Merge request approval settings',
      `${gitlab}/user/project/merge_requests/approvals/settings/`,
    ),
    codeOwners: page('GitLab', 'Code Owners syntax and error handling', `${gitlab}/user/project/codeowners/reference/`),
    deployments: page('GitLab', 'Deployment approvals', `${gitlab}/ci/environments/deployment_approvals/`),
  },
  azure: {
    branchPolicies: page(
      'Azure Repos',
      'Branch policies and settings',
      'learn.microsoft.com/azure/devops/repos/git/branch-policies',
    ),
    approvals: page(
      'Azure Pipelines',
      'Define approvals and checks',
      'learn.microsoft.com/azure/devops/pipelines/process/approvals',
    ),
  },
  bitbucket: {
    mergeChecks: page(
      'Bitbucket Cloud',
      'Suggest or require checks before a merge',
      'support.atlassian.com/bitbucket-cloud/docs/suggest-or-require-checks-before-a-merge/',
    ),
  },
  gerrit: {
    labels: page('Gerrit', 'Review labels', 'gerrit-review.googlesource.com/Documentation/config-labels.html'),
    submitRequirements: page(
      'Gerrit',
      'Submit requirements',
      'gerrit-review.googlesource.com/Documentation/config-submit-requirements.html',
    ),
  },
  policyBot: {
    readme: page('policy-bot', 'README', 'github.com/palantir/policy-bot/blob/develop/README.md'),
    owners: page('Prow', 'Approve plugin', 'docs.prow.k8s.io/docs/components/plugins/approve/approvers/'),
  },
  aws: {
    approvalRules: page(
      'AWS CodeCommit',
      'Edit or delete an approval rule for a pull request',
      'docs.aws.amazon.com/codecommit/latest/userguide/how-to-edit-delete-pull-request-approval-rule.html',
    ),
    manualApproval: page(
      'AWS CodePipeline',
      'Approve or reject an approval action',
      'docs.aws.amazon.com/codepipeline/latest/userguide/approvals-approve-or-reject.html',
    ),
  },
  servicenow: {
    multipleApprovers: page(
      'ServiceNow',
      'Multiple approvers',
      `${servicenow}/build-workflows/approvals/c_MultipleApprovers.html`,
    ),
    askForApproval: page(
      'ServiceNow',
      'Ask for Approval action',
      `${servicenow}/build-workflows/workflow-studio/ask-approval-flow-designer.html`,
    ),
    changePolicies: page(
      'ServiceNow',
      'Change approval policies',
      `${servicenow}/it-service-management/change-management/change-approval-policy.html`,
    ),
  },
  others: {
    powerAutomate: page(
      'Power Automate',
      'Get started with approvals',
      'learn.microsoft.com/en-us/power-automate/get-started-approvals',
    ),
    jira: page(
      'Jira',
      'How to manage approvers',
      'support.atlassian.com/jira-work-management/docs/how-to-manage-approvers/',
    ),
    openshift: page(
      'OpenShift Pipelines',
      'Using manual approval in OpenShift Pipelines',
      'docs.redhat.com/en/documentation/red_hat_openshift_pipelines/1.21/html/creating_cicd_pipelines/using-manual-approval',
    ),
    octopus: page('Octopus Deploy', 'Octopus approvals', 'github.com/OctopusDeploy/docs/pull/3101'),
  },
  access: {
    vault: page(
      'HashiCorp Vault',
      'Vault Enterprise Control Groups',
      'developer.hashicorp.com/vault/docs/enterprise/control-groups',
    ),
    openbao: page('OpenBao', 'Control groups', 'openbao.org/docs/next/concepts/control-groups/'),
    accessApproval: page(
      'Google Cloud',
      'Access Approval: approval requests',
      'cloud.google.com/assured-workloads/access-approval/docs/reference/rest/v1/projects.approvalRequests',
    ),
    googlePam: page(
      'Google Cloud',
      'Approve or deny grants with Privileged Access Manager',
      'cloud.google.com/iam/docs/pam-approve-deny-grants',
    ),
    graphDelegate: page(
      'Microsoft Entra',
      'approverDelegate resource type',
      `${graph}/approverdelegate?view=graph-rest-beta`,
    ),
  },
  banking: {
    payees: page(
      'Coutts Online',
      'How does dual approval of payees work?',
      'www.coutts.com/help-centre/coutts-online/administration/users/How-does-dual-approval-of-payees-work-.html',
    ),
    payments: page(
      'Coutts Online',
      'Can dual approval of payments be set?',
      'www.coutts.com/help-centre/coutts-online/administration/users/Can-dual-approval-of-payments-be-set.html',
    ),
  },
  voting: {
    apache: page('Apache Software Foundation', 'Voting process', 'www.apache.org/foundation/voting.html'),
    cosmos: page(
      'Cosmos SDK',
      'Guide to on-chain multisig transactions',
      'docs.cosmos.network/v0.52/user/run-node/onchain-multisig',
    ),
  },
} as const;
