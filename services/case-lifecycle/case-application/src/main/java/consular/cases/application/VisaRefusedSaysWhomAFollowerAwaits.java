package consular.cases.application;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseEvent.VisaRefused;
import tools.jackson.databind.node.ObjectNode;

/**
 * Revision 2 of VisaRefused says of a finding for which other member of the family its applicant waits. Nobody did by a
 * refusal of revision 1.
 */
final class VisaRefusedSaysWhomAFollowerAwaits implements CaseRevisions.Upcast {
    @Override
    public Class<? extends CaseEvent> type() {
        return VisaRefused.class;
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
        upcast.withArray("findings").forEach(finding -> ((ObjectNode) finding).putNull("followsApplicantId"));
        return upcast;
    }
}
