package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseCommand.PresentEvidence;
import consular.cases.domain.people.Role;
import consular.cases.web.Api;
import consular.cases.web.ImportsInMemory;
import consular.cases.web.WebTestBase;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

/** Files of the past: who may send them, how rows are read, and what is told of each. */
class ImportTest extends WebTestBase {
    private static final String IMPORTS = "/api/v1/imports";
    private static final String CSV = "text/csv";
    private static final String JSON_LINES = "application/jsonl";

    @Autowired
    private ImportsInMemory imports;

    @BeforeEach
    void begin() {
        imports.clear();
        api = api.as("admin");
    }

    private Api.Answer send(String type, String key, String file, String query) {
        return api.post(IMPORTS + query, file, "Content-Type", type, "Idempotency-Key", key);
    }

    private Api.Answer send(String file) {
        return send(JSON_LINES, "file-1", file, "");
    }

    private static String row(String number, String more) {
        return """
            {"command": "ApplyForVisa", "caseNumber": "%s", "officer": "intake"%s, "body": {"applicantId": "a1", "form": "DS-160", \
            "fee": {"paid": true, "receipt": "R1", "place": "POST"}, "effectiveAt": "2019-03-04T10:00:00+08:00"}}
            """.formatted(number, more);
    }

    private String report(Api.Answer answer, String query) {
        return api.get(answer.json().get("report").stringValue() + query)
                .isStatus(200)
                .body();
    }

    @Test
    void each_row_has_its_outcome_in_the_report() {
        var answer = send(row("MNL1", "") + "\n" + row("X1", "") + "{]\n" + row("MNL2", ", \"colour\": \"red\""))
                .isStatus(200);
        var status = answer.json();
        assertThat(status.get("state").stringValue()).isEqualTo("DONE");
        assertThat(status.get("rows").intValue()).isEqualTo(4);
        assertThat(status.get("accepted").intValue()).isOne();
        assertThat(status.get("rejected").intValue()).isOne();
        assertThat(status.get("malformed").intValue()).isEqualTo(2);
        assertThat(answer.header("Location"))
                .isEqualTo(IMPORTS + "/" + status.get("importId").stringValue());
        assertThat(api.get(answer.header("Location")).isStatus(200).json()).isEqualTo(status);
        assertThat(report(answer, "").lines()).hasSize(4);
        assertThat(report(answer, "?result=REJECTED"))
                .contains("\"row\":2", "FEE_UNPAID", "\"rule\":\"R-", "\"caseNumber\":\"X1\"");
        assertThat(report(answer, "?result=MALFORMED"))
                .contains("is not a member of this body", "well-formed")
                .doesNotContain("{]", "colour");
    }

