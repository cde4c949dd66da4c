import { parse } from '@bufbuild/cel';
import type { CelCase } from './cases.js';

type Tree = ReturnType<typeof parse>['expr'];

/** What of CEL a case makes use of, as CEL's own parser sees it. */
export interface Features {
  /** `null`, `uint`, `bytes`, `text`, `boolean`, `list`, `message`, `field`, `container`, `big`. */
  readonly forms: ReadonlySet<string>;
  /** The functions and operators, as CEL names them inside: `_+_`, `size`. */
  readonly calls: ReadonlySet<string>;
  /** The names that stand for values. */
  readonly names: ReadonlySet<string>;
}

export function featuresOf({ text, bindings, expected }: CelCase): Features {
  const nodes = nodesOf(treeOf(text)).map(({ exprKind }) => exprKind);
  const values = [expected, ...bindings.map(([, value]) => value)];
  const forms = [...nodes.flatMap(formsOfNode), ...values.flatMap(formsOfValue)];
  if (bindings.some(([name]) => name.includes('.'))) forms.push('container');
  return {
    forms: new Set(forms),
    calls: new Set(nodes.flatMap(({ case: kind, value }) => (kind === 'callExpr' ? [value.function] : []))),
    names: new Set(nodes.flatMap(({ case: kind, value }) => (kind === 'identExpr' ? [value.name] : []))),
  };
}

function formsOfNode({ case: kind, value }: Tree['exprKind']): readonly string[] {
  switch (kind) {
    case 'selectExpr':
      return ['field'];
    case 'structExpr':
      return ['message'];
    case 'listExpr':
      return ['list'];
    case 'constExpr':
      return formsOfValue(value.constantKind);
    default:
      return [];
  }
}

function formsOfValue(
  found: { readonly case?: string | undefined; readonly value?: unknown } | undefined,
): readonly string[] {
  const { case: kind = '', value } = found ?? {};
  const form = formOfValue[kind];
  const isBig = typeof value === 'bigint' && !Number.isSafeInteger(Number(value));
  return [...(form === undefined ? [] : [form]), ...(isBig ? ['big'] : [])];
}

const formOfValue: Readonly<Record<string, string>> = {
  nullValue: 'null',
  uint64Value: 'uint',
  bytesValue: 'bytes',
  stringValue: 'text',
  boolValue: 'boolean',
  listValue: 'list',
  mapValue: 'message',
  objectValue: 'message',
};

/** Absent where even CEL's parser in JavaScript cannot read the text: names in backquotes. */
function treeOf(text: string): Tree | undefined {
  try {
    return parse(text).expr;
  } catch {
    return undefined;
  }
}

function nodesOf(node: Tree | undefined): readonly Tree[] {
  return node === undefined ? [] : [node, ...partsOf(node).flatMap(nodesOf)];
}

function partsOf({ exprKind: { case: kind, value } }: Tree): readonly (Tree | undefined)[] {
  switch (kind) {
    case 'callExpr':
      return [value.target, ...value.args];
    case 'listExpr':
      return value.elements;
    case 'selectExpr':
      return [value.operand];
    case 'structExpr':
      return value.entries.flatMap(({ keyKind, value: held }) => [
        keyKind.case === 'mapKey' ? keyKind.value : undefined,
        held,
      ]);
    case 'comprehensionExpr':
      return [value.iterRange, value.accuInit, value.loopCondition, value.loopStep, value.result];
    default:
      return [];
  }
}
