/** The part of the SARIF 2.1.0 format (OASIS, 2020) that keelson writes. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly [SarifRun];
}

export interface SarifRun {
  readonly tool: {
    readonly driver: { readonly name: string; readonly version?: string; readonly rules: readonly SarifRule[] };
  };
  readonly columnKind: 'utf16CodeUnits';
  readonly results: readonly SarifResult[];
}

export interface SarifRule {
  readonly id: string;
  readonly shortDescription?: SarifMessage;
  readonly defaultConfiguration?: { readonly level: SarifLevel };
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: SarifLevel;
  readonly message: SarifMessage;
  readonly locations: readonly [SarifLocation];
  readonly relatedLocations?: readonly SarifLocation[];
  readonly partialFingerprints?: Readonly<Record<string, string>>;
  readonly occurrenceCount?: number;
}

export interface SarifLocation {
  readonly id?: number;
  readonly message?: SarifMessage;
  readonly physicalLocation?: { readonly artifactLocation: { readonly uri: string }; readonly region?: SarifRegion };
  readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[];
}

export interface SarifRegion {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

export interface SarifMessage {
  readonly text: string;
}

export type SarifLevel = 'error' | 'warning' | 'note';
