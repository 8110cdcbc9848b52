package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.web.Api;
import consular.cases.web.WebTestBase;
import consular.cases.web.json.Shape;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bodies are refused, and what is said about them. */
class BodyTest extends WebTestBase {
    private String path = "";

    @BeforeEach
    void register() {
        path = api.register("MNL2024000001", "MNL") + "/commands/";
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        AddCaseNote | {}                                                            | /text
        AddCaseNote | {"text": null}                                                | /text
        AddCaseNote | {"text": ""}                                                  | /text
        AddCaseNote | {"text": " \\t"}                                              | /text
        AddCaseNote | {"text": 7}                                                   | /text
        AddCaseNote | {"text": ["x"]}                                               | /text
        AddCaseNote | {"text": "a\\u0000b"}                                         | /text
        AddCaseNote | {"text": "a\\ud800b"}                                         | /text
        AddCaseNote | {"text": "x", "extra": 1}                                     | /extra
        AddCaseNote | {"text": "x", "a/b~c": 1}                                     | /a~1b~0c
        AddCaseNote | {"text": "x", "a\\u0000b": 1}                                 | /…
        AddCaseNote | {"text": "x", "effectiveAt": "2024-03-05"}                    | /effectiveAt
        AddCaseNote | {"text": "x", "effectiveAt": "2024-03-05T10:00:00"}           | /effectiveAt
        AddCaseNote | {"text": "x", "effectiveAt": "2024-03-05T10:00Z"}             | /effectiveAt
        AddCaseNote | {"text": "x", "effectiveAt": "2024-02-30T10:00:00Z"}          | /effectiveAt
        AddCaseNote | {"text": "x", "effectiveAt": "0001-01-01T07:59:59+08:00"}     | /effectiveAt
        AddCaseNote | {"text": "x", "effectiveAt": "9999-12-31T23:00:00-01:00"}     | /effectiveAt
        AddCaseNote | {"text": "x", "effectiveAt": "12024-03-05T10:00:00Z"}         | /effectiveAt
        AddCaseNote | {"text": "x", "effectiveAt": 1709600000}                      | /effectiveAt
        AddCaseNote | {"text": "x", "lateEntryReason": 1}                           | /lateEntryReason
        AddCaseNote | {"text": "x", "lateEntryReason": "\\u0000"}                   | /lateEntryReason
        ApplyForVisa | {"applicantId": "a1", "form": "DS-260"}                      | /fee
        ApplyForVisa | {"applicantId": "a1", "form": "DS-260", "fee": {}}           | /fee/paid
        ApplyForVisa | {"applicantId": "a1", "form": "DS-260", "fee": []}           | /fee
        ApplyForVisa | {"applicantId": "a1", "form": "DS-260", "fee": {"paid": "yes", "place": "NVC"}} | /fee/paid
        ApplyForVisa | {"applicantId": "a1", "form": "DS-260", "fee": {"paid": true, "place": "nvc"}}  | /fee/place
        ApplyForVisa | {"applicantId": "a1", "form": "DS-260", "fee": {"paid": true, "place": "NVC", "sum": 1}} | /fee/sum
        ApplyForVisa | {"applicantId": "", "form": "DS-260", "fee": {"paid": true, "place": "NVC"}}    | /applicantId
        ApplyForVisa | {"applicantId": "a9", "form": "DS-260", "fee": {"paid": true, "place": "NVC"}}  | /applicantId
        Refuse221g  | {"applicantId": "a1", "reasons": [{"note": "x"}]}             | /reasons/0/annotation
        Refuse221g  | {"applicantId": "a1", "reasons": [{"annotation": "BC"}, null]} | /reasons/1
        Refuse221g  | {"applicantId": "a1", "reasons": "BC"}                        | /reasons
        Refuse221g  | {"applicantId": "a1", "reasons": [], "straightforward": "no"} | /straightforward
        Refuse221g  | {"applicantId": "a1", "reasons": [{"annotation": "Other", "note": "x"}]} | /reasons/0/processing
        IssueVisa   | {"applicantId": "a1", "annotation": "NONE"}                   | /annotation
        OvercomeRefusal | {"findingIds": [1], "basis": "EVIDENCE"}                  | /findingIds/0
        OvercomeRefusal | {"findingIds": [], "basis": "EVIDENCE"}                   | /findingIds
        PresentEvidence | {"applicantId": "a1", "findingIds": ["F1"], "documents": [{"type": "BC", "original": true, "description": "x", "sha256": "zz"}]} | /documents/0/sha256
        """)
    void a_fault_is_named_by_its_pointer(String command, String body, String pointer) {
        var user = command.equals("ApplyForVisa") ? "intake" : "officer-a";
        api.as(user).post(path + command, body).isFaultAt(pointer);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        {"transmittedOn": "2024-3-5"}
        {"transmittedOn": "2024-02-30"}
        {"transmittedOn": "2024-03-05T00:00:00Z"}
        {"transmittedOn": "0024-03-05"}
        {"transmittedOn": "2999-03-05"}
        {"transmittedOn": "1879-12-31"}
        {"transmittedOn": "2101-01-01"}
        {"transmittedOn": 20240305}
        """)
    void a_date_is_a_date(String body) {
        api.post(path + "NotifyVisaAvailability", body).isFaultAt("/transmittedOn");
    }

