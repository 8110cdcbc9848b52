package consular.cases.web.api;

import consular.cases.application.ImportReports.Line;
import consular.cases.application.ImportReports.Result;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row, for whoever sent it.
 *
 * @param row its number, from 1, without the heading and empty lines
 * @param version of the case behind it
 * @param code why not; null if it was accepted
 * @param pointer where in the row the fault is
 */
record ImportLine(
        long row,
        Result result,
        @Nullable String caseNumber,
        @Nullable String command,
        @Nullable UUID caseId,
        @Nullable Long version,
        @Nullable String code,
        @Nullable String rule,
        @Nullable String citation,
        @Nullable String pointer,
        @Nullable String detail) {

    static ImportLine of(Line line) {
        return new ImportLine(
                line.row(),
                line.result(),
                line.caseNumber(),
                line.command(),
                line.caseId(),
                line.version(),
                line.code(),
                line.rule(),
                line.citation(),
                line.pointer(),
                line.detail());
    }
}
