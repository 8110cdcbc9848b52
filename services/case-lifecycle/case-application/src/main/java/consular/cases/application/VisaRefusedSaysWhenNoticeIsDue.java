package consular.cases.application;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseEvent.VisaRefused;
import tools.jackson.databind.node.ObjectNode;

/** Revision 4 of VisaRefused says when notice of it is due. For refusals of revision 3 that was their day. */
final class VisaRefusedSaysWhenNoticeIsDue implements CaseRevisions.Upcast {
    @Override
    public Class<? extends CaseEvent> type() {
        return VisaRefused.class;
    }

    @Override
    public String from() {
        return "3";
    }

    @Override
    public String to() {
        return "4";
    }

    @Override
    public ObjectNode upcast(ObjectNode payload) {
        var upcast = payload.deepCopy();
        upcast.set("noticeDueOn", payload.path("refusedOn"));
        return upcast;
    }
}
