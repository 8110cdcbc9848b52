package consular.cases.application;

import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.CaseCommand.TransferCase;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.CommandContext;
import consular.cases.domain.Decision;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.law.Policy;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.Posts;
import consular.ledger.postgres.AppendConditions;
import consular.ledger.postgres.EventLog;
import consular.ledger.postgres.KeyedCommand;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Puts a submission before the decider, with the clock, the post and the numbers already taken. */
final class CaseDesk implements CommandDesk {
    private static final int ACCEPTED = 200;

    private final Clock clock;
    private final Posts posts;
    private final CaseNumbers numbers;
    private final EventLog log;
    private final Policy policy;
    private final CaseBudget budget;

    CaseDesk(Clock clock, Posts posts, CaseNumbers numbers, EventLog log, Policy policy, CaseBudget budget) {
        this.clock = clock;
        this.posts = posts;
        this.numbers = numbers;
        this.log = log;
        this.policy = policy;
        this.budget = budget;
    }

    /**
     * A case number is believed to be free, since most are, and taken with the events: if another case has it, the append
     * fails. Whether it is free is only asked before a registration is turned down, for which the number may be the reason.
     */
    @Override
    public Decision decide(Submission submission, CaseState state) {
        var decision = decide(submission, state, false, policy);
        if (!(submission.command() instanceof RegisterCase register)) {
            return decision;
        }
        if (decision instanceof Decision.Accepted) {
            numbers.take(register.caseNumber(), submission.caseId());
            return decision;
        }
        return decide(submission, state, isTaken(submission), policy);
    }

    /** How a registration is decided whose number turned out to be another case's. */
    Decision decideWithNumberTaken(Submission registration) {
        return decide(registration, CaseDecider.initialState(), true, policy);
    }

    /** Decides and leaves no trace. What the policy would select for review is not told beforehand. */
    Decision tryOut(Submission submission, CaseState state) {
        return decide(submission, state, isTaken(submission), policy.withoutSelection());
    }

    private boolean isTaken(Submission submission) {
        return submission.command() instanceof RegisterCase register && numbers.isTaken(register.caseNumber());
    }

    private Decision decide(Submission submission, CaseState state, boolean caseNumberTaken, Policy under) {
        return CaseDecider.decide(
                submission.command(),
                state,
                new CommandContext(
                        submission.caseId(),
                        submission.actor(),
                        post(submission, state),
                        submission.effectiveAt(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        submission.lateEntryReason(),
                        submission.expectedVersion(),
                        destination(submission),
                        caseNumberTaken,
                        under,
                        null));
    }

    private @Nullable Post post(Submission submission, CaseState state) {
        return switch (state) {
            case CaseFile file -> posts.find(file.post()).orElseThrow();
            case CaseState.NotRegistered _ ->
                submission.command() instanceof RegisterCase register
                        ? posts.find(register.post()).orElse(null)
                        : null;
        };
    }

    private @Nullable Post destination(Submission submission) {
        return submission.command() instanceof TransferCase transfer
                ? posts.find(transfer.toPost()).orElse(null)
                : null;
    }

    @Override
    public void claimKey(Submission submission, List<RecordedEvent> events) {
        var key = submission.key();
        if (key != null && !events.isEmpty()) {
            AppendConditions.claimKey(
                    key.caller(),
                    key.key(),
                    new KeyedCommand.Accepted(
                            key.requestHash(),
                            submission.caseId().toString(),
                            events.getFirst().stamp().sequence(),
                            events.getLast().stamp().sequence(),
                            ACCEPTED,
                            null));
        }
    }

    @Override
    public void ensureRoom(CaseCommand command, CaseState state, long size) {
        budget.ensureRoom(command, state instanceof CaseFile file ? file.version() : 0, size);
    }

    @Override
    public long size(Message<?> event) {
        return budget.size(event);
    }

    @Override
    public void ensureFresh(CaseId caseId, @Nullable CaseState remembered) {
        if (remembered instanceof CaseFile file && log.reaches(caseId.toString(), file.version())) {
            throw new ConcurrencyException("the case has moved on");
        }
    }
}
