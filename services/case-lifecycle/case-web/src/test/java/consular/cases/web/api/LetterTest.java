package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.notices.FixedSentence;
import consular.cases.web.WebTestBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Letters over HTTP: which there are, in which form, for whom. */
class LetterTest extends WebTestBase {
    private String path = "";

    @BeforeEach
    void refusedCase() {
        path = api.register("MNL2024000001", "MNL");
        api.apply(path).isStatus(200);
        api.refuse(path).isStatus(200);
        api = api.as("officer-a");
    }

    @Test
    void a_refusal_has_a_letter_in_each_language() {
        var answer = api.get(path + "/letters").isStatus(200);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        var items = answer.json().get("items");
        assertThat(items).extracting(item -> item.get("language").stringValue()).containsExactly("en", "es");
        var letter = items.get(0);
        assertThat(letter.propertyNames())
                .containsExactly(
                        "letterId",
                        "issue",
                        "kind",
                        "refusalId",
                        "applicantId",
                        "date",
                        "language",
                        "title",
                        "addressees",
                        "href");
        assertThat(letter.get("letterId").stringValue()).isEqualTo("R1");
        assertThat(letter.get("kind").stringValue()).isEqualTo("REFUSAL");
        assertThat(letter.get("title").stringValue()).isNotBlank();
        assertThat(letter.get("addressees").valueStream().map(JsonNode::stringValue))
                .containsExactly("APPLICANT");
        for (var item : items) {
            api.get(item.get("href").stringValue()).isStatus(200);
        }
    }

