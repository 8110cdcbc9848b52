package consular.cases.web;

import consular.cases.application.accesses.Access;
import consular.cases.application.accesses.AccessLog;
import consular.cases.application.accesses.AccessNotRecorded;
import consular.cases.application.accesses.AccessQuestion;
import consular.cases.application.accesses.RecordedAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Accesses in a list, until told to fail. */
public final class AccessesInMemory implements AccessLog {
    private final List<RecordedAccess> recorded = new ArrayList<>();
    private boolean failing;

    public synchronized void clear() {
        recorded.clear();
        failing = false;
    }

    /** Lets nothing be recorded. */
    public synchronized void fail() {
        failing = true;
    }

    /** What was recorded, the oldest first. */
    public synchronized List<Access> all() {
        return recorded.stream().map(RecordedAccess::access).toList();
    }

    @Override
    public synchronized void record(Access access) {
        if (failing) {
            throw new AccessNotRecorded("the database is away", null);
        }
        recorded.add(new RecordedAccess(recorded.size() + 1L, MovableClock.START, access));
    }

    @Override
    public synchronized List<RecordedAccess> find(AccessQuestion question, int limit) {
        return recorded.reversed().stream()
                .filter(access -> question.before() == null || access.accessId() < question.before())
                .filter(access -> question.user() == null
                        || Objects.equals(access.access().user(), question.user()))
                .filter(access ->
                        question.subject() == null || access.access().subjects().contains(question.subject()))
                .filter(access -> question.from() == null || !access.at().isBefore(question.from()))
                .filter(access -> question.to() == null || access.at().isBefore(question.to()))
                .limit(limit)
                .toList();
    }
}
