package consular.benchmarks.load;

import consular.benchmarks.target.CaseDriver;
import consular.benchmarks.target.Order;
import consular.benchmarks.target.Outcome;
import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseCommand.IssueVisa;
import consular.cases.domain.CaseCommand.OvercomeRefusal;
import consular.cases.domain.CaseCommand.PresentEvidence;
import consular.cases.domain.CaseCommand.Refuse221g;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.Fee;
import consular.cases.domain.ReasonGiven;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Petition;
import consular.cases.domain.posts.Post;
import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.OvercomeBasis;
import consular.cases.domain.visas.VisaCategory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The life of a case in six commands: registered, applied, refused for a document, evidence, overcome, issued. Each
 * bears an idempotency key of its own.
 */
final class LifeCycle {
    /** How many commands a life has. */
    static final int COMMANDS = 6;

    private static final ApplicantId PRINCIPAL = new ApplicantId("a1");
    private static final FindingId FIRST = new FindingId("F1");

    private final CaseDriver cases;
    private final Post post;
    private final LongConsumer nanos;
    private final @Nullable Instant effectiveAt;

    /** @param nanos told how long each command took */
    LifeCycle(CaseDriver cases, Post post, LongConsumer nanos) {
        this.cases = cases;
        this.post = post;
        this.nanos = nanos;
        this.effectiveAt = lastOpenDay(post, Clock.systemUTC());
    }

    /** On a closed day the commands are late entries of the last open one; null on an open day. */
    private static @Nullable Instant lastOpenDay(Post post, Clock clock) {
        var today = post.dateOf(clock.instant());
        var day = today;
        while (!post.calendar().isOpen(day)) {
            day = day.minusDays(1);
        }
        return day.equals(today)
                ? null
                : day.atTime(LocalTime.NOON).atZone(post.zone()).toInstant();
    }

    /** Lives one case until it stands refused. */
    CaseId refuse() {
        var caseId = give(null, registration(), CaseDriver.INTAKE);
        give(caseId, new ApplyForVisa(PRINCIPAL, "DS-260", new Fee(true, "R1", Fee.Place.NVC)), CaseDriver.INTAKE);
        return give(
                caseId,
                new Refuse221g(PRINCIPAL, List.of(new ReasonGiven("Or BC", null, null)), null),
                CaseDriver.OFFICER);
    }

    /** Lives one case through. */
    void live() {
        var caseId = refuse();
        var document = new Document("BC", true, "birth certificate", null);
        give(caseId, new PresentEvidence(PRINCIPAL, List.of(FIRST), List.of(document)), CaseDriver.INTAKE);
        give(caseId, new OvercomeRefusal(List.of(FIRST), OvercomeBasis.EVIDENCE), CaseDriver.OFFICER);
        give(caseId, new IssueVisa(PRINCIPAL, null), CaseDriver.OFFICER);
    }

    private RegisterCase registration() {
        var number = UUID.randomUUID().toString().replace("-", "");
        return new RegisterCase(
                number,
                post.code(),
                VisaCategory.IMMIGRANT,
                "IR1",
                new Petition("I-130", number),
                List.of(new Person(
                        PRINCIPAL, FamilyRole.PRINCIPAL, "Placeholder", "Applicant", LocalDate.of(2000, 1, 1), "AQ")),
                null);
    }

    private CaseId give(@Nullable CaseId caseId, CaseCommand.ByPerson command, Actor actor) {
        var order = new Order(
                caseId,
                command,
                actor,
                effectiveAt,
                effectiveAt == null ? null : "the post is closed today",
                UUID.randomUUID().toString());
        var began = System.nanoTime();
        var outcome = cases.give(order);
        nanos.accept(System.nanoTime() - began);
        return switch (outcome) {
            case Outcome.Accepted accepted -> accepted.caseId();
            case Outcome.Rejected(var code) ->
                throw new IllegalStateException(command.getClass().getSimpleName() + " was rejected: " + code);
        };
    }
}
