import { Fragment, type ReactNode } from "react";

type Props = { template: string; holes: Readonly<Record<string, ReactNode>> };

/** A sentence of the interface with elements in its `{holes}`: words of another language can be marked as such. */
export function Filled({ template, holes }: Props) {
  return template
    .split(/\{(\w+)\}/)
    .map((part, index) => (
      <Fragment key={index % 2 === 0 ? index : part}>{index % 2 === 0 ? part : holes[part]}</Fragment>
    ));
}
