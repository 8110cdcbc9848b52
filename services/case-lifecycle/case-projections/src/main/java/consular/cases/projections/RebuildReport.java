package consular.cases.projections;

import java.util.Map;

/**
 * What came of a rebuild.
 *
 * @param cases how many cases the new read models know
 * @param rows the number of rows in each new table, by the table's name
 * @param differences how many cases had other rows before, by the table's name; zeros included
 * @param seconds how long it took
 * @param switched whether the new ones serve now; false when they could not draw level with those that serve
 */
public record RebuildReport(
        long cases, Map<String, Long> rows, Map<String, Long> differences, double seconds, boolean switched) {
    public RebuildReport {
        rows = Map.copyOf(rows);
        differences = Map.copyOf(differences);
    }
}
