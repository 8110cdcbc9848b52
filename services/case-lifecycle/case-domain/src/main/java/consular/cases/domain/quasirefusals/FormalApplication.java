package consular.cases.domain.quasirefusals;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the record of the case says of an applicant's application.
 *
 * @param executedOn the post-local day on which it was executed; null while it is not
 */
public record FormalApplication(@Nullable LocalDate executedOn) {

    /** Whether it was executed by that day. */
    boolean isExecutedBy(LocalDate day) {
        return executedOn != null && !executedOn.isAfter(day);
    }
}
