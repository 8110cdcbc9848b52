package consular.benchmarks.history;

import consular.cases.domain.Applicant;
import consular.cases.domain.ApplicationState;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingKind;
import java.util.stream.Collectors;

/** Where an applicant stands in law, as far as a public status can tell. */
enum Standing {
    /** No application has come before an officer. */
    NOT_EXECUTED("not executed"),
    /** An application is before an officer, without a decision; no public status says this. */
    OPEN("open"),
    ISSUED("issued"),
    /** Refused under 221(g), administrative processing outstanding. */
    PROCESSING("refused 221(g), processing"),
    /** Refused under 221(g), something of the applicant's outstanding. */
    DOCUMENT("refused 221(g), document"),
    /** Refused on another ground. */
    INELIGIBLE("refused, other ground");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    /** The standing of an applicant of a folded case. */
    static Standing of(Applicant applicant) {
        if (applicant.state() == ApplicationState.ISSUED) {
            return ISSUED;
        }
        var kinds = applicant.activeFindings().map(Finding::kind).collect(Collectors.toSet());
        if (kinds.contains(FindingKind.SUBSTANTIVE)) {
            return INELIGIBLE;
        }
        if (kinds.contains(FindingKind.ADMIN_PROCESSING)) {
            return PROCESSING;
        }
        if (!kinds.isEmpty()) {
            return DOCUMENT;
        }
        return applicant.executedOn() == null ? NOT_EXECUTED : OPEN;
    }

    @Override
    public String toString() {
        return words;
    }
}
