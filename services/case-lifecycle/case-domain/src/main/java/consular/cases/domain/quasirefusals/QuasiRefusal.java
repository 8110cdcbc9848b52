package consular.cases.domain.quasirefusals;

import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.ApparentIneligibilityExplained;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.FormalApplicationLinked;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.InquirerDataErased;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.InquiryReceived;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.LookoutAcknowledged;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.LookoutEntered;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.QuasiRefusalRecorded;
import consular.cases.domain.refusals.ClassEntryState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry without a formal application: each thing that can have happened to it, which happens once at most.
 *
 * @param erased how far what is said of the person was erased; null if it stands
 * @param version the number of events
 * @param orderedUntil the latest effective time of an act of a person; an act may not take effect before it
 */
public record QuasiRefusal(
        InquiryReceived received,
        @Nullable ApparentIneligibilityExplained explained,
        @Nullable QuasiRefusalRecorded recorded,
        @Nullable LookoutEntered lookout,
        @Nullable LookoutAcknowledged acknowledged,
        @Nullable FormalApplicationLinked linked,
        @Nullable ErasureLevel erased,
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

    /** Whether CLASS has the lookout; {@code NONE} when none was entered, or the person was erased before it was sent. */
    public ClassEntryState classEntry() {
        if (acknowledged != null) {
            return ClassEntryState.SENT;
        }
        return lookout == null || erased != null ? ClassEntryState.NONE : ClassEntryState.QUEUED;
    }

    static QuasiRefusalState evolve(QuasiRefusalState state, QuasiRefusalEvent event, Instant effectiveAt) {
        return switch (state) {
            case NotReceived _ ->
                event instanceof InquiryReceived received
                        ? new QuasiRefusal(received, null, null, null, null, null, null, 1, effectiveAt)
                        : state;
            case QuasiRefusal inquiry -> inquiry.after(event, effectiveAt);
        };
    }

    private QuasiRefusal after(QuasiRefusalEvent event, Instant effectiveAt) {
        var next = version + 1;
        var until = effectiveAt.isAfter(orderedUntil) ? effectiveAt : orderedUntil;
        return switch (event) {
            case InquiryReceived _ ->
                new QuasiRefusal(received, explained, recorded, lookout, acknowledged, linked, erased, next, until);
            case ApparentIneligibilityExplained it ->
                new QuasiRefusal(received, it, recorded, lookout, acknowledged, linked, erased, next, until);
            case QuasiRefusalRecorded it ->
                new QuasiRefusal(received, explained, it, lookout, acknowledged, linked, erased, next, until);
            case LookoutEntered it ->
                new QuasiRefusal(received, explained, recorded, it, acknowledged, linked, erased, next, until);
            // no act of a person: whoever enters an earlier one late does not have to wait for CLASS
            case LookoutAcknowledged it ->
                new QuasiRefusal(received, explained, recorded, lookout, it, linked, erased, next, orderedUntil);
            case FormalApplicationLinked it ->
                new QuasiRefusal(received, explained, recorded, lookout, acknowledged, it, erased, next, until);
            case InquirerDataErased it ->
                new QuasiRefusal(received, explained, recorded, lookout, acknowledged, linked, it.level(), next, until);
        };
    }
}
