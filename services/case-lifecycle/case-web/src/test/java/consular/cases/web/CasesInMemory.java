package consular.cases.web;

import consular.cases.application.CaseCommands;
import consular.cases.application.CaseHistories;
import consular.cases.application.CaseHistory;
import consular.cases.application.CommandAnswer;
import consular.cases.application.CommandFailure;
import consular.cases.application.CommandKey;
import consular.cases.application.EventFeed;
import consular.cases.application.LogLine;
import consular.cases.application.LogNews;
import consular.cases.application.OpenCases;
import consular.cases.application.StoredEvent;
import consular.cases.application.Submission;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.CaseCommand.TransferCase;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseEvent.CaseRegistered;
import consular.cases.domain.CaseState;
import consular.cases.domain.CommandContext;
import consular.cases.domain.Decision;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.law.Policy;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.Posts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The law of a case on a log in memory: what the application promises, without Axon and without a database. */
public final class CasesInMemory implements CaseCommands, CaseHistory, CaseHistories, OpenCases, EventFeed, LogNews {
    private final Posts posts;
    private final Clock clock;
    private final List<LogLine> log = new ArrayList<>();
    private final List<Runnable> forgetters = new ArrayList<>();
    private final Map<CommandKey, Answered> answered = new HashMap<>();
    private @Nullable RuntimeException failure;
    private int reads;
    private int longestPage = Integer.MAX_VALUE;
    private Runnable beforePage = () -> {};
    private @Nullable Submission last;
    private Policy policy = Policy.RECOMMENDED;

    CasesInMemory(Posts posts, Clock clock) {
        this.posts = posts;
        this.clock = clock;
    }

    private record Answered(String requestHash, Object outcome) {}

    /** Forgets everything. */
    public synchronized void clear() {
        longestPage = Integer.MAX_VALUE;
        beforePage = () -> {};
        log.clear();
        answered.clear();
        failure = null;
        reads = 0;
        last = null;
        policy = Policy.RECOMMENDED;
    }

    /** Decides under another policy from now on, until it is cleared. */
    public synchronized void decideUnder(Policy other) {
        policy = other;
    }

    /** Lets everything fail from now on; null to work again. */
    public synchronized void failWith(@Nullable RuntimeException next) {
        failure = next;
    }

    /** How often a history was read. */
    public synchronized int reads() {
        return reads;
    }

    /** Adds a line to a case as it is, decided by nobody. */
    public synchronized void append(CaseId caseId, RecordedEvent line) {
        log.add(stored(caseId, line, log.size() + 1L));
    }

    /** Adds a line about something else than a case, at the end of the log. */
    synchronized <L extends LogLine> L append(LongFunction<L> line) {
        fail();
        var added = line.apply(log.size() + 1L);
        log.add(added);
        return added;
    }

