package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.posts.PostCode;
import consular.cases.projections.BadFilter;
import consular.cases.projections.ReadModelName;
import consular.cases.web.AccessesInMemory;
import consular.cases.web.Api;
import consular.cases.web.WebTestBase;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases are looked for by whoever may read them, and names in no address. */
class SearchTest extends WebTestBase {
    private static final String CASES = "/api/v1/cases";
    private static final String SEARCH = "/api/v1/cases:search";

    @Autowired
    private AccessesInMemory accesses;

    @BeforeEach
    void begin() {
        accesses.clear();
    }

    @Test
    void every_filter_is_passed_on() {
        for (var filter : ReadModelName.CASES.filters()) {
            api.as("officer-a").get(CASES + "?" + filter + "=x").isStatus(200);
            assertThat(rows.name()).isEqualTo(ReadModelName.CASES);
            assertThat(rows.query().filters()).containsExactly(Map.entry(filter, "x"));
        }
        api.get(CASES + "?colour=red").isFaultOf("colour");
        api.get(CASES + "?limit=501").isFaultOf("limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "officer-a", "supervisor-a", "visa-office", "auditor", "admin"})
    void whoever_reads_cases_may_look_for_them(String user) {
        api.as(user).get(CASES).isStatus(200);
        api.as(user).post(SEARCH, "{\"name\": \"Santos\"}").isStatus(200);
    }

    @Test
    void a_dashboard_may_not() {
        api.as("dashboard").get(CASES).isProblem(403, "FORBIDDEN_ROLE");
        api.as("dashboard").post(SEARCH, "{\"name\": \"Santos\"}").isProblem(403, "FORBIDDEN_ROLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "applicantName", "familyName", "givenName"})
    void a_name_in_an_address_is_turned_away_and_told_where_it_belongs(String parameter) {
        var answer =
                api.as("officer-a").get(CASES + "?" + parameter + "=Santos").isFaultOf(parameter);
        assertThat(answer.body()).contains("POST /api/v1/cases:search").doesNotContain("=Santos");
        api.post(SEARCH + "?" + parameter + "=Santos", "{\"name\": \"Santos\"}").isFaultOf(parameter);
    }

    @Test
    void a_name_is_asked_for_in_the_body_and_the_rest_in_the_query() {
        var officer = api.as("officer-cdj");
        officer.post(SEARCH + "?state=REFUSED&limit=7&after=abc", "{\"name\": \"María Santos\"}")
                .isStatus(200);
        assertThat(rows.query().filters())
                .containsExactlyInAnyOrderEntriesOf(Map.of("name", "María Santos", "state", "REFUSED"));
        assertThat(rows.query().limit()).isEqualTo(7);
        assertThat(rows.query().after()).isEqualTo("abc");
        assertThat(rows.query().posts()).containsExactly(new PostCode("CDJ"));
        officer.post(SEARCH + "?post=MNL", "{\"name\": \"Santos\"}").isProblem(403, "FORBIDDEN_POST");
    }

    @Test
    void what_is_no_name_is_a_fault_of_the_member() {
        var officer = api.as("officer-a");
        for (var body :
                new String[] {"{}", "{\"name\": \" \"}", "{\"name\": 7}", "{\"name\": \"" + "x".repeat(201) + "\"}"}) {
            assertThat(pointer(officer.post(SEARCH, body))).isEqualTo("/name");
        }
        rows.failWith(new BadFilter("name", "it has neither a letter nor a digit"));
        assertThat(pointer(officer.post(SEARCH, "{\"name\": \"--\"}"))).isEqualTo("/name");
        rows.failWith(new BadFilter("state", "it is none"));
        officer.post(SEARCH + "?state=x", "{\"name\": \"Santos\"}").isFaultOf("state");
    }

    private static String pointer(Api.Answer answer) {
        return answer.isProblem(400, "MALFORMED_REQUEST")
                .json()
                .at("/errors/0/pointer")
                .stringValue();
    }

    @Test
    void who_was_shown_which_case_is_recorded_and_no_name_is() {
        api.as("auditor")
                .post(SEARCH + "?state=REFUSED", "{\"name\": \"Santos\"}")
                .isStatus(200);
        var access = accesses.all().getLast();
        assertThat(access.operation()).isEqualTo("searchCases");
        assertThat(access.subjects()).hasSize(1);
        assertThat(access.query()).isEqualTo("state=REFUSED");
        assertThat(accesses.all().toString()).doesNotContain("Santos");
    }
}
