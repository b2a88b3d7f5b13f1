/** Gives back a place; a second call does nothing. */
export type Leave = () => void;

/** So many places, handed out in the order in which they were asked for. */
class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /** Waits for a place. */
  async enter(): Promise<Leave> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>(resolve => this.#waiting.push(resolve));
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      const next = this.#waiting.shift();
      if (next === undefined) this.#free++;
      else next();
    };
  }
}

/** Requests that a worker claims ahead of those under way: they would be unknown if it died. */
const CLAIMED_AHEAD = 2;

/**
 * Places of the requests of a worker. The next ones are claimed while others wait for the gateway, else each would wait
 * for the disk of the database too.
 */
export class RequestSlots {
  readonly #claimed: Slots;
  readonly #underWay: Slots;

  /** @param count requests under way at a time */
  constructor(count: number) {
    this.#claimed = new Slots(count + CLAIMED_AHEAD);
    this.#underWay = new Slots(count);
  }

  /** Claims, then waits until the request may leave. */
  async enter(claim: () => Promise<string>): Promise<{ readonly request: string; readonly leave: Leave }> {
    const leaveClaimed = await this.#claimed.enter();
    try {
      const request = await claim();
      const leaveUnderWay = await this.#underWay.enter();
      return {
        request,
        leave: () => {
          leaveUnderWay();
          leaveClaimed();
        },
      };
    } catch (error) {
      leaveClaimed();
      throw error;
    }
  }
}
