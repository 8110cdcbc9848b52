package consular.cases.projections;

import consular.cases.domain.people.CaseId;
import java.util.List;
import java.util.Map;

/**
 * Whether what serves is what the log says.
 *
 * @param cases how many cases were compared, each at the same version on both sides
 * @param unsettled how many were never found at the same version, because they kept changing or are missing on one side
 * @param rows the number of rows in each rebuilt table, by the table's name
 * @param differences how many cases have other rows, by the table's name; zeros included
 * @param examples a few of the cases that differ or never settled
 */
public record EqualityReport(
        long cases, long unsettled, Map<String, Long> rows, Map<String, Long> differences, List<CaseId> examples) {
    public EqualityReport {
        rows = Map.copyOf(rows);
        differences = Map.copyOf(differences);
        examples = List.copyOf(examples);
    }

    /** Whether every case was compared and none differs. */
    public boolean isEqual() {
        return unsettled == 0 && differences.values().stream().allMatch(count -> count == 0);
    }
}
