package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.web.WebTestBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Screenings over HTTP. */
class ScreeningTest extends WebTestBase {
    private static final String BORDER = "/api/v1/screenings/third-country-national";
    private static final String REVALIDATION = "/api/v1/screenings/automatic-revalidation";

    private static final String RENEWAL = """
        {"post": "TJT", "nationality": "IN", "visaClass": "H1B", "residesIn": "US", "entryClass": "H1B"}\
        """;
    private static final String WEEK_IN_CANADA = """
        {"nationality": "IN", "visaClass": "H1B", "departedOn": "2024-03-01", "returnsOn": "2024-03-08",
         "visited": "CONTIGUOUS", "i94ValidUntil": "2025-09-30"}\
        """;

    private static List<String> codes(JsonNode answer) {
        var codes = new ArrayList<String>();
        answer.get("reasons").forEach(reason -> codes.add(reason.get("code").stringValue()));
        return codes;
    }

    @Test
    void a_renewal_is_eligible_today_at_the_post_and_says_why() {
        var answer = api.as("officer-a").post(BORDER, RENEWAL).isStatus(200).json();
        assertThat(answer.propertyNames()).containsExactly("outcome", "on", "reasons", "assumedFalse");
        assertThat(answer.get("outcome").stringValue()).isEqualTo("ELIGIBLE");
        assertThat(answer.get("on").stringValue())
                .isEqualTo(clock.instant()
                        .atZone(java.time.ZoneId.of("America/Tijuana"))
                        .toLocalDate()
                        .toString());
        assertThat(codes(answer)).contains("ELIGIBLE_RENEWAL", "THREE_DAYS_IN_MEXICO");
        var reason = answer.get("reasons").get(0);
        assertThat(reason.propertyNames()).containsExactly("code", "rule", "citation", "effect", "detail");
        assertThat(reason.get("rule").stringValue()).isEqualTo("R-TCN-02");
        assertThat(reason.get("effect").stringValue()).isEqualTo("BASIS");
        assertThat(reason.get("citation").stringValue()).isNotBlank();
        assertThat(answer.get("assumedFalse")).hasSize(7);
    }

    @Test
    void a_student_who_became_a_specialist_asks_the_post() {
        var answer = api.post(BORDER, """
            {"post": "CDJ", "nationality": "CN", "visaClass": "H1B", "residesIn": "US", "entryClass": "F1",
             "changedStatus": true, "everOutOfStatus": false, "on": "2024-03-05"}\
            """).isStatus(200).json();
        assertThat(answer.get("outcome").stringValue()).isEqualTo("INELIGIBLE_UNLESS_POST_ACCEPTS");
        assertThat(answer.get("on").stringValue()).isEqualTo("2024-03-05");
        assertThat(codes(answer)).contains("CHANGED_STATUS", "CONSULT_ATTORNEY");
        assertThat(answer.get("assumedFalse").valueStream().map(JsonNode::stringValue))
                .contains("overstayed")
                .doesNotContain("changedStatus", "everOutOfStatus");
    }

    @Test
    void a_crew_at_nuevo_laredo_hears_every_reason() {
        var answer = api.post(BORDER, """
            {"post": "NVL", "nationality": "CU", "visaClass": "C1/D", "residesIn": "US", "entryClass": "C1/D",
             "everOutOfStatus": true, "vwpEntry": true}\
            """).isStatus(200).json();
        assertThat(answer.get("outcome").stringValue()).isEqualTo("INELIGIBLE");
        assertThat(codes(answer)).contains("CREW_NOT_AT_NUEVO_LAREDO", "OUT_OF_STATUS", "VWP_ENTRY", "NATIONALITY_BAR");
    }

    @Test
    void a_week_in_canada_does_no_harm_unless_a_visa_is_applied_for() {
        var fine = api.post(REVALIDATION, WEEK_IN_CANADA).isStatus(200).json();
        assertThat(fine.get("outcome").stringValue()).isEqualTo("ELIGIBLE");
        assertThat(fine.get("on").stringValue()).isEqualTo("2024-03-08");
        assertThat(codes(fine)).containsExactly("VISA_DEEMED_EXTENDED");
        var applied = api.post(REVALIDATION, WEEK_IN_CANADA.replace("}", ", \"appliedForVisaDuringAbsence\": true}"))
                .isStatus(200)
                .json();
        assertThat(applied.get("outcome").stringValue()).isEqualTo("INELIGIBLE");
        assertThat(codes(applied)).containsExactly("APPLIED_FOR_VISA");
    }

