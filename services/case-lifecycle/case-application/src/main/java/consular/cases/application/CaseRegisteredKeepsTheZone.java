package consular.cases.application;

import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseEvent.CaseRegistered;
import consular.cases.domain.posts.PostCode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Revision 1 of CaseRegistered named the post only. Revision 2 keeps the post's zone as well, so that a
 * post which later moves to another zone leaves the legal dates of its old cases alone.
 */
final class CaseRegisteredKeepsTheZone implements CaseRevisions.Upcast {
    @Override
    public Class<? extends CaseEvent> type() {
        return CaseRegistered.class;
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
        var post = payload.get("post").asString();
        var zone = Holder.POSTS
                .find(new PostCode(post))
                .orElseThrow(() -> new IllegalArgumentException("a stored case names an unknown post: " + post))
                .zone();
        return payload.deepCopy().put("zone", zone.getId());
    }

    /** Loaded only when the log has such an event. */
    private static final class Holder {
        static final ReferencePosts POSTS = ReferencePosts.load();
    }
}
