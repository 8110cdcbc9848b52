package consular.cases.projections;

import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.*;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.CommandContext;
import consular.cases.domain.Decision;
import consular.cases.domain.Fee;
import consular.cases.domain.GroundGiven;
import consular.cases.domain.ReasonGiven;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Petition;
import consular.cases.domain.people.Role;
import consular.cases.domain.posts.Post;
import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.visas.VisaCategory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives commands to cases at a time that the test sets, and appends what follows to the log. */
final class Cases {
    static final ApplicantId APPLICANT = new ApplicantId("a1");
    static final Actor OFFICER = new Actor(new OfficerId("officer-a"), Role.ADJUDICATOR, false);
    static final Actor SUPERVISOR = new Actor(new OfficerId("supervisor-a"), Role.SUPERVISOR, true);
    static final Actor DEPARTMENT = new Actor(new OfficerId("visa-office"), Role.DEPARTMENT, false);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final MemoryLog log;
    private final TestPosts posts = new TestPosts();
    private volatile Instant now = Instant.parse("2024-03-04T02:00:00Z");

    Cases(MemoryLog log) {
        this.log = log;
    }

    /** Ten in the morning at the post. */
    void itIs(String date, Post post) {
        now = LocalDate.parse(date)
                .atTime(LocalTime.of(10, 0))
                .atZone(post.zone())
                .toInstant();
    }

    void itIs(Instant instant) {
        now = instant;
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    CaseId registered(Post post) {
        var caseId = new CaseId(UUID.randomUUID());
        give(
                caseId,
                OFFICER,
                new RegisterCase(
                        "MNL" + NUMBER.incrementAndGet(),
                        post.code(),
                        VisaCategory.IMMIGRANT,
                        "IR1",
                        new Petition("I-130", "WAC" + NUMBER.get()),
                        List.of(new Person(
                                APPLICANT, FamilyRole.PRINCIPAL, "Cruz", "Ana", LocalDate.of(1990, 1, 2), "PH")),
                        null),
                post);
        return caseId;
    }

    /** Of these people, who registered at a post. */
    CaseId registered(Post post, String number, Person... people) {
        var caseId = new CaseId(UUID.randomUUID());
        var petition = new Petition("I-130", "WAC" + NUMBER.incrementAndGet());
        give(
                caseId,
                OFFICER,
                new RegisterCase(number, post.code(), VisaCategory.IMMIGRANT, "IR1", petition, List.of(people), null),
                post);
        return caseId;
    }

    CaseId applied(Post post) {
        var caseId = registered(post);
        give(caseId, OFFICER, new ApplyForVisa(APPLICANT, "DS-260", new Fee(true, "R1", Fee.Place.NVC)));
        return caseId;
    }

    /** Of a visitor; the same given name is the same person. */
    CaseId appliedForVisit(Post post, String givenName) {
        var caseId = new CaseId(UUID.randomUUID());
        var visitor = new Person(APPLICANT, FamilyRole.PRINCIPAL, "Cruz", givenName, LocalDate.of(1990, 1, 2), "PH");
        var number = "NIV" + NUMBER.incrementAndGet();
        give(
                caseId,
                OFFICER,
                new RegisterCase(number, post.code(), VisaCategory.NONIMMIGRANT, "B2", null, List.of(visitor), null),
                post);
        give(caseId, OFFICER, new ApplyForVisa(APPLICANT, "DS-160", new Fee(true, "R1", Fee.Place.POST)));
        return caseId;
    }

    CaseId refused221g(Post post) {
        var caseId = applied(post);
        give(caseId, OFFICER, new Refuse221g(APPLICANT, List.of(new ReasonGiven("BC", null, null)), true));
        return caseId;
    }

    CaseId refusedFraud(Post post, boolean straightforward) {
        var caseId = applied(post);
        refuseForFraud(caseId, straightforward);
        return caseId;
    }

    void refuseForFraud(CaseId caseId) {
        refuseForFraud(caseId, true);
    }

    private void refuseForFraud(CaseId caseId, boolean straightforward) {
        give(
                caseId,
                OFFICER,
                new RefuseIneligible(
                        APPLICANT,
                        List.of(new GroundGiven("212(a)(6)(C)(i)", "a false passport", false, true, false)),
                        straightforward));
    }

    void presented(CaseId caseId) {
        give(
                caseId,
                OFFICER,
                new PresentEvidence(
                        APPLICANT,
                        List.of(new FindingId("F1")),
                        List.of(new Document("birth certificate", true, "original", null))));
    }

    void timePassed(CaseId caseId) {
        give(caseId, Actor.SERVICE, new ActOnDeadlines());
    }

    void give(CaseId caseId, Actor actor, CaseCommand command) {
        give(caseId, actor, command, posts.find(file(caseId).post()).orElseThrow());
    }

    /** A command that took effect at ten in the morning of an earlier day at the post. */
    void giveLate(CaseId caseId, Actor actor, CaseCommand command, String effectiveOn) {
        var post = posts.find(file(caseId).post()).orElseThrow();
        var effectiveAt = LocalDate.parse(effectiveOn)
                .atTime(LocalTime.of(10, 0))
                .atZone(post.zone())
                .toInstant();
        decide(new CommandContext(caseId, actor, post, effectiveAt, now, "old papers", null, false), command);
    }

    CaseFile file(CaseId caseId) {
        return (CaseFile) state(caseId);
    }

    long version(CaseId caseId) {
        return log.of(caseId).size();
    }

    private CaseState state(CaseId caseId) {
        return CaseDecider.fold(log.of(caseId).stream()
                .map(stored -> new RecordedEvent(stored.event(), stored.stamp()))
                .toList());
    }

    private void give(CaseId caseId, Actor actor, CaseCommand command, Post post) {
        var context = new CommandContext(caseId, actor, post, null, now, null, null, false);
        decide(
                command instanceof TransferCase transfer
                        ? context.sendingTo(posts.find(transfer.toPost()).orElse(null))
                        : context,
                command);
    }

    private void decide(CommandContext context, CaseCommand command) {
        switch (CaseDecider.decide(command, state(context.caseId()), context)) {
            case Decision.Accepted accepted -> log.append(context.caseId(), accepted.events());
            case Decision.Rejected rejected -> throw new AssertionError(rejected.toString());
            case Decision.Malformed malformed -> throw new AssertionError(malformed.toString());
            case Decision.Stale stale -> throw new AssertionError(stale.toString());
        }
    }
}
