package consular.cases.service.nodes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.application.CaseHistory;
import consular.cases.application.CommandFailure;
import consular.cases.application.EventFeed;
import consular.cases.application.NamelessFeed;
import consular.cases.application.PersonalDataPurge;
import consular.cases.application.StoredEvent;
import consular.cases.application.audit.AuditTrail;
import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseCommand.ReverseOwnRefusal;
import consular.cases.domain.CaseCommand.WithdrawApplication;
import consular.cases.domain.CaseEvent.CaseNoteAdded;
import consular.cases.domain.CaseEvent.CaseRegistered;
import consular.cases.domain.CaseEvent.SupervisorConcurred;
import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.Fee;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.privacy.ErasedText;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.ledger.postgres.TestDatabase;
import consular.ledger.verifier.LedgerVerifier;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What becomes of the data of persons, from the first command to after its erasure, on one node and on two. */
class ErasureTest {
    private static final String SECRET = WordyCase.SECRET;

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final WordyCase life = new WordyCase();

    private Node node() {
        return Node.on(
                database,
                "--consular.ledger.signing-key=" + folder.resolve("log.key"),
                "--consular.ledger.create-signing-key=true");
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
        await(Duration.ofSeconds(30), condition);
    }

    private static void await(Duration atMost, BooleanSupplier condition) {
        var end = System.nanoTime() + atMost.toNanos();
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

    private static double secondsWaiting(Node node) {
        return node.bean(MeterRegistry.class)
                .get("consular.erasures.waiting.age")
                .gauge()
                .value();
    }

    private CaseRegistered registered(Node node) {
        return (CaseRegistered) event(node, CaseRegistered.class).event();
    }

    private StoredEvent event(Node node, Class<?> type) {
        return node.bean(CaseHistory.class).of(life.caseId()).stream()
                .filter(event -> type.isInstance(event.event()))
                .findFirst()
                .orElseThrow();
    }

    private boolean isErased(Node node, int applicant) {
        return registered(node).applicants().get(applicant).familyName().startsWith("erased under event ");
    }

    private void assertVerifies(Node node) throws Exception {
        var audit = node.bean(AuditTrail.class);
        var last = node.bean(EventFeed.class).head() - 1;
        await(() -> audit.inclusion(last).isPresent());
        var export = folder.resolve("export.zip");
        try (OutputStream target = Files.newOutputStream(export)) {
            assertThat(audit.export(target)).isTrue();
        }
        var keyFile = Files.writeString(folder.resolve("log.vkey"), String.join("\n", audit.keys()));
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
            life.live(node);

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
    @ValueSource(booleans = {false, true})
    void whoever_is_to_know_of_nobody_reads_every_event_and_nothing_personal(boolean erased) {
        try (var node = node()) {
            life.live(node);
            if (erased) {
                life.erase(node, WordyCase.ANA, ErasureLevel.CONTENT);
                await(() -> isErased(node, 0));
            }
            var read = node.bean(NamelessFeed.class).after(0, 1_000);
            assertThat(read).hasSize((int) node.bean(EventFeed.class).head());
            assertThat(read.toString())
                    .contains("withheld")
                    .doesNotContain(SECRET, "erased under", "enciphered", "1951-07-13", "1953-09-17", "ab".repeat(32));
        }
    }

    @ParameterizedTest
    @EnumSource(ErasureLevel.class)
    void one_of_a_family_is_erased_the_other_is_not_and_the_log_verifies(ErasureLevel level) throws Exception {
        try (var node = node();
                var other = node()) {
            life.live(node);
            assertThat(isErased(other, 0)).isFalse();
            life.erase(node, WordyCase.ANA, level);

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

            life.erase(node, null, level);
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
            life.live(node);
            life.erase(node, WordyCase.ANA, ErasureLevel.CONTENT);
            await(() -> isErased(node, 0));

            assertThatExceptionOfType(CommandFailure.Rejected.class)
                    .isThrownBy(() -> life.give(
                            node, WordyCase.OFFICER, new WithdrawApplication(WordyCase.ANA, "again " + SECRET), null))
                    .satisfies(it -> assertThat(it.rejection().code()).isEqualTo(RejectionCode.ERASED));
            life.give(node, WordyCase.OFFICER, new AddCaseNote("the case goes on"), null);
        }
    }

    @Test
    void a_family_is_decided_to_its_end_after_one_of_it_and_the_texts_of_the_case_were_erased() {
        try (var node = node()) {
            life.live(node);
            life.erase(node, WordyCase.BEN, ErasureLevel.CONTENT);
            life.erase(node, null, ErasureLevel.CONTENT);
            await(() -> isErased(node, 1));

            var application = new ApplyForVisa(WordyCase.BEN, "DS-260", new Fee(true, "N2", Fee.Place.NVC));
            life.give(node, WordyCase.OFFICER, application, null);
            var refused = node.bean(CaseHistory.class).of(life.caseId()).getLast();
            assertThat(((VisaRefused) refused.event()).applicantId()).isEqualTo(WordyCase.BEN);

            var following = ((VisaRefused) refused.event()).refusalId();
            for (var reason : List.of("of Ben " + SECRET, ErasedText.STAND_IN)) {
                var reversal = new ReverseOwnRefusal(following, reason);
                var isAllowed = reason.equals(ErasedText.STAND_IN);
                assertThat(isGiven(() -> life.tryOut(node, WordyCase.OFFICER, reversal)))
                        .isEqualTo(isAllowed);
                assertThat(isGiven(() -> life.give(node, WordyCase.OFFICER, reversal, null)))
                        .isEqualTo(isAllowed);
            }
        }
    }

    @Test
    void who_only_asked_is_erased_too() {
        try (var node = node()) {
            life.live(node);
            life.eraseInquirer(node, ErasureLevel.CONTENT);
            await(() -> life.inquirer(node).familyName().startsWith("erased under event "));
            assertThat(life.inquirer(node).dateOfBirth()).isNull();
            assertThat(isErased(node, 0)).isFalse();
        }
    }

    /** Every bean of it is told at least once, and again until it throws nothing. */
    @Test
    void whoever_keeps_copies_is_told_until_it_has_forgotten() {
        Copies.told.clear();
        try (var node = Node.on(database, Copies.class)) {
            life.live(node);
            life.erase(node, WordyCase.ANA, ErasureLevel.KEY);
            life.eraseInquirer(node, ErasureLevel.KEY);

            var ofAna = life.caseId() + " " + WordyCase.ANA;
            await(() -> Copies.timesTold(ofAna) > 1
                    && Copies.timesTold(life.inquiry().toString()) > 1);
            await(() -> secondsWaiting(node) == 0);
            assertThat(isErased(node, 0)).isTrue();
            assertThat(life.inquirer(node).familyName()).startsWith("erased under event ");
        }
    }

    /** Somebody who keeps copies, and breaks at the first word of each erasure. */
    @Import(Node.Wiring.class)
    static class Copies {
        static final List<String> told = new CopyOnWriteArrayList<>();

        @Bean
        PersonalDataPurge copies() {
            return new PersonalDataPurge() {
                @Override
                public void purge(CaseId caseId, @Nullable ApplicantId applicantId) {
                    forget(caseId + " " + applicantId);
                }

                @Override
                public void purge(QuasiRefusalId quasiRefusalId) {
                    forget(quasiRefusalId.toString());
                }
            };
        }

        static int timesTold(String whom) {
            return Collections.frequency(told, whom);
        }

        private static void forget(String whom) {
            var isFirst = !told.contains(whom);
            told.add(whom);
            if (isFirst) {
                throw new AssertionError("of whoever keeps copies");
            }
        }
    }

    private static boolean isGiven(Runnable command) {
        try {
            command.run();
            return true;
        } catch (CommandFailure.Rejected rejected) {
            assertThat(rejected.rejection().code()).isEqualTo(RejectionCode.ERASED);
            return false;
        }
    }

    @Test
    void an_erasure_that_could_not_be_carried_out_is_carried_out_by_the_next_node() {
        try (var node = node()) {
            life.live(node);
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
            assertThat(secondsWaiting(node)).isZero();
            life.erase(node, WordyCase.ANA, ErasureLevel.CONTENT);
            assertThat(isErased(node, 0)).isFalse();
            await(() -> secondsWaiting(node) > 0.5);
        }
        database.jdbc().sql("drop trigger away on data_key").update();
        try (var next = node()) {
            await(() -> isErased(next, 0));
            await(() -> secondsWaiting(next) == 0);
        }
    }

    /** The key is held fast, so that the node is killed when the event is stored, and it is about to destroy the key. */
    @Test
    void an_erasure_that_was_decided_and_not_carried_out_before_a_crash_is_carried_out_by_another_node()
            throws Exception {
        try (var first = node()) {
            life.live(first);
        }
        var keys = folder.resolve("log.key").toString();
        try (var held = database.dataSource().getConnection();
                var statement = held.createStatement()) {
            held.setAutoCommit(false);
            statement.execute("select from data_key for no key update");
            var victim = EraserProcess.start(database.url(), keys, life, folder.resolve("victim.log"));
            try {
                // a whole node starts meanwhile
                await(
                        Duration.ofMinutes(3),
                        () -> sessions("wait_event_type = 'Lock' and query like '%insert into data_key%'") == 1);
            } catch (AssertionError late) {
                throw new AssertionError(Files.readString(folder.resolve("victim.log")), late);
            } finally {
                victim.destroyForcibly().waitFor();
            }
            held.rollback();
        }
        await(() -> sessions("application_name = '" + EraserProcess.NAME + "'") == 0);
        assertThat(count("select count(*) from event where type = 'PersonalDataErased'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from data_key where wrapped is null")).isZero();

        try (var next = node()) {
            await(() -> isErased(next, 0));
            await(() -> secondsWaiting(next) == 0);
            assertVerifies(next);
        }
        assertThat(count("select count(*) from data_key where wrapped is null")).isEqualTo(1);
    }

    private long sessions(String which) {
        return count("select count(*) from pg_stat_activity where datname = current_database() and"
                + " pid <> pg_backend_pid() and " + which);
    }

    private long count(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }
}
