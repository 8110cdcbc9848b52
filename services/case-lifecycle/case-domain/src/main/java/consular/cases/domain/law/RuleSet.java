package consular.cases.domain.law;

import java.time.LocalDate;

/**
 * A version of the law, named by the day it took effect. The one that applies to an act is the one
 * in force on the act's post-local effective date.
 */
public enum RuleSet {
    /** Also applies to every earlier act. */
    OF_2018_10_23(
            LocalDate.of(2018, 10, 23),
            "CT:VISA-703, 9 FAM 504.11",
            "The baseline, which also judges every earlier act."),
    OF_2019_04_22(
            LocalDate.of(2019, 4, 22),
            "84 FR 16610",
            "The grant of visas may be discontinued under an order of INA 243(d)."),
    OF_2019_07_23(
            LocalDate.of(2019, 7, 23),
            "84 FR 35297",
            "The electronic form stands beside the paper one, files are scanned, adoptive families pay less often"
                    + " twice."),
    OF_2024_06_21(
            LocalDate.of(2024, 6, 21),
            "CT:VISA-2015, 9 FAM 504.13-2(A)(1)",
            "Retrogression stops the clock for failing to apply.");

    private final LocalDate effectiveFrom;
    private final String id;
    private final String source;
    private final String summary;

    RuleSet(LocalDate effectiveFrom, String source, String summary) {
        this.effectiveFrom = effectiveFrom;
        this.id = effectiveFrom.toString();
        this.source = source;
        this.summary = summary;
    }

    /** The day from which it applies; the first also applies to all earlier days. */
    public LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    /** Where it was published. */
    public String source() {
        return source;
    }

    /** What it is about, in a sentence. */
    public String summary() {
        return summary;
    }

    /** The name that clients see: the date, ISO. */
    public String id() {
        return id;
    }

    /** The rule set in force on a post-local day. */
    public static RuleSet inForceOn(LocalDate day) {
        var found = OF_2018_10_23;
        for (var candidate : values()) {
            if (!candidate.effectiveFrom.isAfter(day)) {
                found = candidate;
            }
        }
        return found;
    }

    /**
     * The rule set with that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static RuleSet named(String id) {
        for (var candidate : values()) {
            if (candidate.id().equals(id)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("there is no rule set " + id);
    }

    /** Whether the grant of visas may be discontinued under INA 243(d) (84 FR 16610). */
    public boolean grantMayBeDiscontinued() {
        return switch (this) {
            case OF_2018_10_23 -> false;
            case OF_2019_04_22, OF_2019_07_23, OF_2024_06_21 -> true;
        };
    }

    /** Whether retrogression stops the clock for failing to apply (9 FAM 504.13-2(A)(1)). */
    public boolean retrogressionStopsTheClock() {
        return switch (this) {
            case OF_2018_10_23, OF_2019_04_22, OF_2019_07_23 -> false;
            case OF_2024_06_21 -> true;
        };
    }
}
