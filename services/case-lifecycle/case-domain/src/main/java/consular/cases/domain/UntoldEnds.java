package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.NoticeState;

/** How a finding ended, where neither a letter nor a reply may tell it. */
public final class UntoldEnds {
    private UntoldEnds() {}

    /**
     * Whether the end of a finding must not be told: it was replaced by a refusal of which the Department allows no notice
     * (R-LTR-03, R-LTR-04), or reversed by a supervisor of which the refusing officer is not yet advised (R-SUP-10).
     *
     * @param finding one of {@code then}
     * @param then the applicant when it would be told
     * @param now the case as it is, since the Department's instructions hold for what was told before as well
     */
    public static boolean isUntold(Finding finding, Applicant then, CaseFile now) {
        return switch (finding.status()) {
            case ACTIVE, OVERCOME, WAIVED -> false;
            case REVERSED -> then.refusalOf(finding).awaitsAdvice();
            case SUPERSEDED ->
                SupersededFindings.replacement(finding, then)
                        .flatMap(replacement -> now.refusal(replacement.refusalId()))
                        .filter(replacement -> replacement.notice().state() == NoticeState.SUPPRESSED)
                        .isPresent();
        };
    }
}
