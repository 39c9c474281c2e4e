/** Server-sent events on the wire (HTML, 9.2). Pure. */

/** `id` is the position: the browser sends it back as Last-Event-ID. */
export function eventFrame(position: number, kind: string, data: unknown): string {
  return `id: ${position}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Moves the browser's position on without an event. */
export function positionFrame(position: number): string {
  return `id: ${position}\nevent: position\ndata: ${position}\n\n`;
}

/** Tells the page to read everything again: it was away too long. */
export function missedFrame(position: number): string {
  return `id: ${position}\nevent: missed\ndata: ${position}\n\n`;
}

/** Without a position: told to who listens now and to nobody later. */
export function whisperFrame(kind: string, data: unknown): string {
  return `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Keeps proxies from closing a silent stream. */
export const HEARTBEAT = ': still here\n\n';

/** Milliseconds after which a browser comes back. */
export function retryFrame(milliseconds: number): string {
  return `retry: ${milliseconds}\n\n`;
}

/** Tells the page that it must not come back by itself. */
export function endFrame(reason: string): string {
  return `event: end\ndata: ${JSON.stringify(reason)}\n\n`;
}

/** The position to resume after; undefined for none or nonsense: begin with what comes now. */
export function resumePosition(header: string | string[] | undefined): number | undefined {
  if (typeof header !== 'string' || !/^\d{1,15}$/.test(header)) return undefined;
  return Number(header);
}
