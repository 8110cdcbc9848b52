package consular.cases.web.api;

import consular.cases.application.CaseHistory;
import consular.cases.application.StoredEvent;
import consular.cases.domain.CaseEvent.CaseRegistered;
import consular.cases.domain.CommandName;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.Role;
import consular.cases.domain.posts.PostCode;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.problem.ApiException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Who may see which case: by role, then whether there is such a case, then by post. */
@Component
final class CaseAccess {
    /** A case and its post take some 200 bytes. */
    private static final int MOST_REMEMBERED = 50_000;

    private final CaseHistory history;

    /** A case stays with its post, so what is remembered is never wrong. */
    private final Map<CaseId, PostCode> posts = new ConcurrentHashMap<>();

    CaseAccess(CaseHistory history) {
        this.history = history;
    }

    /** Everyone reads cases but the dashboards, which show no personal data. */
    static boolean readsCases(Role role) {
        return switch (role) {
            case INTAKE, ADJUDICATOR, SUPERVISOR, DEPARTMENT, AUDITOR, ADMIN -> true;
            case DASHBOARD, SERVICE -> false;
        };
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
        person.require(CaseAccess::readsCases);
        var id = id(caseId);
        var events = history.of(id);
        person.requirePost(registered(id, events).orElseThrow(CaseAccess::noSuchCase));
        return new CaseRecord(id, events);
    }

    /** The id of a case; 404 when the text can be none. */
    CaseId id(String text) {
        return CaseIds.parse(text).orElseThrow(CaseAccess::noSuchCase);
    }

    /** 404 without the case, 403 when the person does not work for its post. */
    void require(SignedIn person, CaseId caseId) {
        person.requirePost(postOf(caseId).orElseThrow(CaseAccess::noSuchCase));
    }

    /** The post of a case; empty when there is no such case. */
    Optional<PostCode> postOf(CaseId caseId) {
        var known = posts.get(caseId);
        return known == null ? registered(caseId, history.of(caseId)) : Optional.of(known);
    }

    /** Learns the post of a case that has just been registered. */
    Optional<PostCode> registered(CaseId caseId, List<StoredEvent> events) {
        if (events.isEmpty() || !(events.getFirst().event() instanceof CaseRegistered registered)) {
            return Optional.empty();
        }
        if (posts.size() >= MOST_REMEMBERED) {
            posts.clear();
        }
        posts.put(caseId, registered.post());
        return Optional.of(registered.post());
    }

    private static ApiException noSuchCase() {
        return ApiException.notFound("there is no such case");
    }

    /** A case's events by sequence; never empty. */
    record CaseRecord(CaseId caseId, List<StoredEvent> events) {}
}
