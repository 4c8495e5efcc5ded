import { createRoot } from "react-dom/client";
import { Brush, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";

type Point = { readonly t: number } & Readonly<Record<string, number>>;

const colours = ["#4269d0", "#efb118", "#ff725c", "#6cc5b0", "#3ca951"];

/** What many a page does: every point handed to Recharts, a line with dots for each claimant. For the bench alone. */
function Raw({ points, series }: { points: readonly Point[]; series: readonly string[] }) {
  return (
    <LineChart width={1080} height={420} data={[...points]}>
      <XAxis dataKey="t" type="number" domain={["dataMin", "dataMax"]} />
      <YAxis />
      <Tooltip />
      {series.map((one, at) => (
        <Line key={one} dataKey={one} stroke={colours[at] ?? "#000"} connectNulls isAnimationActive={false} />
      ))}
      <Brush dataKey="t" height={30} />
    </LineChart>
  );
}

const answer = await fetch(`points.json${location.search}`);
createRoot(document.getElementById("root")!).render(<Raw {...(await answer.json())} />);
