package consular.cases.application;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseEvent.VisaAvailabilityNotified;
import tools.jackson.databind.node.ObjectNode;

/**
 * Revision 2 of VisaAvailabilityNotified says which retrogression it ends, and which that was over had stopped or paused the
 * year it sets going. By one of revision 1 there was none.
 */
final class VisaAvailabilityNotifiedSaysWhatStops implements CaseRevisions.Upcast {
    @Override
    public Class<? extends CaseEvent> type() {
        return VisaAvailabilityNotified.class;
    }

    @Override
    public String from() {
        return "1";
    }

    @Override
    public String to() {
        return "2";
    }

    @Override
    public ObjectNode upcast(ObjectNode payload) {
        var upcast = payload.deepCopy();
        upcast.put("endsRetrogression", false);
        upcast.putNull("stoppedFrom");
        upcast.putArray("pauses");
        return upcast;
    }
}
