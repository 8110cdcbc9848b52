package consular.benchmarks.history;

import consular.cases.domain.Applicant;
import consular.cases.domain.ApplicationState;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.refusals.FindingStatus;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Where an applicant stands in law, as far as a public status can tell. */
enum Standing {
    /** No application has come before an officer. */
    NOT_EXECUTED("not executed"),
    /** An application is before an officer, without a decision; no public status says this. */
    OPEN("open"),
    ISSUED("issued"),
    /** Refused under 221(g), with nothing outstanding of the applicant's: processing, or another of the family. */
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
        return of(
                applicant.state() == ApplicationState.ISSUED,
                applicant.activeFindings().map(Finding::kind).collect(Collectors.toSet()),
                applicant.executedOn() != null);
    }

    /** The same of an applicant in the answer of {@code GET /cases/{id}}. */
    static Standing of(JsonNode applicant) {
        var kinds = EnumSet.noneOf(FindingKind.class);
        for (var refusal : applicant.path("refusals")) {
            for (var finding : refusal.path("findings")) {
                if (finding.path("status").asString().equals(FindingStatus.ACTIVE.name())) {
                    kinds.add(FindingKind.valueOf(finding.path("kind").asString()));
                }
            }
        }
        return of(
                applicant.path("state").asString().equals(ApplicationState.ISSUED.name()),
                kinds,
                !applicant.path("executedOn").isNull());
    }

    private static Standing of(boolean issued, Set<FindingKind> active, boolean executed) {
        if (issued) {
            return ISSUED;
        }
        if (active.contains(FindingKind.SUBSTANTIVE)) {
            return INELIGIBLE;
        }
        if (active.contains(FindingKind.ADMIN_PROCESSING)) {
            return PROCESSING;
        }
        if (active.contains(FindingKind.DOCUMENT) || active.contains(FindingKind.APPLICANT_ACTION)) {
            return DOCUMENT;
        }
        if (!active.isEmpty()) {
            return PROCESSING;
        }
        return executed ? OPEN : NOT_EXECUTED;
    }

    @Override
    public String toString() {
        return words;
    }
}
