package consular.cases.service.nodes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.application.CaseHistory;
import consular.cases.application.CommandAnswer;
import consular.cases.application.CommandFailure;
import consular.cases.application.CommandKey;
import consular.cases.application.QuasiRefusalCommands;
import consular.cases.application.QuasiRefusalSubmission;
import consular.cases.application.ReadSide;
import consular.cases.application.StoredEvent;
import consular.cases.application.Submission;
import consular.cases.application.audit.AuditTrail;
import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseCommand.ErasePersonalData;
import consular.cases.domain.CaseCommand.PresentEvidence;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.CaseCommand.SupervisorConcur;
import consular.cases.domain.CaseCommand.WithdrawApplication;
import consular.cases.domain.CaseEvent.CaseNoteAdded;
import consular.cases.domain.CaseEvent.CaseRegistered;
import consular.cases.domain.CaseEvent.SupervisorConcurred;
import consular.cases.domain.Fee;
import consular.cases.domain.GroundGiven;
import consular.cases.domain.law.RejectionCode;
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
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.RecordQuasiRefusal;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.visas.VisaCategory;
import consular.ledger.postgres.LogEvidence;
import consular.ledger.postgres.TestDatabase;
import consular.ledger.verifier.LedgerVerifier;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the data of persons, from the first command to after its erasure, on one node and on two. */
class ErasureTest {
    private static final Actor OFFICER = new Actor(new OfficerId("officer-a"), Role.ADJUDICATOR, true);
    private static final Actor SUPERVISOR = new Actor(
            new OfficerId("supervisor-a"), Role.SUPERVISOR, true, Supervision.of(Set.of(new OfficerId("officer-a"))));
    private static final Actor ADMIN = new Actor(new OfficerId("admin"), Role.ADMIN, false);
    private static final ApplicantId ANA = new ApplicantId("a1");
    private static final ApplicantId BEN = new ApplicantId("a2");
    /** A Tuesday on which Manila works. */
    private static final Instant LAST_YEAR = Instant.parse("2025-03-04T02:00:00Z");

    private static final String SECRET = "zyzzyva";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final CaseId caseId = new CaseId(UUID.randomUUID());

    private Node node() {
        return Node.on(
                database,
                "--consular.ledger.signing-key=" + folder.resolve("log.key"),
                "--consular.ledger.create-signing-key=true");
    }

