import * as z from 'zod';

/** A census of the United States: how many seats the House has, and each state's population and official seats. */
const census = z.object({
  census: z.int(),
  seats: z.int(),
  states: z.array(z.object({ name: z.string(), population: z.int(), officialSeats: z.int() })),
});

export type Census = z.infer<typeof census>;

export function readCensuses(text: string): readonly Census[] {
  return z.array(census).parse(JSON.parse(text));
}
