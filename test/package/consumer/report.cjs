/** What a stranger sees of the package: every public name, a small tree linted, a definition refused, a picture. */
module.exports = function report(doors) {
  const { defineMetrics, lintMetrics, parseMetrics } = doors.keelson;
  const { matrixToSvg, metricsToSvg } = doors['keelson/drawing'];

  const tree = defineMetrics({
    metrics: {
      cost: { role: 'input', unit: 'USD' },
      clicks: { role: 'input', unit: 'click' },
      cost_per_click: { role: 'driver', unit: 'USD/click', formula: 'clicks / cost' },
    },
  });

  return {
    names: Object.fromEntries(Object.entries(doors).map(([door, exported]) => [door, namesOf(exported)])),
    codes: lintMetrics(tree).map((finding) => finding.code),
    refusal: refusalOf(() => parseMetrics({ metrics: 'none' })),
    picture: matrixToSvg({ title: 'Rights', columns: [], rows: [] }).slice(0, 4),
    withoutDagre: refusalOf(() => metricsToSvg(tree, {})),
  };
};

function namesOf(exported) {
  return Object.keys(exported)
    .filter((name) => name !== 'default' && name !== 'module.exports')
    .sort();
}

function refusalOf(act) {
  try {
    return act();
  } catch (error) {
    return error.code;
  }
}