    @Test
    void a_report_is_csv_for_whoever_accepts_that() {
        var answer = send(row("X1", "")).isStatus(200);
        var report = api.get(answer.json().get("report").stringValue(), "Accept", CSV);
        assertThat(report.isStatus(200).header("Content-Type")).startsWith(CSV);
        assertThat(report.body().lines().toList())
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.getFirst()).startsWith("row,result,caseNumber,command,caseId"))
                .satisfies(lines ->
                        assertThat(lines.getLast()).startsWith("\"1\",\"REJECTED\",\"X1\",\"ApplyForVisa\",,"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/jsonl, text/csv;q=0 | application/jsonl",
                "text/csv;q=0.1, application/jsonl | application/jsonl",
                "application/jsonl;q=0.1, text/csv | text/csv",
                "TEXT/CSV | text/csv",
                "text/* | text/csv",
                "*/* | application/jsonl"
            })
    void a_report_has_the_form_that_is_asked_for_most(String accept, String type) {
        var report = send(row("MNL2024000001", ""))
                .isStatus(200)
                .json()
                .get("report")
                .stringValue();
        assertThat(api.get(report, "Accept", accept).isStatus(200).header("Content-Type"))
                .startsWith(type);
    }

    @Test
    void a_row_becomes_a_command_of_its_officer_at_its_time() {
        send(row("MNL1", "")).isStatus(200);
        var row = imports.parts().getFirst().getFirst();
        assertThat(row.caseNumber()).isEqualTo("MNL1");
        assertThat(row.command()).isInstanceOf(ApplyForVisa.class);
        assertThat(row.actor().officer().value()).isEqualTo("intake");
        assertThat(row.actor().role()).isEqualTo(Role.INTAKE);
        assertThat(row.effectiveAt()).isEqualTo(Instant.parse("2019-03-04T02:00:00Z"));
        assertThat(row.lateEntryReason()).isEqualTo("imported");
        assertThat(imports.source().by()).isEqualTo("admin");
        assertThat(imports.source().toldClass()).isTrue();
        send(JSON_LINES, "other", row("MNL1", ", \"role\": \"ADJUDICATOR\", \"key\": \"k1\""), "?classEntries=QUEUED")
                .isStatus(200);
        assertThat(imports.parts().getLast().getFirst().actor().role()).isEqualTo(Role.ADJUDICATOR);
        assertThat(imports.source().toldClass()).isFalse();
    }

    @Test
    void a_row_of_csv_is_the_same_as_one_of_json() {
        send(JSON_LINES, "json", row("MNL1", ""), "").isStatus(200);
        send(CSV, "csv", """
            command,caseNumber,officer,effectiveAt,applicantId,form,fee.paid,fee.receipt,fee.place,role
            ApplyForVisa,MNL1,intake,2019-03-04T10:00:00+08:00,a1,DS-160,true,R1,POST,
            """, "").isStatus(200);
        assertThat(imports.parts().getLast()).isEqualTo(imports.parts().getFirst());
    }

    @Test
    void lists_and_quoted_texts_stand_in_cells() {
        send(CSV, "csv", """
            command,caseNumber,officer,effectiveAt,applicantId,findingIds,documents.0.type,documents.0.original,documents.0.description
            PresentEvidence,MNL1,intake,2019-03-04T10:00:00Z,a1,F1; F2,letter,false,"of ""Ana"",\ntwo lines"
            """, "").isStatus(200);
        var evidence = (PresentEvidence) imports.parts().getFirst().getFirst().command();
        assertThat(evidence.findingIds()).hasSize(2);
        assertThat(evidence.documents().getFirst().description()).isEqualTo("of \"Ana\",\ntwo lines");
        assertThat(evidence.documents().getFirst().original()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"command\": \"Fly\", \"caseNumber\": \"A1\", \"officer\": \"o\", \"body\": {}}', /command",
        "'{\"command\": \"ErasePersonalData\", \"caseNumber\": \"A1\", \"officer\": \"o\", \"body\": {}}', /command",
        "'{\"command\": \"AddCaseNote\", \"officer\": \"o\", \"body\": {\"text\": \"x\"}}', /caseNumber",
        "'{\"command\": \"AddCaseNote\", \"caseNumber\": \"A1\", \"body\": {\"text\": \"x\"}}', /officer",
        "'{\"command\": \"AddCaseNote\", \"caseNumber\": \"A1\", \"officer\": \"o\", \"body\": {\"text\": \"x\"}}',"
                + " /body/effectiveAt",
        "'{\"command\": \"AddCaseNote\", \"caseNumber\": \"A1\", \"officer\": \"o\", \"body\": {\"text\": 7}}',"
                + " /body/text",
        "'{\"command\": \"AddCaseNote\", \"caseNumber\": \"A1\", \"officer\": \"o\", \"role\": \"INTAKE\", \"body\":"
                + " {}}', /role",
        "'{\"command\": \"AddCaseNote\", \"caseNumber\": \"A1\", \"officer\": \"service\", \"body\": {\"text\":"
                + " \"x\"}}', /officer"
    })
    void what_is_wrong_with_a_row_is_told_with_its_place(String row, String pointer) {
        assertThat(report(send(row).isStatus(200), "")).contains("MALFORMED", "\"pointer\":\"" + pointer + "\"");
        assertThat(imports.parts().getFirst()).isEmpty();
    }

    @Test
    void the_same_file_under_the_same_key_is_passed_over() {
        var first = send(row("MNL1", "") + row("X1", "")).isStatus(200);
        var second = send(row("MNL1", "") + row("X1", "")).isStatus(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(imports.parts().getLast()).isEmpty();
    }

    @Test
    void another_file_or_another_manner_under_the_same_key_is_turned_down() {
        var first = send(row("MNL1", "") + row("MNL2", "")).isStatus(200);
        for (var another : List.of(
                row("MNL1", "") + row("MNL3", ""),
                row("MNL1", "") + row("MNL2", "") + row("MNL3", ""),
                row("MNL1", ""),
                "")) {
            send(another).isProblem(422, "IDEMPOTENCY_KEY_REUSED");
            assertThat(api.get(first.header("Location")).json()).isEqualTo(first.json());
        }
        assertThat(imports.parts().stream().mapToInt(List::size).sum()).isEqualTo(2);
        send(JSON_LINES, "file-1", row("MNL1", ""), "?classEntries=QUEUED").isProblem(422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void a_file_that_broke_off_goes_on_with_the_rows_that_are_left() {
        imports.failWith(new DataAccessResourceFailureException("away"));
        send(row("MNL1", "")).isProblem(503, "SERVICE_UNAVAILABLE");
        imports.failWith(null);
        var whole = send(row("MNL1", "")).isStatus(200).json();
        assertThat(whole.get("accepted").intValue()).isOne();
        assertThat(whole.get("state").stringValue()).isEqualTo("DONE");
    }

    @Test
    void a_run_that_breaks_off_late_does_not_end_the_one_after_it() throws Exception {
        var held = imports.hold();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> send(row("MNL1", "")));
            held.awaitOneAtWork();
            var second = send(row("MNL1", "")).isStatus(200);
            imports.failWith(new DataAccessResourceFailureException("away"));
            held.letGo();
            first.get(10, TimeUnit.SECONDS).isProblem(503, "SERVICE_UNAVAILABLE");
            assertThat(api.get(second.header("Location")).json().get("state").stringValue())
                    .isEqualTo("DONE");
        }
    }

    @Test
    void a_row_that_was_put_right_is_another_also_under_its_old_key() {
        send(JSON_LINES, "wrong", row("MNL1", ", \"key\": \"k1\"").replace("R1", "R2"), "")
                .isStatus(200);
        send(JSON_LINES, "right", row("MNL1", ", \"key\": \"k1\""), "").isStatus(200);
        send(JSON_LINES, "twice", row("MNL1", ", \"key\": \"k2\""), "").isStatus(200);
        var keys = imports.parts().stream().map(part -> part.getFirst().key()).toList();
        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[0-9a-f]{32}"));
    }

    @Test
    void a_name_that_is_none_of_a_member_is_not_kept() {
        var body = row("MNL1", "").replace("\"form\"", "\"Ana Santos\": 1, \"form\"");
        var answer = send(row("MNL1", ", \"Ana Santos\": 1") + body).isStatus(200);
        assertThat(report(answer, ""))
                .contains("\"pointer\":\"\"", "\"pointer\":\"/body\"", "has what is not a member of this body")
                .doesNotContain("Ana");
    }

    @Test
    void a_column_is_no_deeper_than_a_body_is() {
        var column = String.join(".", Collections.nCopies(20_000, "a"));
        var answer = send(CSV, "deep", "command,caseNumber,officer," + column + "\nApplyForVisa,MNL1,intake,x\n", "")
                .isStatus(200);
        assertThat(report(answer, "")).contains("MALFORMED", "\"pointer\":\"/body/");
    }

    @Test
    void a_dry_run_is_an_import_of_its_own() {
        var tried = send(JSON_LINES, "file-1", row("MNL1", ""), "?dryRun=true")
                .isStatus(200)
                .json();
        assertThat(tried.get("dryRun").booleanValue()).isTrue();
        var taken = send(row("MNL1", "")).isStatus(200).json();
        assertThat(taken.get("importId")).isNotEqualTo(tried.get("importId"));
    }

    @Test
    void a_long_file_is_taken_in_parts_that_end_where_a_case_does() {
        var file = IntStream.range(0, 1_500)
                .mapToObj(number -> row("MNL" + number / 3, ", \"key\": \"k" + number + "\""))
                .collect(Collectors.joining());
        assertThat(send(file).isStatus(200).json().get("accepted").intValue()).isEqualTo(1_500);
        assertThat(imports.parts())
                .hasSize(2)
                .satisfies(parts -> assertThat(parts.getFirst()).hasSize(1_002));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,a\n1,2\n", "a,b\n\"1,2\n", "a,b\n1\",2\n", "a,b\n\"1\"x,2\n"})
    void a_file_that_cannot_be_told_apart_into_rows_is_turned_down(String file) {
        send(CSV, "file-1", file, "").isProblem(400, "MALFORMED_REQUEST");
    }

    @Test
    void a_row_with_fewer_fields_than_the_heading_is_malformed_and_the_rest_goes_on() {
        var answer = send(CSV, "file-1", "command,caseNumber\nx\n", "").isStatus(200);
        assertThat(report(answer, "")).contains("MALFORMED", "1 fields, the heading 2");
    }

    @Test
    void a_row_is_bounded() {
        send("{\"x\": \"" + "x".repeat(1 << 18) + "\"}").isProblem(400, "MALFORMED_REQUEST");
    }

    @Test
    void only_an_administrator_of_every_post_imports_and_under_a_key() {
        api.as("officer-a").post(IMPORTS, "", "Content-Type", CSV).isProblem(403, "FORBIDDEN_ROLE");
        api.as("auditor").get(IMPORTS + "/" + ImportsInMemory.KNOWN).isProblem(403, "FORBIDDEN_ROLE");
        var without =
                api.post(IMPORTS, row("MNL1", ""), "Content-Type", JSON_LINES).isProblem(400, "MALFORMED_REQUEST");
        assertThat(without.json().at("/errors/0/header").stringValue()).isEqualTo("Idempotency-Key");
        api.post(IMPORTS, "{}").isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        api.get(IMPORTS + "/00000000-0000-4000-8000-0000000000ff").isProblem(404, "NOT_FOUND");
        api.get(IMPORTS + "/x/report").isProblem(404, "NOT_FOUND");
        send(JSON_LINES, "k", "", "?dryRun=maybe").isFaultOf("dryRun");
        send(JSON_LINES, "k", "", "?classEntries=NONE").isFaultOf("classEntries");
        api.get(IMPORTS + "/" + ImportsInMemory.KNOWN + "/report?result=x").isFaultOf("result");
    }
}
