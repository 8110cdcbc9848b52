package consular.cases.service;

import consular.cases.application.CaseCommands;
import consular.cases.application.EventFeed;
import consular.cases.application.Submission;
import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseCommand.IssueVisa;
import consular.cases.domain.CaseCommand.NotifyVisaAvailability;
import consular.cases.domain.CaseCommand.PresentEvidence;
import consular.cases.domain.CaseCommand.Refuse221g;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.CaseCommand.RequestAdvisoryOpinion;
import consular.cases.domain.Fee;
import consular.cases.domain.GroundGiven;
import consular.cases.domain.ReasonGiven;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Petition;
import consular.cases.domain.people.Role;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.Posts;
import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.visas.VisaCategory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A few invented cases for whoever starts the service on an empty folder to look round. */
@Component
@Profile("local & !simulation")
@ConditionalOnProperty(name = "consular.samples", havingValue = "true", matchIfMissing = true)
class SampleCases {
    private static final Logger LOG = LoggerFactory.getLogger(SampleCases.class);
    private static final Actor INTAKE = new Actor(new OfficerId("intake"), Role.INTAKE, false);
    private static final Actor OFFICER = new Actor(new OfficerId("officer-a"), Role.ADJUDICATOR, false);
    private static final ApplicantId PRINCIPAL = new ApplicantId("a1");
    private static final FindingId FIRST = new FindingId("F1");

    private final CaseCommands commands;
    private final EventFeed log;
    private final Posts posts;
    private final Clock clock;

    SampleCases(CaseCommands commands, EventFeed log, Posts posts, Clock clock) {
        this.commands = commands;
        this.log = log;
        this.posts = posts;
        this.clock = clock;
    }

    /** On the thread that starts the service, which is ready only when this returns: who sees it ready sees the samples. */
    @EventListener(ApplicationReadyEvent.class)
    void onReady() {
        if (log.head() == 0) {
            enter();
        }
    }

    private void enter() {
        try {
            issued(new Sample("MNL", "MNL2026000001", "IR1", "Reyes", "Ana", "PH"));
            refusedForDocuments(new Sample("SDO", "SDO2026000002", "F11", "Peralta", "Luis", "DO"));
            ineligible(new Sample("BGT", "BGT2026000003", "F31", "Rojas", "Elena", "CO"));
            opinionAwaited(new Sample("LND", "LND2026000004", "IR5", "Clarke", "Rose", "GB"));
            LOG.info("entered four sample cases; start with --consular.samples=false to do without");
        } catch (RuntimeException failure) {
            LOG.warn("could not enter the sample cases; the service works without them", failure);
        }
    }

    private void issued(Sample sample) {
        var entry = applied(sample);
        entry.as(OFFICER, new IssueVisa(PRINCIPAL, null));
    }

    private void refusedForDocuments(Sample sample) {
        var entry = applied(sample);
        entry.as(
                OFFICER,
                new Refuse221g(
                        PRINCIPAL,
                        List.of(new ReasonGiven("Or BC", null, null), new ReasonGiven("pet Tax", null, null)),
                        true));
        entry.as(
                INTAKE,
                new PresentEvidence(
                        PRINCIPAL,
                        List.of(FIRST),
                        List.of(new Document("birth certificate", true, "long form", null))));
    }

    private void ineligible(Sample sample) {
        var entry = applied(sample);
        entry.as(
                OFFICER,
                new RefuseIneligible(
                        PRINCIPAL,
                        List.of(new GroundGiven(
                                "212(a)(4)", "no sufficient affidavit of support", false, false, false)),
                        false));
    }

    private void opinionAwaited(Sample sample) {
        var entry = applied(sample);
        entry.as(OFFICER, new Refuse221g(PRINCIPAL, List.of(new ReasonGiven("SAO", null, null)), true));
        entry.as(OFFICER, new RequestAdvisoryOpinion(PRINCIPAL, FIRST, "Does 212(a)(3)(A) apply?"));
    }

    private Entry applied(Sample sample) {
        var post = posts.find(new PostCode(sample.post())).orElseThrow();
        var today = post.dateOf(clock.instant());
        var day = today.minusDays(1);
        while (!post.calendar().isOpen(day)) {
            day = day.minusDays(1);
        }
        var entry = new Entry(new CaseId(UUID.randomUUID()), at(post, day));
        entry.as(INTAKE, sample.register(post));
        entry.as(INTAKE, new NotifyVisaAvailability(day.minusDays(60)));
        entry.as(INTAKE, new ApplyForVisa(PRINCIPAL, "DS-260", new Fee(true, "N1", Fee.Place.NVC)));
        return entry;
    }

    private static Instant at(Post post, LocalDate day) {
        return day.atTime(LocalTime.of(9, 0)).atZone(post.zone()).toInstant();
    }

    /** What distinguishes one sample from the next. */
    private record Sample(
            String post, String caseNumber, String visaClass, String familyName, String givenName, String nationality) {
        RegisterCase register(Post at) {
            return new RegisterCase(
                    caseNumber,
                    at.code(),
                    VisaCategory.IMMIGRANT,
                    visaClass,
                    new Petition("I-130", "SAMPLE" + caseNumber),
                    List.of(new Person(
                            PRINCIPAL,
                            FamilyRole.PRINCIPAL,
                            familyName,
                            givenName,
                            LocalDate.of(1990, 1, 2),
                            nationality)),
                    null);
        }
    }

    /** Enters the acts of one case, all on the last working day. */
    private final class Entry {
        private final CaseId caseId;
        private final Instant effectiveAt;

        Entry(CaseId caseId, Instant effectiveAt) {
            this.caseId = caseId;
            this.effectiveAt = effectiveAt;
        }

        void as(Actor actor, CaseCommand command) {
            commands.submit(new Submission(command, caseId, actor, effectiveAt, "a sample case", null, null));
        }
    }
}