    @ParameterizedTest
    @CsvSource({
        "RecordRetrogression, 1879-12-31",
        "RecordRetrogression, 2101-01-01",
        "RestoreAvailability, 1879-12-31",
        "RestoreAvailability, 2101-01-01"
    })
    void what_happens_happens_in_an_age_that_can_be_meant(String command, String from) {
        api.post(path + command, "{\"from\": \"" + from + "\"}").isFaultAt("/from");
    }

    @Test
    void no_list_is_longer_than_any_file_has_papers() {
        var document = "{\"type\": \"BC\", \"original\": true, \"description\": \"x\"}";
        var body = "{\"applicantId\": \"a1\", \"findingIds\": [\"F1\"], \"documents\": [%s]}";
        var officer = api.as("officer-a");
        officer.post(path + "PresentEvidence", body.formatted(String.join(",", Collections.nCopies(201, document))))
                .isFaultAt("/documents");
        assertThat(officer.post(
                                path + "PresentEvidence",
                                body.formatted(String.join(",", Collections.nCopies(200, document))))
                        .body())
                .doesNotContain("/documents");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1111111111111111111111111111111111111111}",
                "{\"%NAME%\": 1}",
                "{\"a\": %DEEP%}",
                "{\"a\": [%MANY%]}"
            })
    void what_would_only_cost_to_read_is_not_read_to_its_end(String form) {
        var body = form.replace("%NAME%", "n".repeat(300))
                .replace("%DEEP%", "[".repeat(40) + "]".repeat(40))
                .replace("%MANY%", "1,".repeat(250_000) + "1");
        assertThat(api.as("officer-a")
                        .post(path + "AddCaseNote", body)
                        .isFaultAt("")
                        .body())
                .contains("too long a name or number");
    }

    @Test
    void a_birth_may_be_long_ago_but_not_anyhow() {
        var body = Api.registration("MNL2024000002", "MNL");
        api.post(CASES, body.replace("1990-05-01", "1920-01-01")).isStatus(201);
        api.post(CASES, body.replace("1990-05-01", "1879-12-31")).isFaultAt("/applicants/0/dateOfBirth");
    }

    @Test
    void an_instant_may_have_any_offset_and_fractions() {
        for (var text : new String[] {
            "2024-03-05T12:00:00+08:00",
            "2024-03-05t04:00:00z",
            "2024-03-05T04:00:00.000000000Z",
            "2024-03-04T23:00:00-05:00"
        }) {
            api.as("officer-a")
                    .post(path + "AddCaseNote", "{\"text\": \"x\", \"effectiveAt\": \"" + text + "\"}")
                    .isStatus(200);
        }
    }

    @Test
    void every_fault_is_named_at_once() {
        var errors = api.post(CASES, "{\"caseNumber\": 1, \"applicants\": [{\"role\": \"AUNT\"}], \"x\": 1}")
                .isProblem(400, "MALFORMED_REQUEST")
                .json()
                .get("errors");
        assertThat(errors)
                .extracting(error -> error.get("pointer").stringValue())
                .contains(
                        "/caseNumber",
                        "/post",
                        "/category",
                        "/visaClass",
                        "/applicants/0/applicantId",
                        "/applicants/0/role",
                        "/applicants/0/familyName",
                        "/x")
                .doesNotContain("/petition", "/counsel");
    }

    @Test
    void optional_members_may_be_left_out_or_null() {
        var body = """
            {"caseNumber": "MNL2024000002", "post": "MNL", "category": "IMMIGRANT", "visaClass": "IR1",
             "applicants": [{"applicantId": "a1", "role": "PRINCIPAL", "familyName": "Santos", "givenName": "Maria",
                             "dateOfBirth": "1990-05-01", "nationality": "PH"}]}\
            """;
        api.post(CASES, body).isStatus(201);
        api.apply(path.replace("/commands/", ""));
        api.as("officer-a")
                .post(
                        path + "Refuse221g",
                        "{\"applicantId\": \"a1\", \"reasons\": [{\"annotation\": \"BC\", \"note\": null}],"
                                + " \"straightforward\": null}")
                .isStatus(200);
    }

    @Test
    void what_has_a_code_of_its_own_is_no_fault_of_form() {
        api.apply(path.replace("/commands/", ""));
        var officer = api.as("officer-a");
        officer.post(path + "Refuse221g", "{\"applicantId\": \"a1\"}").isProblem(422, "NO_GROUND");
        officer.post(path + "Refuse221g", "{\"applicantId\": \"a1\", \"reasons\": []}")
                .isProblem(422, "NO_GROUND");
        officer.post(
                        path + "RefuseIneligible",
                        "{\"applicantId\": \"a1\", \"grounds\": [{\"ground\": \"212(a)(4)\", \"factualBasis\": \""
                                + " \"}]}")
                .isProblem(422, "FACTUAL_BASIS_REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "nonsense",
                "{",
                "{\"text\": \"x\"",
                "{\"text\": \"x\",}",
                "{'text': 'x'}",
                "{\"text\": \"x\"} {}",
                "{\"text\": \"x\", \"text\": \"y\"}",
                "[]",
                "\"x\"",
                "null"
            })
    void a_body_that_is_no_json_object(String body) {
        api.as("officer-a").post(path + "AddCaseNote", body).isFaultAt("");
    }

    @Test
    void members_given_twice_are_refused_at_any_depth() {
        var body =
                "{\"applicantId\": \"a1\", \"form\": \"DS-260\", \"fee\": {\"paid\": true, \"paid\": false, \"place\":"
                        + " \"NVC\"}}";
        var problem = api.post(path + "ApplyForVisa", body).isFaultAt("");
        assertThat(problem.json().get("detail").stringValue()).contains("twice");
    }

    @Test
    void a_very_deep_body_is_refused() {
        var body = "{\"text\": " + "[".repeat(5000) + "]".repeat(5000) + "}";
        api.as("officer-a").post(path + "AddCaseNote", body).isProblem(400, "MALFORMED_REQUEST");
    }

    @Test
    void a_name_too_long_for_a_member_is_not_repeated() {
        var body = "{\"text\": \"x\", \"" + "é".repeat(Shape.LONGEST_IDENTIFIER + 1) + "\": 1}";
        api.as("officer-a").post(path + "AddCaseNote", body).isFaultAt("/…");
    }

    @Test
    void what_is_written_in_a_broken_body_is_not_repeated() {
        var problem = api.as("officer-a")
                .post(path + "AddCaseNote", "{\"text\": Santos}")
                .isFaultAt("");
        assertThat(problem.body()).doesNotContain("Santos");
    }

    @Test
    void a_body_has_at_most_one_mebibyte() {
        var body = "{\"text\": \"x\"}";
        var officer = api.as("officer-a");
        officer.post(path + "AddCaseNote", body + " ".repeat((1 << 20) - body.length()))
                .isStatus(200);
        officer.post(path + "AddCaseNote", body + " ".repeat((1 << 20) - body.length() + 1))
                .isProblem(413, "PAYLOAD_TOO_LARGE");
    }

    /** Characters are those of Unicode, as JSON Schema counts them. */
    @Test
    void a_text_has_at_most_twenty_thousand_characters_wherever_it_stands() {
        var officer = api.as("officer-a");
        var note = "{\"text\": \"%s\", \"lateEntryReason\": \"%s\"}";
        for (var character : new String[] {"x", "張", "𝒂"}) {
            officer.post(path + "AddCaseNote", note.formatted(character.repeat(20_000), "late"))
                    .isStatus(200);
            officer.post(path + "AddCaseNote", note.formatted(character.repeat(20_001), "late"))
                    .isFaultAt("/text");
        }
        officer.post(path + "AddCaseNote", note.formatted("x", "y".repeat(20_001)))
                .isFaultAt("/lateEntryReason");
    }

    @Test
    void identifiers_are_short() {
        var body = Api.registration("MNL2024000002", "MNL").replace("\"a1\"", "\"" + "a".repeat(65) + "\"");
        api.post(CASES, body).isFaultAt("/applicants/0/applicantId");
    }

    @Test
    void the_domains_own_faults_of_form_have_pointers_too() {
        api.post(CASES, Api.registration("MNL 1", "MNL")).isFaultAt("/caseNumber");
        api.post(CASES, Api.registration("MNL2024000002", "MNL").replace("\"PH\"", "\"XX\""))
                .isFaultAt("/applicants/0/nationality");
    }

    /** Fifty are told. What comes behind them is wrong all the same. */
    @Test
    void more_faults_than_are_told_are_still_faults() {
        var body = "{\"applicantId\": \"a1\", \"findingIds\": [\"F1\"], \"documents\": [%s]}";
        var answer = api.as("officer-a")
                .post(path + "PresentEvidence", body.formatted(String.join(",", Collections.nCopies(60, "{}"))));
        answer.isProblem(400, "MALFORMED_REQUEST");
        assertThat(answer.json().get("errors")).hasSize(50);
    }
}
