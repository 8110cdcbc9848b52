package consular.cases.application;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseEvent.CaseTransferred;
import tools.jackson.databind.node.ObjectNode;

/**
 * Revision 2 of CaseTransferred keeps the days of the alarms for notices as the post reckoned them that sent the case. By
 * one of revision 1 they stay reckoned by the post where the case is.
 */
final class CaseTransferredKeepsTheAlarms implements CaseRevisions.Upcast {
    @Override
    public Class<? extends CaseEvent> type() {
        return CaseTransferred.class;
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
        upcast.putArray("noticeAlarms");
        return upcast;
    }
}
