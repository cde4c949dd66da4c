import { quote } from '../foundation/shorten.js';
import { continuesName, isDigit, startsName, unitAt } from './characters.js';
import { fault } from './faults.js';
import type { Lexer } from './token.js';

const DOT = 0x2e;

/**
 * Reads `12`, `2.5`, `.5`, `1e3`, `1.5E-3`. Up to 15 digits the value is one exact division of two exact numbers, and
 * so is rounded correctly (Clinger 1990); the rest is left to the engine.
 */
export function readNumber(lexer: Lexer, start: number): true {
  const { text } = lexer;
  let at = start;
  let unit = unitAt(text, at);
  let value = 0;
  let scale = 1;
  while (isDigit(unit)) {
    value = value * 10 + (unit - 0x30);
    unit = unitAt(text, ++at);
  }
  if (unit === DOT && isDigit(unitAt(text, at + 1))) {
    unit = unitAt(text, ++at);
    while (isDigit(unit)) {
      value = value * 10 + (unit - 0x30);
      scale *= 10;
      unit = unitAt(text, ++at);
    }
  }
  const exponent = exponentAt(text, at);
  if (exponent > at || at - start > 15) value = Number(text.slice(start, exponent));
  else value /= scale;

  lexer.kind = 'number';
  lexer.value = value;
  lexer.end = exponent;
  const end = endOfTail(text, exponent);
  if (end > exponent) refuseTail(lexer, start, exponent, end);
  else if (value === Number.POSITIVE_INFINITY) refuseSize(lexer, start, end);
  return true;
}

/** Where an exponent at this place ends; the place itself where there is none. */
function exponentAt(text: string, at: number): number {
  const unit = unitAt(text, at);
  if (unit !== 0x65 && unit !== 0x45) return at;
  const sign = unitAt(text, at + 1);
  let end = sign === 0x2b || sign === 0x2d ? at + 2 : at + 1;
  if (!isDigit(unitAt(text, end))) return at;
  while (isDigit(unitAt(text, end))) end++;
  return end;
}

/** Where letters, digits and dots that stick to a number end. A dot before a letter is a method's. */
function endOfTail(text: string, at: number): number {
  let end = at;
  for (;;) {
    const unit = unitAt(text, end);
    const sticks = unit === DOT ? !startsName(unitAt(text, end + 1)) : continuesName(unit);
    if (!sticks) return end;
    end++;
  }
}

const magnitudes: Readonly<Record<string, string>> = { k: 'e3', K: 'e3', M: 'e6', B: 'e9' };

function refuseTail(lexer: Lexer, start: number, tailStart: number, end: number): void {
  const found = lexer.text.slice(start, end);
  const digits = lexer.text.slice(start, tailStart);
  const tail = lexer.text.slice(tailStart, end);
  const meant = intendedNumber(found, digits, tail);
  if (meant !== undefined) lexer.value = meant;
  lexer.end = end;

  let hint = 'write digits with at most one decimal point, such as 1234.5';
  if (meant !== undefined) hint = `write ${meant}`;
  else if (startsName(unitAt(tail, 0)) && !tail.includes('.')) hint = `put an operator between: ${digits} * ${tail}`;
  lexer.faults.push(fault('expression/malformed-number', start, end, `${quote(found)} is not a number`, hint));
}

function intendedNumber(found: string, digits: string, tail: string): number | undefined {
  const magnitude = Object.hasOwn(magnitudes, tail) ? magnitudes[tail] : undefined;
  let meant = Number.NaN;
  if (magnitude !== undefined) meant = Number(digits + magnitude);
  else if (tail === '.') meant = Number(digits);
  else if (/^0x[0-9a-f]+$/i.test(found)) meant = Number(found);
  else if (/^[0-9]+(_[0-9]+)+$/.test(found)) meant = Number(found.replaceAll('_', ''));
  return Number.isFinite(meant) ? meant : undefined;
}

function refuseSize(lexer: Lexer, start: number, end: number): void {
  lexer.value = Number.MAX_VALUE;
  const message = `${quote(lexer.text.slice(start, end))} is larger than any number`;
  lexer.faults.push(fault('expression/number-too-large', start, end, message, 'the largest number is about 1.79e308'));
}
