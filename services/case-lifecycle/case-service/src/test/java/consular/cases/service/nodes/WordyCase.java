package consular.cases.service.nodes;

import consular.cases.application.CommandAnswer;
import consular.cases.application.CommandKey;
import consular.cases.application.QuasiRefusalCommands;
import consular.cases.application.QuasiRefusalHistory;
import consular.cases.application.QuasiRefusalSubmission;
import consular.cases.application.ReadSide;
import consular.cases.application.Submission;
import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseCommand.ErasePersonalData;
import consular.cases.domain.CaseCommand.PresentEvidence;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.CaseCommand.SupervisorConcur;
import consular.cases.domain.Fee;
import consular.cases.domain.GroundGiven;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Role;
import consular.cases.domain.people.Supervision;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.quasirefusals.Inquirer;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.RecordQuasiRefusal;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.InquiryReceived;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.visas.VisaCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case of a family in which everybody writes something of everybody, and an inquiry besides. */
final class WordyCase {
    static final Actor OFFICER = new Actor(new OfficerId("officer-a"), Role.ADJUDICATOR, true);
    static final Actor SUPERVISOR = new Actor(
            new OfficerId("supervisor-a"), Role.SUPERVISOR, true, Supervision.of(Set.of(new OfficerId("officer-a"))));
    static final Actor ADMIN = new Actor(new OfficerId("admin"), Role.ADMIN, false);
    static final ApplicantId ANA = new ApplicantId("a1");
    static final ApplicantId BEN = new ApplicantId("a2");
    /** A Tuesday on which Manila works. */
    static final Instant LAST_YEAR = Instant.parse("2025-03-04T02:00:00Z");

    static final String SECRET = "zyzzyva";

    private final CaseId caseId;
    private final QuasiRefusalId inquiry = new QuasiRefusalId(UUID.randomUUID());

    /** A new one. */
    WordyCase() {
        this(new CaseId(UUID.randomUUID()));
    }

    /** The same that another has lived. */
    WordyCase(CaseId caseId) {
        this.caseId = caseId;
    }

    CaseId caseId() {
        return caseId;
    }

    QuasiRefusalId inquiry() {
        return inquiry;
    }

    CommandAnswer give(Node node, Actor actor, CaseCommand command, @Nullable String reason) {
        return node.commands()
                .submit(new Submission(
                        command,
                        caseId,
                        actor,
                        reason == null ? null : LAST_YEAR,
                        reason,
                        null,
                        new CommandKey("somebody", UUID.randomUUID().toString(), "aa".repeat(32))));
    }

    /** The same, storing nothing. */
    CommandAnswer tryOut(Node node, Actor actor, CaseCommand command) {
        return node.commands().dryRun(new Submission(command, caseId, actor, null, null, null, null));
    }

    void erase(Node node, @Nullable ApplicantId applicantId, ErasureLevel level) {
        give(node, ADMIN, new ErasePersonalData(applicantId, level, "DAA-0059-2020-0003"), null);
    }

    void eraseInquirer(Node node, ErasureLevel level) {
        node.bean(QuasiRefusalCommands.class)
                .submit(new QuasiRefusalSubmission(
                        new QuasiRefusalCommand.ErasePersonalData(level, "DAA-0059-2020-0003"),
                        inquiry,
                        ADMIN,
                        null,
                        null,
                        null,
                        null));
    }

    Inquirer inquirer(Node node) {
        var received = node.bean(QuasiRefusalHistory.class).of(inquiry).getFirst();
        return ((InquiryReceived) received.event()).person();
    }

    /** A life in which everybody writes something of everybody. */
    void live(Node node) {
        give(
                node,
                OFFICER,
                new RegisterCase(
                        "N" + caseId.toString().replace("-", "").substring(0, 20),
                        new PostCode("MNL"),
                        VisaCategory.IMMIGRANT,
                        "F31",
                        null,
                        List.of(
                                person(ANA, FamilyRole.PRINCIPAL, "Ana", LocalDate.of(1951, 7, 13)),
                                person(BEN, FamilyRole.SPOUSE, "Ben", LocalDate.of(1953, 9, 17))),
                        new Counsel("Counsellor " + SECRET, SECRET + " street")),
                SECRET + " registered late");
        give(node, OFFICER, new ApplyForVisa(ANA, "DS-260", new Fee(true, "N1", Fee.Place.NVC)), SECRET + " late");
        give(
                node,
                OFFICER,
                new RefuseIneligible(
                        ANA, List.of(new GroundGiven("212(a)(4)", "Ana has no " + SECRET, true, null, null)), null),
                SECRET + " refused late");
        give(node, SUPERVISOR, new SupervisorConcur(new RefusalId("R1"), "Ana remarked " + SECRET), "late");
        give(
                node,
                OFFICER,
                new PresentEvidence(
                        ANA,
                        List.of(new FindingId("F1")),
                        List.of(new Document("bank letter", true, "of Ana " + SECRET, "ab".repeat(32)))),
                SECRET + " on the last day");
        give(node, OFFICER, new AddCaseNote("both " + SECRET), SECRET + " later");
        node.bean(QuasiRefusalCommands.class)
                .submit(new QuasiRefusalSubmission(
                        new RecordQuasiRefusal(
                                new PostCode("MNL"),
                                new Inquirer(SECRET, "Eve", LocalDate.of(1955, 11, 19), "PH"),
                                "212(a)(6)(C)(i)",
                                "told " + SECRET,
                                true,
                                null,
                                null),
                        inquiry,
                        OFFICER,
                        null,
                        null,
                        null,
                        null));
        node.bean(ReadSide.class).awaitCaughtUp();
    }

    private static Person person(ApplicantId id, FamilyRole role, String name, LocalDate dateOfBirth) {
        return new Person(id, role, name + " " + SECRET, name + " " + SECRET, dateOfBirth, "PH");
    }
}
