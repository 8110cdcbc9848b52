package consular.cases.application;

import consular.cases.domain.quasirefusals.QuasiRefusalId;
import java.util.List;

/** Reads the record of an inquiry without a formal application from the log, so what it answers is never stale. */
public interface QuasiRefusalHistory {
    /** Every event of it by sequence; empty when there is no such inquiry. Positions are given. */
    List<StoredQuasiRefusalEvent> of(QuasiRefusalId quasiRefusalId);
}
