declare module "wawoff2" {
  /** WOFF2 as the TrueType or OpenType font inside it. */
  export function decompress(woff2: Uint8Array): Promise<Uint8Array>;
}
