/** The arrows of the house: which folders of src a folder may import, besides itself. */
const arrows = {
  foundation: [],
  expression: ['foundation'],
  organization: ['foundation'],
  metrics: ['foundation', 'expression'],
  governance: ['foundation', 'expression', 'organization'],
  process: ['foundation', 'expression', 'organization', 'governance'],
  capacity: ['foundation', 'organization'],
  model: ['foundation', 'expression', 'organization', 'metrics', 'governance', 'process', 'capacity'],
  drawing: ['foundation', 'expression', 'organization', 'metrics', 'governance', 'process', 'capacity', 'model'],
  host: ['foundation', 'expression', 'organization', 'governance', 'process'],
  testing: ['foundation', 'expression', 'organization', 'governance', 'process', 'host'],
  solvers: ['foundation', 'organization', 'capacity'],
};

const folders = Object.keys(arrows);

/** The front door shows the domains, not these. */
const besideTheFrontDoor = ['drawing', 'host', 'solvers', 'testing'];

/** The only packages that src may import; @noble/hashes is inlined by the build. */
const packages = ['zod', 'date-fns', '@date-fns/tz', 'immer', '@noble/hashes', '@dagrejs/dagre'];

module.exports = {
  forbidden: [
    ...folders.map((folder) => ({
      name: `${folder}-imports-only-what-is-below`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: { path: '^src/', pathNot: `^src/(${[folder, ...arrows[folder]].join('|')})/` },
    })),
    {
      name: 'every-folder-has-its-arrows',
      comment: 'A new folder of src is entered in the list of arrows first.',
      severity: 'error',
      from: { path: '^src/.+/', pathNot: `^src/(${folders.join('|')})/` },
      to: {},
    },
    {
      name: 'front-door-shows-the-domains',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: `^src/(${besideTheFrontDoor.join('|')})/` },
    },
    {
      name: 'front-door-goes-through-the-doors',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/', pathNot: '^src/[^/]+/index\\.ts$' },
    },
    {
      name: 'a-door-is-not-used-from-inside',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/(index\\.ts|$1/index\\.ts)$' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'only-these-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { pathNot: ['^src/', ...packages.map((name) => `node_modules/${name}/`)] },
    },
    {
      name: 'dagre-only-for-drawing',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/drawing/' },
      to: { path: 'node_modules/@dagrejs/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['import', 'types', 'default'], exportsFields: ['exports'] },
  },
};
