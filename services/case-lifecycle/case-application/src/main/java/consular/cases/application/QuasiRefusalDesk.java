package consular.cases.application;

import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.Stamp;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.Posts;
import consular.cases.domain.quasirefusals.ApplicantOfCase;
import consular.cases.domain.quasirefusals.FormalApplication;
import consular.cases.domain.quasirefusals.QuasiRefusal;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.AcknowledgeLookout;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.ErasePersonalData;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.LinkApplication;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.RecordQuasiRefusal;
import consular.cases.domain.quasirefusals.QuasiRefusalContext;
import consular.cases.domain.quasirefusals.QuasiRefusalDecider;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision;
import consular.cases.domain.quasirefusals.QuasiRefusalState;
import consular.ledger.postgres.AppendConditions;
import consular.ledger.postgres.KeyedCommand;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a submission before the decider, with the clock, the post and what the case says of the application. */
final class QuasiRefusalDesk {
    private static final int ACCEPTED = 200;

    private final Clock clock;
    private final Posts posts;
    private final CaseHistory cases;

    QuasiRefusalDesk(Clock clock, Posts posts, CaseHistory cases) {
        this.clock = clock;
        this.posts = posts;
        this.cases = cases;
    }

    QuasiRefusalDecision decide(QuasiRefusalSubmission submission, QuasiRefusalState state) {
        return QuasiRefusalDecider.decide(
                submission.command(),
                state,
                new QuasiRefusalContext(
                        submission.quasiRefusalId(),
                        submission.actor(),
                        post(submission),
                        submission.effectiveAt(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        submission.lateEntryReason(),
                        submission.expectedVersion(),
                        application(submission)));
    }

    private @Nullable Post post(QuasiRefusalSubmission submission) {
        return submission.command() instanceof RecordQuasiRefusal record
                ? posts.find(record.post()).orElse(null)
                : null;
    }

    /** The case may move on before the inquiry is written; what it said when it was asked is what counts. */
    private @Nullable FormalApplication application(QuasiRefusalSubmission submission) {
        ApplicantOfCase applicant = switch (submission.command()) {
            case RecordQuasiRefusal record -> record.applicant();
            case LinkApplication link -> new ApplicantOfCase(link.caseId(), link.applicantId());
            case ErasePersonalData _, AcknowledgeLookout _ -> null;
        };
        if (applicant == null) {
            return null;
        }
        var lines = cases.of(applicant.caseId()).stream()
                .map(event -> new RecordedEvent(event.event(), event.stamp()))
                .toList();
        return CaseDecider.fold(lines) instanceof CaseFile file
                ? file.applicant(applicant.applicantId())
                        .map(it -> new FormalApplication(it.executedOn()))
                        .orElse(null)
                : null;
    }

    /** The lines that an accepted command adds to the record. */
    List<Stamped> stamped(
            QuasiRefusalSubmission submission, QuasiRefusalState state, QuasiRefusalDecision.Accepted accepted) {
        var version = state instanceof QuasiRefusal inquiry ? inquiry.version() : 0;
        var stamped = new ArrayList<Stamped>();
        for (var line : accepted.lines()) {
            var stamp = new Stamp(
                    version + stamped.size(),
                    version,
                    submission.actor(),
                    accepted.time().effectiveAt(),
                    accepted.time().recordedAt(),
                    accepted.time().lateEntryReason(),
                    accepted.law(),
                    line.rules());
            stamped.add(new Stamped(line, stamp));
        }
        return stamped;
    }

    /** Claims the idempotency key of an accepted command, with its events. */
    void claimKey(QuasiRefusalSubmission submission, List<Stamped> lines) {
        var key = submission.key();
        if (key != null) {
            AppendConditions.claimKey(
                    key.caller(),
                    key.key(),
                    new KeyedCommand.Accepted(
                            key.requestHash(),
                            QuasiRefusalStreams.of(submission.quasiRefusalId()),
                            lines.getFirst().stamp().sequence(),
                            lines.getLast().stamp().sequence(),
                            ACCEPTED,
                            null));
        }
    }

    /** A line with its stamp. */
    record Stamped(QuasiRefusalDecision.Line line, Stamp stamp) {}
}
