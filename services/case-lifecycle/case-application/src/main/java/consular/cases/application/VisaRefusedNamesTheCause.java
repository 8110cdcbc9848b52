package consular.cases.application;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseEvent.VisaRefused;
import tools.jackson.databind.node.ObjectNode;

/** Revision 3 of VisaRefused may name what gave cause for a 221(g) finding. No refusal of revision 2 did. */
final class VisaRefusedNamesTheCause implements CaseRevisions.Upcast {
    @Override
    public Class<? extends CaseEvent> type() {
        return VisaRefused.class;
    }

    @Override
    public String from() {
        return "2";
    }

    @Override
    public String to() {
        return "3";
    }

    @Override
    public ObjectNode upcast(ObjectNode payload) {
        var upcast = payload.deepCopy();
        upcast.withArray("findings").forEach(finding -> ((ObjectNode) finding).putNull("cfrTrigger"));
        return upcast;
    }
}
