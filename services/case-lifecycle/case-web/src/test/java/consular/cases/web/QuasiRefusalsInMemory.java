package consular.cases.web;

import consular.cases.application.CommandFailure;
import consular.cases.application.CommandKey;
import consular.cases.application.QuasiRefusalAnswer;
import consular.cases.application.QuasiRefusalCommands;
import consular.cases.application.QuasiRefusalHistory;
import consular.cases.application.QuasiRefusalSubmission;
import consular.cases.application.StoredEvent;
import consular.cases.application.StoredQuasiRefusalEvent;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.Stamp;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.Posts;
import consular.cases.domain.quasirefusals.ApplicantOfCase;
import consular.cases.domain.quasirefusals.FormalApplication;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.AcknowledgeLookout;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.ErasePersonalData;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.LinkApplication;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.RecordQuasiRefusal;
import consular.cases.domain.quasirefusals.QuasiRefusalContext;
import consular.cases.domain.quasirefusals.QuasiRefusalDecider;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The law of quasi-refusals on the log in memory that the cases have, without Axon and without a database. */
public final class QuasiRefusalsInMemory implements QuasiRefusalCommands, QuasiRefusalHistory {
    private final CasesInMemory cases;
    private final Posts posts;
    private final Clock clock;
    private final Map<CommandKey, QuasiRefusalAnswer> answered = new HashMap<>();

    QuasiRefusalsInMemory(CasesInMemory cases, Posts posts, Clock clock) {
        this.cases = cases;
        this.posts = posts;
        this.clock = clock;
    }

    synchronized void clear() {
        answered.clear();
    }

    @Override
    public synchronized QuasiRefusalAnswer submit(QuasiRefusalSubmission submission) {
        var key = submission.key();
        var earlier = answered.get(key);
        if (earlier != null) {
            return new QuasiRefusalAnswer(
                    earlier.quasiRefusalId(), earlier.version(), earlier.position(), earlier.events(), true);
        }
        var stored = new ArrayList<StoredQuasiRefusalEvent>();
        for (var event : decide(submission)) {
            stored.add(cases.append(position -> new StoredQuasiRefusalEvent(
                    event.quasiRefusalId(), event.eventId(), event.event(), event.stamp(), position)));
        }
        var last = stored.getLast();
        var answer = new QuasiRefusalAnswer(
                submission.quasiRefusalId(), last.stamp().sequence() + 1, last.position(), stored, false);
        if (key != null) {
            answered.put(key, answer);
        }
        return answer;
    }

    @Override
    public synchronized QuasiRefusalAnswer dryRun(QuasiRefusalSubmission submission) {
        var events = decide(submission);
        return new QuasiRefusalAnswer(
                submission.quasiRefusalId(), events.getLast().stamp().sequence() + 1, null, events, false);
    }

    private List<StoredQuasiRefusalEvent> decide(QuasiRefusalSubmission submission) {
        var state = QuasiRefusalDecider.initialState();
        var before = of(submission.quasiRefusalId());
        for (var event : before) {
            state = QuasiRefusalDecider.evolve(
                    state, event.event(), event.stamp().effectiveAt());
        }
        var context = new QuasiRefusalContext(
                submission.quasiRefusalId(),
                submission.actor(),
                post(submission),
                submission.effectiveAt(),
                clock.instant(),
                submission.lateEntryReason(),
                submission.expectedVersion(),
                application(submission));
        return switch (QuasiRefusalDecider.decide(submission.command(), state, context)) {
            case QuasiRefusalDecision.Accepted accepted -> stored(submission, before.size(), accepted);
            case QuasiRefusalDecision.Rejected(var rejection) -> throw new CommandFailure.Rejected(rejection, false);
            case QuasiRefusalDecision.Malformed(var pointer, var detail) ->
                throw new CommandFailure.Malformed(pointer, detail);
            case QuasiRefusalDecision.Stale(var expected, var actual) ->
                throw new CommandFailure.VersionMismatch(expected, actual);
        };
    }

    private static List<StoredQuasiRefusalEvent> stored(
            QuasiRefusalSubmission submission, int version, QuasiRefusalDecision.Accepted accepted) {
        var events = new ArrayList<StoredQuasiRefusalEvent>();
        for (var line : accepted.lines()) {
            var stamp = new Stamp(
                    version + events.size(),
                    version,
                    submission.actor(),
                    accepted.time().effectiveAt(),
                    accepted.time().recordedAt(),
                    accepted.time().lateEntryReason(),
                    accepted.law(),
                    line.rules());
            events.add(new StoredQuasiRefusalEvent(
                    submission.quasiRefusalId(), UUID.randomUUID().toString(), line.event(), stamp, null));
        }
        return events;
    }

    private @Nullable Post post(QuasiRefusalSubmission submission) {
        return submission.command() instanceof RecordQuasiRefusal record
                ? posts.find(record.post()).orElse(null)
                : null;
    }

    private @Nullable FormalApplication application(QuasiRefusalSubmission submission) {
        ApplicantOfCase applicant = switch (submission.command()) {
            case RecordQuasiRefusal record -> record.applicant();
            case LinkApplication link -> new ApplicantOfCase(link.caseId(), link.applicantId());
            case ErasePersonalData _, AcknowledgeLookout _ -> null;
        };
        if (applicant == null) {
            return null;
        }
        var lines = cases.lines(StoredEvent.class).stream()
                .filter(event -> event.caseId().equals(applicant.caseId()))
                .map(event -> new RecordedEvent(event.event(), event.stamp()))
                .toList();
        return CaseDecider.fold(lines) instanceof CaseState.CaseFile file
                ? file.applicant(applicant.applicantId())
                        .map(it -> new FormalApplication(it.executedOn()))
                        .orElse(null)
                : null;
    }

    @Override
    public List<StoredQuasiRefusalEvent> of(QuasiRefusalId quasiRefusalId) {
        return cases.lines(StoredQuasiRefusalEvent.class).stream()
                .filter(event -> event.quasiRefusalId().equals(quasiRefusalId))
                .toList();
    }
}
