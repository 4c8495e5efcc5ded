/** Names the part of a page that carries the sound of its chart, of a page of another day too. */
export const soundId = "chart-sound";
