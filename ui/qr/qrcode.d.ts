/** The part of the package `qrcode` that is used here; it brings no types of its own. */
declare module 'qrcode' {
  export interface Modules {
    readonly size: number;
    get(row: number, column: number): number | boolean;
  }
  interface QrCode {
    create(
      text: string,
      options?: { readonly errorCorrectionLevel?: 'L' | 'M' | 'Q' | 'H' },
    ): { readonly modules: Modules };
  }
  const qrcode: QrCode;
  export default qrcode;
}
