package consular.cases.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.cases.application.CaseImports;
import consular.cases.application.CaseImports.Outcome;
import consular.cases.application.CaseImports.Row;
import consular.cases.application.CaseImports.Source;
import consular.cases.application.CommandFailure;
import consular.cases.application.ImportReports;
import consular.cases.application.ImportReports.Line;
import consular.cases.application.ImportReports.Manner;
import consular.cases.application.ImportReports.Result;
import consular.cases.application.ImportReports.State;
import consular.cases.application.StoredEvent;
import consular.cases.application.Submission;
import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseCommand.IssueVisa;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.Fee;
import consular.cases.domain.GroundGiven;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Role;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.refusals.ClassEntryState;
import consular.cases.domain.visas.VisaCategory;
import consular.ledger.postgres.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happened elsewhere is decided as if it had happened here, and stored once. */
class ImportTest {
    /** A Tuesday on which Manila works. */
    private static final Instant THEN = Instant.parse("2019-03-05T02:00:00Z");

    private static final ApplicantId ANA = new ApplicantId("a1");
    private static final Actor INTAKE = new Actor(new OfficerId("intake"), Role.INTAKE, false);
    private static final Actor OFFICER = new Actor(new OfficerId("officer-a"), Role.ADJUDICATOR, false);

    private static Node node;

    private final Source source = new Source(UUID.randomUUID(), "admin", true);

    @BeforeAll
    static void start() {
        node = Node.on(TestDatabase.create());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static CaseImports imports() {
        return node.bean(CaseImports.class);
    }

    private static Row row(String number, String key, Actor actor, CaseCommand.ByPerson command, int minute) {
        return new Row(number + key, number, command, actor, THEN.plusSeconds(60L * minute), "imported");
    }

    private static Row registration(String number) {
        var person = new Person(ANA, FamilyRole.PRINCIPAL, "Reyes", "Ana", LocalDate.of(1990, 1, 2), "PH");
        var register = new RegisterCase(
                number, new PostCode("MNL"), VisaCategory.NONIMMIGRANT, "B2", null, List.of(person), null);
        return row(number, "register", INTAKE, register, 0);
    }

    private static Row application(String number) {
        return row(number, "apply", INTAKE, new ApplyForVisa(ANA, "DS-160", new Fee(true, "R1", Fee.Place.POST)), 1);
    }

    private static Row refusal(String number) {
        var ground = new GroundGiven("212(a)(6)(C)(i)", "a false passport", false, true, false);
        return row(number, "refuse", OFFICER, new RefuseIneligible(ANA, List.of(ground), true), 2);
    }

    private static List<Row> life(String number) {
        return List.of(
                registration(number), application(number), row(number, "issue", OFFICER, new IssueVisa(ANA, null), 2));
    }

    private static CaseId accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return Objects.requireNonNull(((Outcome.Accepted) outcome).caseId());
    }

    private static CaseFile file(CaseId caseId) {
        return (CaseFile) CaseDecider.fold(node.history().of(caseId).stream()
                .map(event -> new RecordedEvent(event.event(), event.stamp()))
                .toList());
    }

    @Test
    void a_case_has_its_past_at_its_times_and_says_where_it_came_from() {
        var outcomes = imports().take(life("IMP1"), source);
        var caseId = accepted(outcomes.getLast());
        var history = node.history().of(caseId);
        assertThat(history).extracting(StoredEvent::type).contains("CaseRegistered", "VisaIssued");
        assertThat(history).allSatisfy(event -> {
            assertThat(event.stamp().effectiveAt()).isBefore(THEN.plusSeconds(600));
            assertThat(event.stamp().recordedAt()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
            var mark = Objects.requireNonNull(event.imported());
            assertThat(mark.importId()).isEqualTo(source.importId());
            assertThat(mark.by()).isEqualTo("admin");
        });
        assertThat(history.getLast().stamp().actor().officer().value()).isEqualTo("officer-a");
    }

    @Test
    void rows_that_are_sent_again_change_nothing_even_in_another_import() {
        var first = imports().take(life("IMP2"), source);
        var caseId = accepted(first.getFirst());
        // all but their places, which they may get meanwhile
        var before = node.history().of(caseId).stream().map(StoredEvent::hash).toList();
        var again = imports().take(life("IMP2"), new Source(UUID.randomUUID(), "somebody", true));
        assertThat(again).allSatisfy(outcome -> {
            assertThat(((Outcome.Accepted) outcome).already()).isTrue();
            assertThat(accepted(outcome)).isEqualTo(caseId);
        });
        assertThat(node.history().of(caseId))
                .extracting(StoredEvent::hash)
                .hasSize(3)
                .isEqualTo(before);
    }

    @Test
    void a_case_whose_import_broke_off_goes_on_where_it_stopped() {
        imports().take(life("IMP3").subList(0, 2), source);
        var outcomes = imports().take(life("IMP3"), source);
        assertThat(outcomes)
                .extracting(outcome -> ((Outcome.Accepted) outcome).already())
                .containsExactly(true, true, false);
    }

    @Test
    void the_law_turns_rows_down_and_the_others_go_on() {
        var outcomes = imports()
                .take(
                        List.of(
                                application("IMP4"),
                                registration("IMP4"),
                                row("IMP4", "early", OFFICER, new IssueVisa(ANA, null), 1),
                                row("IMP4", "note", OFFICER, new AddCaseNote("seen"), 2)),
                        source);
        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.NoSuchCase.class);
        accepted(outcomes.get(1));
        assertThat(((Outcome.Rejected) outcomes.get(2)).rejection().code()).isEqualTo(RejectionCode.NOT_EXECUTED);
        assertThat(file(accepted(outcomes.get(3))).version()).isEqualTo(2);
    }

