package consular.cases.application;

import consular.cases.domain.quasirefusals.QuasiRefusalEvent;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.ApparentIneligibilityExplained;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.FormalApplicationLinked;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.InquirerDataErased;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.InquiryReceived;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.LookoutAcknowledged;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.LookoutEntered;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.QuasiRefusalRecorded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Follows the log, and lets the outbox have exactly the lookouts that wait. */
@ProcessingGroup(LookoutKeeper.PROCESSOR)
class LookoutKeeper {
    static final String PROCESSOR = "lookouts";

    private final LookoutOutbox outbox;

    LookoutKeeper(LookoutOutbox outbox) {
        this.outbox = outbox;
    }

    @EventHandler
    void on(QuasiRefusalEvent event) {
        switch (event) {
            case LookoutEntered entered -> outbox.add(entered.quasiRefusalId(), entered.enteredOn());
            case LookoutAcknowledged acknowledged -> outbox.remove(acknowledged.quasiRefusalId());
            // It would name nobody.
            case InquirerDataErased erased -> outbox.remove(erased.quasiRefusalId());
            case InquiryReceived _,
                    ApparentIneligibilityExplained _,
                    QuasiRefusalRecorded _,
                    FormalApplicationLinked _ -> {}
        }
    }
}
