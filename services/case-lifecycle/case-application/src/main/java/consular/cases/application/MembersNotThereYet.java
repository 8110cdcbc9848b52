package consular.cases.application;

import consular.cases.domain.CaseEvent;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A revision that added members for what could not happen before: they are null in older records. */
record MembersNotThereYet(Class<? extends CaseEvent> type, String from, String to, List<String> members)
        implements CaseRevisions.Upcast {
    MembersNotThereYet {
        members = List.copyOf(members);
    }

    @Override
    public ObjectNode upcast(ObjectNode payload) {
        var upcast = payload.deepCopy();
        members.forEach(upcast::putNull);
        return upcast;
    }
}