    @Test
    void a_number_that_is_taken_is_a_duplicate_and_keeps_no_other_case_out() {
        node.commands()
                .submit(new Submission(
                        registration("IMP5").command(), new CaseId(UUID.randomUUID()), INTAKE, null, null, null, null));
        var outcomes = imports().take(List.of(registration("imp5"), registration("IMP6")), source);
        assertThat(((Outcome.Rejected) outcomes.getFirst()).rejection().code())
                .isEqualTo(RejectionCode.DUPLICATE_CASE_NUMBER);
        accepted(outcomes.getLast());
    }

    @Test
    void a_dry_run_decides_everything_and_stores_nothing() {
        var outcomes = imports().tryOut(life("IMP7"), source);
        assertThat(outcomes).hasSize(3).allSatisfy(ImportTest::accepted);
        assertThat(node.history().of(accepted(outcomes.getFirst()))).isEmpty();
        assertThat(imports().take(life("IMP7"), source))
                .allSatisfy(outcome ->
                        assertThat(((Outcome.Accepted) outcome).already()).isFalse());
    }

    @Test
    void class_is_told_nothing_that_it_knows() {
        var told = imports().take(List.of(registration("IMP8"), application("IMP8"), refusal("IMP8")), source);
        var untold = imports()
                .take(
                        List.of(registration("IMP9"), application("IMP9"), refusal("IMP9")),
                        new Source(UUID.randomUUID(), "admin", false));
        assertThat(entryOf(accepted(told.getLast()))).isEqualTo(ClassEntryState.SENT);
        assertThat(entryOf(accepted(untold.getLast()))).isEqualTo(ClassEntryState.QUEUED);
    }

    private static ClassEntryState entryOf(CaseId caseId) {
        return file(caseId).principal().refusals().getFirst().classEntry().state();
    }

    @Test
    void two_imports_of_the_same_rows_at_once_store_them_once() throws Exception {
        var rows = new ArrayList<Row>();
        for (var number = 0; number < 20; number++) {
            rows.addAll(life("RACE" + number));
        }
        Callable<List<Outcome>> take = () -> imports().take(rows, new Source(UUID.randomUUID(), "admin", true));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(List.of(take, take));
            var one = both.getFirst().get(60, TimeUnit.SECONDS);
            var other = both.getLast().get(60, TimeUnit.SECONDS);
            for (var row = 0; row < rows.size(); row++) {
                assertThat(accepted(one.get(row))).isEqualTo(accepted(other.get(row)));
            }
            assertThat(one)
                    .allSatisfy(outcome ->
                            assertThat(node.history().of(accepted(outcome))).hasSize(3));
        }
    }

    @Test
    void the_read_models_see_what_was_imported_as_a_rebuild_does() {
        var caseId = accepted(imports().take(life("IMP10"), source).getLast());
        node.commands().submit(new Submission(new AddCaseNote("seen here"), caseId, OFFICER, null, null, null, null));
        assertThat(node.history().of(caseId).getLast().imported()).isNull();
        assertThat(node.readModels().rebuild().differences().values()).containsOnly(0L);
    }

    private static Line line(long row, Result result) {
        return new Line(row, "k" + row, result, "N1", "AddCaseNote", null, null, "CODE", null, null, "/x", "why");
    }

    @Test
    void reports_are_kept_by_row_and_what_was_reported_stays() {
        var reports = node.bean(ImportReports.class);
        var id = UUID.randomUUID();
        var begun = reports.begin(id, "admin", new Manner(false, true));
        assertThat(begun.before()).isEmpty();
        reports.add(id, List.of(line(1, Result.ACCEPTED), line(2, Result.REJECTED), line(3, Result.REJECTED)));
        reports.add(id, List.of(line(2, Result.ACCEPTED)));
        assertThat(reports.lines(id, 2, 9)).containsOnlyKeys(2L, 3L).containsEntry(2L, line(2, Result.REJECTED));
        assertThat(reports.report(id, 0, Result.REJECTED, 1)).containsExactly(line(2, Result.REJECTED));
        assertThat(reports.report(id, 2, null, 9)).containsExactly(line(3, Result.REJECTED));
        reports.end(id, begun.run(), State.DONE);
        var found = reports.find(id).orElseThrow();
        assertThat(found.state()).isEqualTo(State.DONE);
        assertThat(found.results()).containsEntry(Result.ACCEPTED, 1L).containsEntry(Result.REJECTED, 2L);
        assertThat(reports.begin(id, "admin", new Manner(false, true)).before()).isPresent();
        assertThatThrownBy(() -> reports.begin(id, "admin", new Manner(false, false)))
                .isInstanceOf(CommandFailure.KeyReused.class);
    }

    @Test
    void a_run_that_breaks_off_says_nothing_of_the_one_that_began_after_it() {
        var reports = node.bean(ImportReports.class);
        var id = UUID.randomUUID();
        var first = reports.begin(id, "admin", new Manner(false, true)).run();
        var second = reports.begin(id, "admin", new Manner(false, true)).run();
        reports.end(id, first, State.INTERRUPTED);
        assertThat(reports.find(id).orElseThrow().state()).isEqualTo(State.RUNNING);
        reports.end(id, second, State.DONE);
        reports.end(id, first, State.INTERRUPTED);
        assertThat(reports.find(id).orElseThrow().state()).isEqualTo(State.DONE);
    }

    @Test
    void what_a_dry_run_reported_is_forgotten_when_it_begins_again() {
        var reports = node.bean(ImportReports.class);
        var id = UUID.randomUUID();
        reports.begin(id, "admin", new Manner(true, true));
        reports.add(id, List.of(line(1, Result.ACCEPTED)));
        reports.begin(id, "admin", new Manner(true, true));
        assertThat(reports.report(id, 0, null, 9)).isEmpty();
    }
}