    /** The lines of one kind. */
    synchronized <L extends LogLine> List<L> lines(Class<L> kind) {
        fail();
        return log.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Every case is taken for open. */
    @Override
    public synchronized List<CaseId> from(@Nullable CaseId first, Set<PostCode> wanted, int limit) {
        return lines(StoredEvent.class).stream()
                .filter(line -> line.event() instanceof CaseRegistered registered
                        && (wanted.isEmpty() || wanted.contains(registered.post())))
                .map(StoredEvent::caseId)
                .filter(caseId -> first == null || caseId.toString().compareTo(first.toString()) >= 0)
                .sorted(Comparator.comparing(CaseId::toString))
                .limit(limit)
                .toList();
    }

    /** The last submission that came in. */
    public synchronized Submission last() {
        return Optional.ofNullable(last).orElseThrow();
    }

    @Override
    public synchronized CommandAnswer submit(Submission submission) {
        fail();
        last = submission;
        var key = submission.key();
        if (key == null) {
            return decideAndAppend(submission);
        }
        var scope = new CommandKey(key.caller(), key.key(), "");
        var earlier = answered.get(scope);
        if (earlier != null) {
            return replay(key, earlier);
        }
        try {
            var answer = decideAndAppend(submission);
            answered.put(scope, new Answered(key.requestHash(), answer));
            return answer;
        } catch (CommandFailure.Rejected rejected) {
            answered.put(scope, new Answered(key.requestHash(), rejected));
            throw rejected;
        }
    }

    private static CommandAnswer replay(CommandKey key, Answered earlier) {
        if (!earlier.requestHash().equals(key.requestHash())) {
            throw new CommandFailure.KeyReused();
        }
        if (earlier.outcome() instanceof CommandFailure.Rejected rejected) {
            throw new CommandFailure.Rejected(rejected.rejection(), true);
        }
        var answer = (CommandAnswer) earlier.outcome();
        return new CommandAnswer(answer.caseId(), answer.version(), answer.position(), answer.events(), true);
    }

    private CommandAnswer decideAndAppend(Submission submission) {
        var before = events(submission.caseId()).size();
        var events = new ArrayList<StoredEvent>();
        for (var line : decide(submission)) {
            events.add(stored(submission.caseId(), line, log.size() + 1L));
            log.add(events.getLast());
        }
        return new CommandAnswer(submission.caseId(), before + events.size(), (long) log.size(), events, false);
    }

    @Override
    public synchronized CommandAnswer dryRun(Submission submission) {
        fail();
        last = submission;
        var before = events(submission.caseId()).size();
        var events = decide(submission).stream()
                .map(line -> stored(submission.caseId(), line, null))
                .toList();
        return new CommandAnswer(submission.caseId(), before + events.size(), null, events, false);
    }

    private static StoredEvent stored(CaseId caseId, RecordedEvent line, @Nullable Long position) {
        return new StoredEvent(caseId, UUID.randomUUID().toString(), line.event(), line.stamp(), position);
    }

    private List<RecordedEvent> decide(Submission submission) {
        var state = CaseDecider.fold(events(submission.caseId()).stream()
                .map(event -> new RecordedEvent(event.event(), event.stamp()))
                .toList());
        if (state instanceof CaseState.NotRegistered && !(submission.command() instanceof RegisterCase)) {
            throw new CommandFailure.NoSuchCase();
        }
        var context = new CommandContext(
                        submission.caseId(),
                        submission.actor(),
                        post(submission, state),
                        submission.effectiveAt(),
                        clock.instant(),
                        submission.lateEntryReason(),
                        submission.expectedVersion(),
                        isNumberTaken(submission))
                .under(policy)
                .sendingTo(
                        submission.command() instanceof TransferCase transfer
                                ? posts.find(transfer.toPost()).orElse(null)
                                : null);
        return switch (CaseDecider.decide(submission.command(), state, context)) {
            case Decision.Accepted(var events) -> events;
            case Decision.Rejected(var rejection) -> throw new CommandFailure.Rejected(rejection, false);
            case Decision.Malformed(var pointer, var detail) -> throw new CommandFailure.Malformed(pointer, detail);
            case Decision.Stale(var expected, var actual) -> throw new CommandFailure.VersionMismatch(expected, actual);
        };
    }

    private @Nullable Post post(Submission submission, CaseState state) {
        PostCode code = switch (state) {
            case CaseState.CaseFile file -> file.post();
            case CaseState.NotRegistered _ -> ((RegisterCase) submission.command()).post();
        };
        return posts.find(code).orElse(null);
    }

    private boolean isNumberTaken(Submission submission) {
        return submission.command() instanceof RegisterCase register
                && events().anyMatch(event -> event.event() instanceof CaseRegistered other
                        && other.caseNumber().equals(register.caseNumber()));
    }

    @Override
    public synchronized List<StoredEvent> of(CaseId caseId) {
        fail();
        reads++;
        return events(caseId);
    }

    @Override
    public synchronized Map<CaseId, List<StoredEvent>> of(Collection<CaseId> caseIds) {
        fail();
        reads++;
        return events().filter(event -> caseIds.contains(event.caseId()))
                .collect(Collectors.groupingBy(StoredEvent::caseId));
    }

    private List<StoredEvent> events(CaseId caseId) {
        return events().filter(event -> event.caseId().equals(caseId)).toList();
    }

    private Stream<StoredEvent> events() {
        return log.stream().filter(StoredEvent.class::isInstance).map(StoredEvent.class::cast);
    }

    @Override
    public synchronized List<LogLine> after(long position, int limit) {
        fail();
        beforePage.run();
        return log.stream().skip(position).limit(Math.min(limit, longestPage)).toList();
    }

    /** Has every page of the log end after so many events, as if they were long, and something happen before it is read. */
    public synchronized void breakPagesAfter(int events, Runnable before) {
        longestPage = events;
        beforePage = before;
    }

    @Override
    public synchronized long head() {
        return log.size();
    }

    @Override
    public synchronized long size() {
        return log.size();
    }

    @Override
    public boolean awaitMoreThan(long events, Duration atMost) throws InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        while (size() <= events && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        return size() > events;
    }

    @Override
    public void onErasure(Runnable forget) {
        forgetters.add(forget);
    }

    private void fail() {
        if (failure != null) {
            throw failure;
        }
    }
}
