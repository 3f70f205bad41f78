import { count } from "../formats.ts";
import { Table } from "../components/Table.tsx";
import { chartWidth, type ColumnChart, columnTotals, NARROWEST, shownSeries } from "#web/charts/chart.ts";
import { patternId } from "#web/charts/patterns.ts";

// Drawing is the server's work alone. A page that hydrates keeps the drawing it came with, and fetches no drawing library.
const { chartDrawing } = import.meta.env.SSR ? await import("#web/charts/drawings.ts") : { chartDrawing: () => "" };

/** A chart for those who look and the same figures as a table for those who read; newest column first in the table. */
export function ChartWithTable({ chart }: { chart: ColumnChart }) {
  const series = shownSeries(chart);
  const totals = columnTotals(chart);
  if (series.length === 0) return null;
  return (
    <div className="chart-with-table">
      <figure className="chart" style={{ flexBasis: `${chartWidth(chart)}px` }}>
        <figcaption className="chart__title">{chart.title}</figcaption>
        <ul className="chart__legend" aria-hidden="true">
          {series.map(({ label, tone }) => (
            <li key={label}>
              <svg className="chart__swatch" width="16" height="16" focusable="false">
                <rect width="16" height="16" rx="2" fill={`url(#${patternId(chart.id, tone)})`} />
              </svg>
              {label}
            </li>
          ))}
        </ul>
        {/* What scrolls must be reached by keys. The drawing is our own; every text in it is escaped. */}
        <div
          className="chart__scroll"
          {...(chartWidth(chart) > NARROWEST && { role: "region", "aria-label": chart.title, tabIndex: 0 })}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: chartDrawing(chart) }}
        />
      </figure>
      <Table caption={chart.title} hideCaption className="chart-table">
        <thead>
          <tr>
            <th scope="col">{chart.columnHeading}</th>
            {series.map(({ label }) => (
              <th key={label} scope="col" className="number">
                {label}
              </th>
            ))}
            {series.length > 1 && (
              <th scope="col" className="number">
                {chart.totalHeading}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {chart.columns
            .map((column, index) => (
              <tr key={column.label}>
                <th scope="row">
                  {column.href ? <a href={column.href}>{column.label}</a> : column.label}
                  {column.note && <span className="quiet small"> {column.note}</span>}
                </th>
                {series.map(({ label, values }) => (
                  <td key={label} className="number">
                    {count(values[index] ?? 0, chart.language)}
                  </td>
                ))}
                {series.length > 1 && <td className="number">{count(totals[index] ?? 0, chart.language)}</td>}
              </tr>
            ))
            .toReversed()}
        </tbody>
      </Table>
    </div>
  );
}