    @Test
    void the_law_is_that_of_the_day_asked_for() {
        var korean = WEEK_IN_CANADA.replace("\"IN\"", "\"KP\"").replace("}", ", \"on\": \"%s\"}");
        assertThat(codes(api.post(REVALIDATION, korean.formatted("2009-05-09")).json()))
                .containsExactly("VISA_DEEMED_EXTENDED");
        assertThat(codes(api.post(REVALIDATION, korean.formatted("2024-03-08")).json()))
                .containsExactly("NATIONALITY_BAR");
    }

    /** R-TCN-01. */
    @ParameterizedTest
    @ValueSource(strings = {"CDJ", "MTM", "NGL", "NVL", "TJT"})
    void five_posts_are_on_the_border(String post) {
        api.post(BORDER, RENEWAL.replace("TJT", post)).isStatus(200);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "post, MNL",
        "post, XXX",
        "nationality, MX",
        "nationality, US",
        "nationality, ZZ",
        "visaClass, IR1",
        "visaClass, ZZ9",
        "entryClass, IR1",
        "residesIn, XX",
        "legalResidence, XX",
        "visaObtainedIn, in",
        "on, 1879-12-31",
        "on, tomorrow",
        "everOutOfStatus, no",
        "lostOrStolen, LUGGAGE",
        "colour, blue",
    })
    void a_fact_that_makes_no_sense_is_pointed_at(String member, String value) {
        var body = WebTestBodies.with(RENEWAL, member, value);
        api.post(BORDER, body).isFaultAt("/" + member);
    }

    @Test
    void every_fact_that_makes_no_sense_is_told_at_once() {
        api.post(BORDER, """
            {"post": "LND", "nationality": "MX", "visaClass": "IR1", "residesIn": "US",
             "arrivesInMexico": "2024-03-05", "leavesMexico": "2024-03-04"}\
            """)
                .isFaultAt("/post")
                .isFaultAt("/nationality")
                .isFaultAt("/visaClass")
                .isFaultAt("/leavesMexico");
        api.post(BORDER, "{}")
                .isFaultAt("/post")
                .isFaultAt("/nationality")
                .isFaultAt("/visaClass")
                .isFaultAt("/residesIn");
        api.post(REVALIDATION, """
            {"nationality": "US", "visaClass": "F31", "departedOn": "2024-03-08", "returnsOn": "2024-03-01",
             "visited": "CONTIGUOUS"}\
            """)
                .isFaultAt("/nationality")
                .isFaultAt("/visaClass")
                .isFaultAt("/returnsOn")
                .isFaultAt("/i94ValidUntil");
        api.post(REVALIDATION + "?dryRun=true", WEEK_IN_CANADA).isFaultOf("dryRun");
    }

    @Test
    void asked_again_under_its_key_it_is_answered_for_the_day_of_the_first_time() {
        var first = api.post(BORDER, RENEWAL, "Idempotency-Key", "k1").isStatus(200);
        clock.set(clock.now().plus(Duration.ofDays(3)));
        var again = api.post(BORDER, RENEWAL, "Idempotency-Key", "k1").isStatus(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(api.post(BORDER, RENEWAL).isStatus(200).body()).isNotEqualTo(first.body());
        api.post(BORDER, RENEWAL.replace("H1B", "L1"), "Idempotency-Key", "k1")
                .isProblem(422, "IDEMPOTENCY_KEY_REUSED");
        api.post(BORDER, RENEWAL, "Idempotency-Key", "not visible ä").isProblem(400, "MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "officer-a", "officer-cdj", "supervisor-a", "visa-office", "auditor", "admin"})
    void everybody_may_ask_about_any_post(String user) {
        api.as(user).post(BORDER, RENEWAL).isStatus(200);
        api.as(user).post(REVALIDATION, WEEK_IN_CANADA).isStatus(200);
    }

    @Test
    void but_dashboards_and_strangers() {
        api.as("dashboard").post(BORDER, RENEWAL).isProblem(403, "FORBIDDEN_ROLE");
        api.as("dashboard").post(REVALIDATION, "{}").isProblem(403, "FORBIDDEN_ROLE");
        api.as("").post(BORDER, RENEWAL).isProblem(401, "UNAUTHENTICATED");
    }

    /** Bodies with one member set anew. */
    private static final class WebTestBodies {
        static String with(String body, String member, String value) {
            return body.replaceAll("\"" + member + "\": \"[^\"]*\"(, )?", "")
                    .replace(", }", "}")
                    .replaceFirst("\\{", "{\"" + member + "\": \"" + value + "\", ");
        }
    }
}