    @Test
    void a_case_without_a_refusal_has_no_letter() {
        var fresh = api.register("MNL2024000002", "MNL");
        assertThat(api.get(fresh + "/letters").isStatus(200).json().get("items"))
                .isEmpty();
        api.get(fresh + "/letters/R1").isProblem(404, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        text/plain                          | text/plain;charset=UTF-8
        text/html                           | text/html;charset=UTF-8
        application/pdf                     | application/pdf
        */*                                 | text/plain;charset=UTF-8
        text/*                              | text/plain;charset=UTF-8
        text/html;q=0.5, application/pdf    | application/pdf
        image/png, text/html                | text/html;charset=UTF-8
        text/html, */*;q=0.1                | text/html;charset=UTF-8
        text/plain;q=0, text/html           | text/html;charset=UTF-8
        """)
    void accept_chooses_the_form(String accept, String contentType) {
        var answer = api.get(path + "/letters/R1", "Accept", accept).isStatus(200);
        assertThat(answer.header("Content-Type")).isEqualTo(contentType);
        assertThat(answer.header("Content-Language")).isEqualTo("en");
        assertThat(answer.header("Content-Disposition")).startsWith("inline; filename=\"R1.");
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void without_accept_it_is_text() {
        assertThat(api.get(path + "/letters/R1").isStatus(200).header("Content-Type"))
                .startsWith("text/plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "image/*", "text/plain;q=0"})
    void any_other_form_is_not_acceptable(String accept) {
        api.get(path + "/letters/R1", "Accept", accept).isProblem(406, "NOT_ACCEPTABLE");
    }

    @Test
    void a_letter_on_221g_carries_the_fixed_sentences_in_every_form() {
        for (var language : new String[] {"en", "es"}) {
            var text = api.get(path + "/letters/R1?language=" + language, "Accept", "text/plain")
                    .body()
                    .replaceAll("\\s+", " ");
            assertThat(text)
                    .contains(FixedSentence.ESTA.text())
                    .contains(FixedSentence.TERMINATION_OF_THE_PETITION.text())
                    .contains("Maria Santos", "221(g)");
            assertThat(api.get(path + "/letters/R1?language=" + language, "Accept", "text/html")
                            .body())
                    .contains("lang=\"" + language + "\"")
                    .contains(FixedSentence.ESTA.text());
        }
        assertThat(api.get(path + "/letters/R1", "Accept", "application/pdf").body())
                .startsWith("%PDF-");
    }

    @Test
    void a_page_of_html_may_neither_run_nor_fetch_anything() {
        assertThat(api.get(path + "/letters/R1", "Accept", "text/html").header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    }

    @Test
    void counsels_copy_is_there_while_counsel_is_on_record() {
        api.get(path + "/letters/R1?addressee=counsel").isProblem(404, "NOT_FOUND");
        api.post(path + "/commands/RecordCounsel", """
            {"counsel": {"name": "L. Cruz", "address": "Makati"}}
            """).isStatus(200);
        assertThat(api.get(path + "/letters/R1?addressee=counsel").isStatus(200).body())
                .contains("L. Cruz", "Makati")
                .isEqualTo(api.get(path + "/letters/R1?addressee=applicant").body());
        assertThat(api.get(path + "/letters").json().get("items").get(0).get("addressees"))
                .hasSize(2);
    }

    @Test
    void a_reply_to_an_inquiry_goes_to_whoever_asked_and_to_nobody_else() {
        api.post(path + "/commands/AnswerInquiry", """
            {"applicantId": "a1", "requester": "CONGRESSIONAL", "reference": "HR-17"}
            """).isStatus(200);
        var items = api.get(path + "/letters").json().get("items");
        assertThat(items).extracting(item -> item.get("letterId").stringValue()).endsWith("inquiry-1", "inquiry-1");
        var reply = items.get(2);
        assertThat(reply.get("kind").stringValue()).isEqualTo("INQUIRY_REPLY");
        assertThat(reply.get("addressees").valueStream().map(JsonNode::stringValue))
                .containsExactly("REQUESTER");
        assertThat(api.get(reply.get("href").stringValue()).isStatus(200).body())
                .contains("HR-17")
                .isEqualTo(
                        api.get(path + "/letters/inquiry-1?addressee=requester").body());
        api.get(path + "/letters/inquiry-1?addressee=applicant").isProblem(404, "NOT_FOUND");
        api.get(path + "/letters/inquiry-1?addressee=counsel").isProblem(404, "NOT_FOUND");
        api.get(path + "/letters/R1?addressee=requester").isProblem(404, "NOT_FOUND");
    }

    @Test
    void each_issue_of_a_notice_has_its_own_address_and_keeps_its_counsel() {
        assertThat(api.get(path + "/letters")
                        .json()
                        .get("items")
                        .get(0)
                        .get("issue")
                        .isNull())
                .isTrue();
        issue();
        api.post(path + "/commands/RecordCounsel", """
            {"counsel": {"name": "L. Cruz", "address": "Makati"}}
            """).isStatus(200);
        issue();
        var items = api.get(path + "/letters?limit=4").json().get("items");
        assertThat(items).extracting(item -> item.get("issue").intValue()).containsExactly(1, 1, 2, 2);
        assertThat(items).extracting(item -> item.get("addressees").size()).containsExactly(1, 1, 2, 2);
        assertThat(api.get(items.get(0).get("href").stringValue()).body()).doesNotContain("L. Cruz");
        assertThat(api.get(items.get(2).get("href").stringValue()).body()).contains("L. Cruz");
        assertThat(api.get(path + "/letters/R1").body())
                .isEqualTo(api.get(path + "/letters/R1?issue=2").body());
        api.get(path + "/letters/R1?issue=1&addressee=counsel").isProblem(404, "NOT_FOUND");
        api.get(path + "/letters/R1?issue=3").isProblem(404, "NOT_FOUND");
        api.get(path + "/letters/R1?issue=999999999999999999").isProblem(404, "NOT_FOUND");
        api.get(path + "/letters/R1?issue=0").isFaultOf("issue");
        api.get(path + "/letters/R1?issue=second").isFaultOf("issue");
    }

    private void issue() {
        api.post(path + "/commands/IssueWrittenNotice", """
            {"refusalId": "R1"}
            """).isStatus(200);
    }

    @Test
    void a_limited_citation_prints_212a_and_a_suppressed_notice_has_no_letter() {
        var limited = ineligible("MNL2024000003");
        instruct(limited, "LIMITED_CITATION");
        assertThat(api.get(limited + "/letters/R1").body()).contains("212(a)").doesNotContain("212(a)(3)", "a source");

        var suppressed = ineligible("MNL2024000004");
        instruct(suppressed, "NO_NOTICE");
        assertThat(api.get(suppressed + "/letters").json().get("items")).isEmpty();
        var problem =
                api.get(suppressed + "/letters/R1", "Accept", "application/pdf").isProblem(404, "NOT_FOUND");
        assertThat(problem.json().get("detail").stringValue()).contains("no notice");
    }

    @Test
    void classified_facts_are_left_out() {
        var classified = ineligible("MNL2024000005");
        assertThat(api.get(classified + "/letters/R1").body())
                .contains("212(a)(3)(B)")
                .doesNotContain("a source");
    }

    @Test
    void a_transfer_moves_neither_the_letterhead_nor_the_day_of_a_letter() {
        var before = api.get(path + "/letters/R1").body();
        var day = api.get(path + "/letters").json().get("items").get(0).get("date");
        assertThat(before).contains("Consular Section, Manila");
        api.post(path + "/commands/TransferCase", """
            {"toPost": "TJT"}
            """).isStatus(200);
        assertThat(api.get(path + "/letters/R1").body()).isEqualTo(before);
        assertThat(api.get(path + "/letters").json().get("items").get(0).get("date"))
                .isEqualTo(day);
    }

    @Test
    void a_letter_that_lacks_something_is_answered_with_the_rule_of_that_letter() {
        var problem = api.post(path + "/commands/IssueWrittenNotice", """
            {"refusalId": "R1", "text": "Refused under INA 221(g)."}
            """)
                .isProblem(422, "LETTER_INCOMPLETE")
                .json();
        assertThat(problem.get("rule").stringValue()).isEqualTo("R-LTR-07");
        assertThat(problem.get("citation").stringValue()).isEqualTo("9 FAM 504.11-3(A)(1)e(1)");
    }

    @Test
    void the_reference_of_an_inquiry_is_one_line() {
        api.post(path + "/commands/AnswerInquiry", """
            {"applicantId": "a1", "requester": "CONGRESSIONAL", "reference": "HR-1\\n\\nA supervisor concurred."}
            """).isFaultAt("/reference");
    }

    @Test
    void what_can_not_be_meant_is_malformed() {
        api.get(path + "/letters/R1?language=fr").isFaultOf("language");
        api.get(path + "/letters/R1?addressee=press").isFaultOf("addressee");
        api.get(path + "/letters/R1?form=pdf").isFaultOf("form");
        api.get(path + "/letters/R9").isProblem(404, "NOT_FOUND");
        api.get(path + "/letters/termination").isProblem(404, "NOT_FOUND");
    }

    @Test
    void who_may_read_the_case_may_read_its_letters() {
        for (var user : new String[] {"intake", "supervisor-x", "visa-office", "auditor", "admin"}) {
            api.as(user).get(path + "/letters").isStatus(200);
            api.as(user).get(path + "/letters/R1").isStatus(200);
        }
        for (var below : new String[] {"/letters", "/letters/R1"}) {
            api.as("dashboard").get(path + below).isProblem(403, "FORBIDDEN_ROLE");
            api.as("officer-cdj").get(path + below).isProblem(403, "FORBIDDEN_POST");
            api.as("").get(path + below).isProblem(401, "UNAUTHENTICATED");
        }
    }

    private String ineligible(String caseNumber) {
        var other = api.register(caseNumber, "MNL");
        api.apply(other).isStatus(200);
        api.post(other + "/commands/RefuseIneligible", """
            {"applicantId": "a1",
             "grounds": [{"ground": "212(a)(3)(B)", "factualBasis": "a source", "classified": true}]}
            """).isStatus(200);
        return other;
    }

    private void instruct(String casePath, String instruction) {
        api.as("visa-office")
                .post(casePath + "/commands/InstructNotice", """
                    {"refusalId": "R1", "instruction": "%s", "instructionId": "D-1"}
                    """.formatted(instruction))
                .isStatus(200);
    }
}
