package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.web.WebTestBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole log as CloudEvents. */
class EventLogTest extends WebTestBase {
    private static final String EVENTS = "/api/v1/events";

    @Test
    void each_event_is_a_cloud_event_with_its_line_of_history() {
        var path = api.register("MNL2024000001", "MNL");
        var page = api.as("auditor").get(EVENTS).isStatus(200).json();
        assertThat(page.propertyNames()).containsExactly("items", "next");
        assertThat(page.get("next").isNull()).isTrue();
        var event = page.get("items").get(0);
        assertThat(event.propertyNames())
                .containsExactly(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "time",
                        "datacontenttype",
                        "dataschema",
                        "position",
                        "data");
        assertThat(event.get("specversion").stringValue()).isEqualTo("1.0");
        assertThat(event.get("type").stringValue()).isEqualTo("CaseRegistered");
        assertThat(event.get("dataschema").stringValue())
                .isEqualTo("http://localhost:8080/api/v1/schemas/CaseRegistered/2");
        assertThat(path).endsWith(event.get("subject").stringValue());
        assertThat(event.get("time").stringValue()).isEqualTo("2024-03-05T04:00:00Z");
        assertThat(event.get("position").longValue()).isEqualTo(1);
        assertThat(event.get("id")).isEqualTo(event.get("data").get("eventId"));
        assertThat(event.get("data"))
                .isEqualTo(api.get(path + "/events").json().get("items").get(0));
    }

    @Test
    void pages_follow_the_positions() {
        for (var i = 1; i <= 5; i++) {
            api.register("MNL202400000" + i, "MNL");
        }
        var first = api.get(EVENTS + "?limit=2").json();
        assertThat(first.get("items")).hasSize(2);
        assertThat(first.get("next").stringValue()).isEqualTo("2");
        var last = api.get(EVENTS + "?limit=3&after=2").json();
        assertThat(last.get("items")).hasSize(3);
        assertThat(last.get("next").isNull()).isTrue();
        assertThat(api.get(EVENTS + "?after=99").json().get("items")).isEmpty();
    }

    @Test
    void a_post_sees_its_own() {
        for (var i = 1; i <= 6; i++) {
            api.register("CASE202400000" + i, i % 2 == 0 ? "CDJ" : "MNL");
        }
        var own = api.as("officer-cdj").get(EVENTS).isStatus(200).json();
        assertThat(own.get("items"))
                .hasSize(3)
                .allSatisfy(event -> assertThat(
                                event.get("data").get("payload").get("post").stringValue())
                        .isEqualTo("CDJ"));
        assertThat(own.get("next").isNull()).isTrue();
        var page = api.get(EVENTS + "?post=MNL&limit=2").json();
        assertThat(page.get("items")).hasSize(2);
        assertThat(page.get("next").stringValue()).isEqualTo("3");
        assertThat(api.get(EVENTS + "?post=MNL&after=3").json().get("items")).hasSize(1);
        api.as("officer-cdj").get(EVENTS + "?post=MNL").isProblem(403, "FORBIDDEN_POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "?post=MNL&post=CDJ"})
    void a_page_that_ends_early_is_not_the_end(String query) {
        for (var i = 1; i <= 5; i++) {
            api.register("MNL202400000" + i, i % 2 == 0 ? "CDJ" : "MNL");
        }
        cases.breakPagesAfter(2, () -> {});
        var first = api.as("auditor").get(EVENTS + query).isStatus(200).json();
        assertThat(first.get("items")).hasSize(2);
        assertThat(first.get("next").stringValue()).isEqualTo("2");
        assertThat(api.get(EVENTS + query + "&after=2").json().get("next").stringValue())
                .isEqualTo("4");
        var last = api.get(EVENTS + query + "&after=4").json();
        assertThat(last.get("items")).hasSize(1);
        assertThat(last.get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=2", "?limit=2&post=MNL"})
    void what_comes_while_a_page_is_read_is_told_of_as_more(String query) {
        api.register("MNL2024000001", "MNL");
        cases.breakPagesAfter(2, () -> {
            for (var i = 2; i <= 4; i++) {
                api.register("MNL202400000" + i, "MNL");
            }
            cases.breakPagesAfter(2, () -> {});
        });
        var first = api.as("auditor").get(EVENTS + query).isStatus(200).json();
        assertThat(first.get("items")).hasSize(2);
        assertThat(first.get("next").stringValue()).isEqualTo("2");
    }

    @Test
    void dashboards_show_no_personal_data() {
        api.as("dashboard").get(EVENTS).isProblem(403, "FORBIDDEN_ROLE");
    }

    @Test
    void it_may_be_asked_to_have_seen_a_version() {
        var path = api.register("MNL2024000001", "MNL");
        var caseId = path.substring(path.lastIndexOf('/') + 1);
        assertThat(api.get(EVENTS + "?atLeast=" + caseId + ":1")
                        .isStatus(200)
                        .json()
                        .get("items"))
                .hasSize(1);
        var behind = api.get(EVENTS + "?atLeast=" + caseId + ":2").isProblem(503, "NOT_YET_VISIBLE");
        assertThat(behind.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void what_is_stored_is_looked_for_once_and_what_is_not_now_and_then() {
        var path = api.register("MNL2024000001", "MNL");
        var caseId = path.substring(path.lastIndexOf('/') + 1);
        api.as("auditor");
        var before = cases.reads();
        api.get(EVENTS + "?atLeast=" + caseId + ":1").isStatus(200);
        assertThat(cases.reads() - before).isEqualTo(1);
        api.get(EVENTS + "?atLeast=" + caseId + ":2").isProblem(503, "NOT_YET_VISIBLE");
        assertThat(cases.reads() - before).isLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=x", "after=-1", "limit=0", "type=VisaRefused"})
    void questions_that_cannot_be_meant(String query) {
        api.get(EVENTS + "?" + query).isFaultOf(query.substring(0, query.indexOf('=')));
    }

    @Test
    void whoever_takes_anything_gets_pages() {
        api.get(EVENTS, "Accept", "*/*").isStatus(200).json();
        api.get(EVENTS, "Accept", "text/html, */*;q=0.1").isStatus(200).json();
        api.get(EVENTS, "Accept", "text/html").isProblem(406, "NOT_ACCEPTABLE");
    }
}
