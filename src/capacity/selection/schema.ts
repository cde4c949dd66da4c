import * as z from 'zod';
import { externalIdSchema } from '../../foundation/name-schema.js';
import { optionalKey, schemaOf } from '../../foundation/schema-of.js';
import type { SelectionCandidate, SelectionCapacity, SelectionLevel, SelectionProblem } from './types.js';

/** The most that the door takes: beyond, the input is refused. */
const most = {
  capacities: 10_000,
  candidates: 200_000,
  levels: 100,
  requires: 1_000,
  exclusions: 100_000,
  excluded: 10_000,
};

const whole = /* @__PURE__ */ (() => z.int().min(0))();

const needs = /* @__PURE__ */ (() => z.record(externalIdSchema, whole))() as z.ZodType<
  Readonly<Record<string, number>>
>;

export const selectionCapacitySchema: z.ZodType<SelectionCapacity> = /* @__PURE__ */ (() =>
  schemaOf<SelectionCapacity>()(
    z.strictObject({ id: externalIdSchema, amount: whole, atLeast: optionalKey(whole) }),
  ))();

export const selectionLevelSchema: z.ZodType<SelectionLevel> = /* @__PURE__ */ (() =>
  schemaOf<SelectionLevel>()(z.strictObject({ id: externalIdSchema, value: whole, needs })))();

export const selectionCandidateSchema: z.ZodType<SelectionCandidate> = /* @__PURE__ */ (() =>
  schemaOf<SelectionCandidate>()(
    z.strictObject({
      id: externalIdSchema,
      value: optionalKey(whole),
      needs: optionalKey(needs),
      levels: optionalKey(z.array(selectionLevelSchema).min(1).max(most.levels)),
      requires: optionalKey(z.array(externalIdSchema).max(most.requires)),
      mandatory: optionalKey(z.literal(true)),
    }),
  ))();

export const selectionProblemSchema: z.ZodType<SelectionProblem> = /* @__PURE__ */ (() =>
  schemaOf<SelectionProblem>()(
    z.strictObject({
      capacities: z.array(selectionCapacitySchema).max(most.capacities),
      candidates: z.array(selectionCandidateSchema).max(most.candidates),
      exclusions: optionalKey(z.array(z.array(externalIdSchema).max(most.excluded)).max(most.exclusions)),
    }),
  ))();
