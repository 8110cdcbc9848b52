package consular.cases.web.api;

import consular.cases.application.ImportReports.Import;
import consular.cases.application.ImportReports.Result;
import consular.cases.application.ImportReports.State;
import java.time.Instant;
import java.util.UUID;

/**
 * How far an import is.
 *
 * @param rows how many were reported so far
 * @param report where each of them is
 */
record ImportItem(
        UUID importId,
        State state,
        String startedBy,
        boolean dryRun,
        ClassEntries classEntries,
        Instant startedAt,
        Instant updatedAt,
        long rows,
        long accepted,
        long already,
        long rejected,
        long malformed,
        String report) {

    /** Whether CLASS knows of the refusals that are imported. */
    enum ClassEntries {
        SENT,
        QUEUED
    }

    static ImportItem of(Import found, String report) {
        return new ImportItem(
                found.importId(),
                found.state(),
                found.startedBy(),
                found.manner().dryRun(),
                found.manner().toldClass() ? ClassEntries.SENT : ClassEntries.QUEUED,
                found.startedAt(),
                found.updatedAt(),
                found.results().values().stream().mapToLong(Long::longValue).sum(),
                count(found, Result.ACCEPTED),
                count(found, Result.ALREADY),
                count(found, Result.REJECTED),
                count(found, Result.MALFORMED),
                report);
    }

    private static long count(Import found, Result result) {
        return found.results().getOrDefault(result, 0L);
    }
}
