/** What the tests make, in one place: an invented collection, its sources and figures, and writes past the mutations. */
export * from "./raw-sql";
export * from "./record-storks";
export * from "./stork-datasets";
export * from "./stork-figures";
export * from "./stork-sources";
export * from "./storks";
