/** vt-pbf ships no types; this is the one function used of it. */
declare module 'vt-pbf' {
  interface Tile {
    readonly features: readonly unknown[];
  }
  const vtpbf: {
    fromGeojsonVt(
      layers: Record<string, Tile>,
      options?: { version?: 1 | 2; extent?: number },
    ): Uint8Array;
  };
  export default vtpbf;
}
