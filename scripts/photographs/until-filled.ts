/** The demonstration goes on telling while people look; who photographs waits for its end. */
import type { Desk } from '#tests/journeys/desk.ts';

export async function untilFilled({ page, origin }: Desk): Promise<void> {
  let before = -1;
  let still = 0;
  while (still < 3) {
    await page.waitForTimeout(4_000);
    const answer = await page.request.get(`${origin}/api/matters/count`);
    const { count } = (await answer.json()) as { count: number };
    still = count === before ? still + 1 : 0;
    before = count;
  }
}
