/** A definition as the SOMA library publishes it: every field a text, empty where nothing is said. */
export interface SomaRecord {
  readonly 'Metric Ref': string;
  readonly 'Metric Label': string;
  readonly Definition: string;
  readonly Unit: string;
  readonly Complexity: string;
  readonly Components: string;
  readonly 'Metric Expression': string;
  readonly Periods: string;
  readonly Dims: string;
  readonly Terms: string;
  readonly Theme: string;
  readonly 'Set(s)': string;
  readonly 'Business Model(s)': string;
  readonly 'Buying Model(s)': string;
  readonly 'Source System(s)': string;
  readonly 'Owning Team(s)': string;
  readonly 'Watching Team(s)': string;
  readonly File: string;
}

/** The items of a field, whichever of the two separators its author used, each once. */
export function listOf(field: string): string[] {
  const items = field.split(/[;,]/).map((item) => item.trim());
  return [...new Set(items.filter((item) => item !== ''))];
}
