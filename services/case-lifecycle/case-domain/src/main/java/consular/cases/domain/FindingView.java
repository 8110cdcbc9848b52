package consular.cases.domain;

import consular.cases.domain.refusals.CfrTrigger;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.refusals.FindingStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding and the evidence on it, in order of receipt.
 *
 * @param cfrTrigger what gave cause for a 221(g) finding, by the list of 22 CFR 40.201(a), where the officer said so
 */
public record FindingView(
        FindingId findingId,
        String ground,
        @Nullable String annotation,
        FindingKind kind,
        boolean originalRequested,
        boolean forPetitioner,
        FindingStatus status,
        LocalDate refusedOn,
        @Nullable LocalDate feeWindowEnd,
        @Nullable LocalDate terminateFrom,
        @Nullable LocalDate reinstateBy,
        List<EvidenceView> evidence,
        @Nullable CfrTrigger cfrTrigger) {

    static FindingView of(Finding finding) {
        var entered = finding.entered();
        return new FindingView(
                finding.findingId(),
                entered.ground(),
                entered.annotation(),
                finding.kind(),
                entered.originalRequested(),
                entered.forPetitioner(),
                finding.status(),
                finding.refusedOn(),
                finding.hasFeeWindow() ? finding.feeWindowEnd() : null,
                finding.terminateFrom(),
                finding.reinstateBy(),
                finding.evidence().stream().map(EvidenceView::of).toList(),
                entered.cfrTrigger());
    }
}
