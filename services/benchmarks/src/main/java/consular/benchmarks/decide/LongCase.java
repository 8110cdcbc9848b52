package consular.benchmarks.decide;

import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState;
import consular.cases.domain.CommandContext;
import consular.cases.domain.Decision;
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
import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.OvercomeBasis;
import consular.cases.domain.visas.VisaCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case of thirty events: one that was refused, overcome and refused again, and again. */
final class LongCase {
    static final int EVENTS = 30;

    /** How many findings there are; the last of them stands. */
    private static final int FINDINGS = 7;

    private static final ApplicantId APPLICANT = new ApplicantId("a1");
    private static final Instant NOW = Instant.parse("2024-03-05T02:00:00Z");
    private static final CaseId CASE = new CaseId(new UUID(0, 1));

    private final Post post = ReferencePosts.load().find(new PostCode("MNL")).orElseThrow();
    private final Actor officer = new Actor(new OfficerId("officer-a"), Role.ADJUDICATOR, false);
    private CaseState state = CaseDecider.initialState();
    private int events;

    /** The case with its thirty events folded; it stands refused. */
    CaseState state() {
        take(new CaseCommand.RegisterCase(
                "CASE1",
                new PostCode("MNL"),
                VisaCategory.IMMIGRANT,
                "IR1",
                new Petition("I-130", "WAC1"),
                List.of(new Person(APPLICANT, FamilyRole.PRINCIPAL, "Santos", "Maria", LocalDate.of(1990, 1, 1), "PH")),
                null));
        take(new CaseCommand.ApplyForVisa(APPLICANT, "DS-260", new Fee(true, "R-1", Fee.Place.NVC)));
        for (var finding = 1; finding < FINDINGS; finding++) {
            take(refusal());
            take(evidence(finding));
            take(overcoming(finding));
        }
        take(refusal());
        while (events < EVENTS) {
            take(new CaseCommand.AddCaseNote("called the applicant"));
        }
        if (events != EVENTS) {
            throw new IllegalStateException("the case has " + events + " events");
        }
        return state;
    }

    CommandContext context() {
        return new CommandContext(CASE, officer, post, null, NOW, null, null, false);
    }

    /** What an officer may do next: two of them refuse, one anew under 221(g), one as ineligible. */
    static List<CaseCommand> accepted() {
        return List.of(
                evidence(FINDINGS),
                refusal(),
                ineligible("income below the guideline"),
                new CaseCommand.AddCaseNote("called the applicant"));
    }

    /** What an officer may try next and is turned down with, each for another reason. */
    static List<CaseCommand> rejected() {
        return List.of(
                overcoming(1),
                new CaseCommand.Refuse221g(APPLICANT, List.of(), null),
                ineligible(null),
                new CaseCommand.IssueVisa(APPLICANT, null));
    }

    private static CaseCommand ineligible(@Nullable String facts) {
        return new CaseCommand.RefuseIneligible(
                APPLICANT, List.of(new GroundGiven("212(a)(4)", facts, true, true, false)), null);
    }

    private static CaseCommand refusal() {
        return new CaseCommand.Refuse221g(APPLICANT, List.of(new ReasonGiven("BC", null, null)), null);
    }

    private static CaseCommand evidence(int finding) {
        return new CaseCommand.PresentEvidence(
                APPLICANT, List.of(new FindingId("F" + finding)), List.of(new Document("document", true, "new", null)));
    }

    private static CaseCommand overcoming(int finding) {
        return new CaseCommand.OvercomeRefusal(List.of(new FindingId("F" + finding)), OvercomeBasis.EVIDENCE);
    }

    private void take(CaseCommand command) {
        switch (CaseDecider.decide(command, state, context())) {
            case Decision.Accepted accepted -> {
                for (var line : accepted.events()) {
                    state = CaseDecider.evolve(state, line.event(), line.stamp());
                    events++;
                }
            }
            case Decision.Rejected rejected -> throw new IllegalStateException(rejected.toString());
            case Decision.Malformed malformed -> throw new IllegalStateException(malformed.toString());
            case Decision.Stale stale -> throw new IllegalStateException(stale.toString());
        }
    }
}
