package consular.cases.domain.opinions;

/** What the Department found. */
public enum OpinionOutcome {
    NO_INELIGIBILITY,
    INELIGIBLE
}
