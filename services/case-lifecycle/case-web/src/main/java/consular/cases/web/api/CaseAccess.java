package consular.cases.web.api;

import consular.cases.application.CaseHistory;
import consular.cases.application.StoredEvent;
import consular.cases.domain.CaseEvent.CaseRegistered;
import consular.cases.domain.CaseEvent.CaseTransferred;
import consular.cases.domain.CommandName;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.PostCode;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.problem.ApiException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may see which case, once let in by role: whether there is such a case, then whether it is of a post of the person's. */
@Component
final class CaseAccess {
    private final CaseHistory history;

    CaseAccess(CaseHistory history) {
        this.history = history;
    }

    /**
     * The person in the part in which a command is given: one of those that give it, or, where a rule of law turns the
     * others away, any; empty when the interface does.
     */
    static Optional<Actor> giver(SignedIn person, CommandName name) {
        return person.in(name::isFor).or(() -> name.turnsAwayByRule() ? person.in(_ -> true) : Optional.empty());
    }

    /** The record of a case that the person may read. */
    CaseRecord read(SignedIn person, String caseId) {
        var id = id(caseId);
        var events = history.of(id);
        person.requirePost(postOf(events).orElseThrow(CaseAccess::noSuchCase));
        return new CaseRecord(id, events);
    }

    /** The id of a case; 404 when the text can be none. */
    static CaseId id(String text) {
        return CaseIds.parse(text).orElseThrow(CaseAccess::noSuchCase);
    }

    /** 404 without the case, 403 when the person does not work for its post. */
    void require(SignedIn person, CaseId caseId) {
        person.requirePost(postOf(caseId).orElseThrow(CaseAccess::noSuchCase));
    }

    /** The post where a case is now; empty without a case. */
    Optional<PostCode> postOf(CaseId caseId) {
        return postOf(history.of(caseId));
    }

    /** The post where a case is now: the one it was registered at, or sent to since; empty without a case. */
    static Optional<PostCode> postOf(List<StoredEvent> events) {
        PostCode post = null;
        for (var line : events) {
            if (line.event() instanceof CaseRegistered registered) {
                post = registered.post();
            } else if (line.event() instanceof CaseTransferred transferred) {
                post = transferred.to();
            }
        }
        return Optional.ofNullable(post);
    }

    private static ApiException noSuchCase() {
        return ApiException.notFound("there is no such case");
    }

    /** A case's events by sequence; never empty. */
    record CaseRecord(CaseId caseId, List<StoredEvent> events) {}
}
