package consular.cases.application;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.EventByTime.TerminationWarningSent;
import tools.jackson.databind.node.ObjectNode;

/** Revision 2 of TerminationWarningSent says which of the warnings it is. Of revision 1 there was one only. */
final class TerminationWarningSaysWhichItIs implements CaseRevisions.Upcast {
    @Override
    public Class<? extends CaseEvent> type() {
        return TerminationWarningSent.class;
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
        upcast.put("warning", 1);
        return upcast;
    }
}
