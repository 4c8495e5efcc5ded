import localFont from "next/font/local";

/**
 * The families and their sized fallbacks are named after these constants: `serif` would be the generic word, and a
 * browser drops a rule for the family `serif Fallback`.
 *
 * The interface. Self-hosted from a package. `optional`: a font that is late waits for the next page, so that nothing
 * moves; the sized fallback cannot promise that, because phones and Linux have no Arial.
 */
export const sansFont = localFont({
  src: "../../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
  weight: "200 900",
  variable: "--font-sans",
  display: "optional",
  fallback: ["system-ui", "sans-serif"],
  adjustFontFallback: "Arial",
});

/** Quotations and headlines. */
export const serifFont = localFont({
  src: "../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  weight: "200 900",
  variable: "--font-serif",
  display: "optional",
  fallback: ["Georgia", "serif"],
  adjustFontFallback: "Times New Roman",
});