    private CommandAnswer give(Node node, Actor actor, CaseCommand command, @Nullable String reason) {
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

    private void erase(Node node, @Nullable ApplicantId applicantId, ErasureLevel level) {
        give(node, ADMIN, new ErasePersonalData(applicantId, level, "DAA-0059-2020-0003"), null);
    }

    /** A life in which everybody writes something of everybody. */
    private void live(Node node) {
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
                        new QuasiRefusalId(UUID.randomUUID()),
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

    /** Every value of every table, as text; bytes both as they are and as hexadecimal digits. */
    private String everything() {
        var found = new StringBuilder();
        for (var table : database.jdbc().sql("""
            select quote_ident(table_schema) || '.' || quote_ident(table_name)
            from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
            """).query(String.class).list()) {
            database.jdbc()
                    .sql("select * from " + table)
                    .query((row, _) -> values(row, found))
                    .list();
        }
        return found.toString();
    }

    private static int values(ResultSet row, StringBuilder found) throws SQLException {
        for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            var value = row.getObject(column);
            found.append(value instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : String.valueOf(value))
                    .append('\n');
        }
        return 0;
    }

    private static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private CaseRegistered registered(Node node) {
        return (CaseRegistered) event(node, CaseRegistered.class).event();
    }

    private StoredEvent event(Node node, Class<?> type) {
        return node.bean(CaseHistory.class).of(caseId).stream()
                .filter(event -> type.isInstance(event.event()))
                .findFirst()
                .orElseThrow();
    }

    private boolean isErased(Node node, int applicant) {
        return registered(node).applicants().get(applicant).familyName().startsWith("erased under event ");
    }

    private void assertVerifies(Node node) throws Exception {
        var evidence = node.bean(LogEvidence.class);
        var size = node.bean(consular.cases.application.EventFeed.class).head();
        await(() -> evidence.signedSize() >= size);
        var export = folder.resolve("export.zip");
        try (OutputStream target = Files.newOutputStream(export)) {
            assertThat(node.bean(AuditTrail.class).export(target)).isTrue();
        }
        var keyFile = Files.writeString(
                folder.resolve("log.vkey"), node.bean(AuditTrail.class).key().orElseThrow() + "\n");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LedgerVerifier.class.getName(),
                        "verify",
                        export.toString(),
                        "--key",
                        keyFile.toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    @Test
    void nothing_personal_lies_open_in_any_table_and_everything_is_read_back() throws Exception {
        try (var node = node()) {
            live(node);

            assertThat(everything())
                    .contains("enciphered", "212(a)(4)")
                    .doesNotContain(SECRET)
                    .doesNotContain("1951-07-13", "1953-09-17", "1955-11-19", "ab".repeat(32));
            assertThat(registered(node).counsel()).isEqualTo(new Counsel("Counsellor " + SECRET, SECRET + " street"));
            assertThat(registered(node).applicants().getLast().dateOfBirth()).isEqualTo(LocalDate.of(1953, 9, 17));
            assertThat(event(node, CaseRegistered.class).stamp().lateEntryReason())
                    .isEqualTo(SECRET + " registered late");
            assertThat(((SupervisorConcurred)
                                    event(node, SupervisorConcurred.class).event())
                            .remarks())
                    .contains(SECRET);
            assertVerifies(node);
        }
    }

    @ParameterizedTest
    @EnumSource(ErasureLevel.class)
    void one_of_a_family_is_erased_the_other_is_not_and_the_log_verifies(ErasureLevel level) throws Exception {
        try (var node = node();
                var other = node()) {
            live(node);
            assertThat(isErased(other, 0)).isFalse();
            erase(node, ANA, level);

            await(() -> isErased(node, 0));
            await(() -> isErased(other, 0));
            var position = event(node, consular.cases.domain.CaseEvent.PersonalDataErased.class)
                    .position();
            var ana = registered(node).applicants().getFirst();
            assertThat(ana.familyName()).isEqualTo("erased under event " + position);
            assertThat(ana.dateOfBirth()).isNull();
            assertThat(ana.nationality()).isEqualTo("PH");
            assertThat(registered(node).applicants().getLast().givenName()).isEqualTo("Ben " + SECRET);
            assertThat(((SupervisorConcurred)
                                    event(node, SupervisorConcurred.class).event())
                            .remarks())
                    .isEqualTo("erased under event " + position);
            assertThat(((CaseNoteAdded) event(node, CaseNoteAdded.class).event()).text())
                    .isEqualTo("both " + SECRET);
            assertVerifies(node);

            erase(node, null, level);
            await(() -> ((CaseNoteAdded) event(other, CaseNoteAdded.class).event())
                    .text()
                    .startsWith("erased under event "));
            assertThat(database.jdbc()
                            .sql("select count(*) from secret_part where ciphertext is null")
                            .query(Long.class)
                            .single())
                    .isEqualTo(level == ErasureLevel.CONTENT ? erasedParts() : 0L);
            assertVerifies(node);
        }
    }

    private long erasedParts() {
        return database.jdbc()
                .sql("select count(*) from secret_part join data_key using (person) where wrapped is null")
                .query(Long.class)
                .single();
    }

    @Test
    void a_case_goes_on_after_an_erasure_but_nothing_more_is_written_of_the_erased() {
        try (var node = node()) {
            live(node);
            erase(node, ANA, ErasureLevel.CONTENT);
            await(() -> isErased(node, 0));

            assertThatExceptionOfType(CommandFailure.Rejected.class)
                    .isThrownBy(() -> give(node, OFFICER, new WithdrawApplication(ANA, "again " + SECRET), null))
                    .satisfies(it -> assertThat(it.rejection().code()).isEqualTo(RejectionCode.ERASED));
            give(node, OFFICER, new AddCaseNote("the case goes on"), null);
        }
    }

    @Test
    void an_erasure_that_was_decided_and_not_carried_out_before_a_crash_is_carried_out_by_the_next_node() {
        try (var node = node()) {
            live(node);
            database.jdbc().sql("""
                create function be_away() returns trigger language plpgsql as $$
                begin
                    raise exception 'away';
                end
                $$
                """).update();
            database.jdbc()
                    .sql("create trigger away before update on data_key for each row execute function be_away()")
                    .update();
            erase(node, ANA, ErasureLevel.CONTENT);
            assertThat(isErased(node, 0)).isFalse();
        }
        database.jdbc().sql("drop trigger away on data_key").update();
        try (var next = node()) {
            await(() -> isErased(next, 0));
        }
    }
}
