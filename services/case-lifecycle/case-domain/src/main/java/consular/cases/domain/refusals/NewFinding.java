package consular.cases.domain.refusals;

import consular.cases.domain.people.ApplicantId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A finding as a refusal enters it, with the dates that follow from the day of the refusal.
 *
 * @param ground the provision: {@code 221(g)}, {@code 212(a)(4)}, {@code 212(e)}, …
 * @param annotation the standard 221(g) annotation, such as {@code pet Or BC}; null for other grounds
 * @param note the officer's longer text on a 221(g) reason; it belongs to the case notes
 * @param factualBasis what the ground rests on; null for 221(g)
 * @param feeWindowEnd the last day on which evidence avoids a new fee; null for 214(b), which no evidence overcomes
 * @param terminateFrom the first day on which the registration may be terminated, if a clock runs
 * @param reinstateBy the last day for reinstatement after such a termination
 * @param followsApplicantId the member of the family for whom a {@link FindingKind#FOLLOWS_FAMILY} waits; null for
 *     every other kind
 * @param cfrTrigger what gave cause for a 221(g) finding, by the regulation's list; null where the officer did not say
 */
public record NewFinding(
        FindingId findingId,
        String ground,
        @Nullable String annotation,
        FindingKind kind,
        boolean originalRequested,
        boolean forPetitioner,
        @Nullable String note,
        @Nullable String factualBasis,
        boolean curableByEvidence,
        boolean waiverAvailable,
        boolean classified,
        @Nullable LocalDate feeWindowEnd,
        @Nullable LocalDate terminateFrom,
        @Nullable LocalDate reinstateBy,
        @Nullable ApplicantId followsApplicantId,
        @Nullable CfrTrigger cfrTrigger) {

    /** The same finding under another id. */
    public NewFinding named(FindingId other) {
        return new NewFinding(
                other,
                ground,
                annotation,
                kind,
                originalRequested,
                forPetitioner,
                note,
                factualBasis,
                curableByEvidence,
                waiverAvailable,
                classified,
                feeWindowEnd,
                terminateFrom,
                reinstateBy,
                followsApplicantId,
                cfrTrigger);
    }
}
