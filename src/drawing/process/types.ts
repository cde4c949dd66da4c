import type { Diagnostic } from '../../foundation/diagnostic.js';
import type { ItemStatus } from '../../process/items/types.js';
import type { GraphPictureOptions } from '../graph/dagre.js';

/** What a picture needs of an item: any `ItemState` has it. */
export interface DrawnItem {
  readonly phase: string;
  readonly status: ItemStatus;
}

/** What the picture of a process can be told. */
export interface ProcessPictureOptions extends GraphPictureOptions {
  /** Counted at the phases in which they stand; all of them are taken to be of this process. */
  readonly items?: readonly DrawnItem[];
  /** Of `verifyProcess`, or any others whose paths lead to phases and tracks. */
  readonly findings?: readonly Diagnostic[];
  /** Draws the process as items on this track meet it: what it skips is muted. */
  readonly track?: string;
  /** Where the next phase is; on the right where the process fits so, else below. */
  readonly direction?: 'right' | 'down';
}
