package consular.cases.domain.quasirefusals;

import consular.cases.domain.quasirefusals.QuasiRefusalEvent.ApparentIneligibilityExplained;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.FormalApplicationLinked;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.InquiryReceived;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.LookoutEntered;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.QuasiRefusalRecorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry without a formal application: each thing that can have happened to it, which happens once at most.
 *
 * @param version the number of events
 * @param orderedUntil the latest effective time; an act may not take effect before it
 */
public record QuasiRefusal(
        InquiryReceived received,
        @Nullable ApparentIneligibilityExplained explained,
        @Nullable QuasiRefusalRecorded recorded,
        @Nullable LookoutEntered lookout,
        @Nullable FormalApplicationLinked linked,
        long version,
        Instant orderedUntil)
        implements QuasiRefusalState {

    /** How far it has come. */
    public QuasiRefusalStage stage() {
        if (linked != null) {
            return QuasiRefusalStage.FORMAL_APPLICATION;
        }
        if (recorded != null) {
            return QuasiRefusalStage.QUASI_RECORDED;
        }
        return explained == null ? QuasiRefusalStage.RECEIVED : QuasiRefusalStage.EXPLAINED;
    }

    static QuasiRefusalState evolve(QuasiRefusalState state, QuasiRefusalEvent event, Instant effectiveAt) {
        return switch (state) {
            case NotReceived _ ->
                event instanceof InquiryReceived received
                        ? new QuasiRefusal(received, null, null, null, null, 1, effectiveAt)
                        : state;
            case QuasiRefusal inquiry -> inquiry.after(event, effectiveAt);
        };
    }

    private QuasiRefusal after(QuasiRefusalEvent event, Instant effectiveAt) {
        var next = version + 1;
        var until = effectiveAt.isAfter(orderedUntil) ? effectiveAt : orderedUntil;
        return switch (event) {
            case InquiryReceived _ -> new QuasiRefusal(received, explained, recorded, lookout, linked, next, until);
            case ApparentIneligibilityExplained it ->
                new QuasiRefusal(received, it, recorded, lookout, linked, next, until);
            case QuasiRefusalRecorded it -> new QuasiRefusal(received, explained, it, lookout, linked, next, until);
            case LookoutEntered it -> new QuasiRefusal(received, explained, recorded, it, linked, next, until);
            case FormalApplicationLinked it ->
                new QuasiRefusal(received, explained, recorded, lookout, it, next, until);
        };
    }
}
