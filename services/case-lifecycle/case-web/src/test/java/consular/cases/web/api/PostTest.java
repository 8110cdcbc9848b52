package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.web.WebTestBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts and their calendars. */
class PostTest extends WebTestBase {
    private static final String POSTS = "/api/v1/posts";

    @Test
    void every_post_in_pages() {
        var first = api.as("dashboard").get(POSTS).isStatus(200).json();
        assertThat(first.get("items")).hasSize(50);
        assertThat(first.get("next")).isEqualTo(first.get("items").get(49).get("code"));
        var seen = 0;
        var after = "";
        while (true) {
            var page = api.get(POSTS + "?limit=100" + after).isStatus(200).json();
            seen += page.get("items").size();
            if (page.get("next").isNull()) {
                break;
            }
            after = "&after=" + page.get("next").stringValue();
        }
        assertThat(seen).isEqualTo(225);
        api.get(POSTS + "?country=MX").isFaultOf("country");
        assertThat(api.get(POSTS + "?after=ZZZ").isStatus(200).json().get("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz", "LN", "LNDX", "0", "MNL%20"})
    void a_place_in_the_list_is_a_code(String after) {
        api.as("dashboard").get(POSTS + "?after=" + after).isFaultOf("after");
    }

    @Test
    void a_post_says_in_what_it_differs() {
        var london = api.get(POSTS + "?after=LNC&limit=1").json().get("items").get(0);
        assertThat(london.propertyNames())
                .containsExactly(
                        "code",
                        "city",
                        "country",
                        "zone",
                        "nextDayIssuance",
                        "reviewMode",
                        "borderPost",
                        "hostHolidays");
        assertThat(london.get("code").stringValue()).isEqualTo("LND");
        assertThat(london.get("zone").stringValue()).isEqualTo("Europe/London");
        assertThat(london.get("nextDayIssuance").booleanValue()).isTrue();
        assertThat(london.get("hostHolidays").stringValue()).isEqualTo("known");
        var guangzhou =
                api.get(POSTS + "?after=GUY&limit=1").json().get("items").get(0);
        assertThat(guangzhou.get("hostHolidays").stringValue()).isEqualTo("unknown");
    }

    @Test
    void a_calendar_says_of_each_day_why() {
        var days = api.get(POSTS + "/LND/calendar?from=2024-05-24&to=2024-05-28")
                .isStatus(200)
                .json();
        assertThat(days.get("next").isNull()).isTrue();
        assertThat(days.get("items")).hasSize(5);
        var holiday = days.get("items").get(3);
        assertThat(holiday.propertyNames()).containsExactly("date", "open", "why");
        assertThat(holiday.get("date").stringValue()).isEqualTo("2024-05-27");
        assertThat(holiday.get("open").booleanValue()).isFalse();
        assertThat(holiday.get("why").stringValue()).contains("Memorial Day");
        assertThat(api.get(POSTS + "/LND/calendar?from=2024-01-01&to=2024-12-31")
                        .json()
                        .get("items"))
                .hasSize(366);
    }

    @Test
    void a_calendar_may_be_asked_for_as_a_whole() {
        var days =
                api.get(POSTS + "/LND/calendar?from=2000-01-01&to=2050-12-31").isStatus(200);
        assertThat(days.json().get("items")).hasSize(18_628);
    }

    @ParameterizedTest
    @CsvSource({
        "to=2024-05-28, from",
        "from=2024-05-28, to",
        "from=2024-05-28&to=2024-05-27, to",
        "from=1879-12-31&to=1880-01-01, from",
        "from=2100-12-31&to=2101-01-01, to",
        "from=2000-01-01&to=2051-01-01, to",
        "from=2024-02-30&to=2024-03-01, from",
        "from=2024-02-01&to=2024-03-01&limit=1, limit"
    })
    void ranges_that_cannot_be_meant(String query, String parameter) {
        api.get(POSTS + "/LND/calendar?" + query).isFaultOf(parameter);
    }

    @Test
    void no_such_post() {
        api.get(POSTS + "/XXX/calendar?from=2024-02-01&to=2024-03-01").isProblem(404, "NOT_FOUND");
    }
}
