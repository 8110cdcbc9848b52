package consular.cases.projections;

import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On full tables a page is read off an index in its order, wherever in the list it is. */
class QueryPlanTest {
    private static ReadSide side;

    @BeforeAll
    static void fill() {
        side = ReadSide.started();
        side.cases.itIs("2024-03-05", MANILA);
        side.hasSeen(side.cases.refused221g(MANILA));
        side.hasSeen(side.cases.refusedFraud(MANILA, false));
        side.hasSeen(side.cases.applied(MANILA));
        side.jdbc.sql("""
            insert into read_models_blue.fee_windows
            select gen_random_uuid(), n::text, 'P' || case when n % 3 = 0 then 7 else n % 200 end, 'a1', 'R1', 'F1', '221(g)',
                   day, day + 365, 'ACTIVE', n % 10 > 0, case when n % 10 = 0 then day + 366 end
            from generate_series(1, 40000) as n, lateral (select date '2020-01-01' + n % 2000 as day) as days
            """).update();
        side.jdbc.sql("""
            insert into read_models_blue.terminations
            select gen_random_uuid(), n::text, 'P' || case when n % 3 = 0 then 7 else n % 200 end, 'a1', 'TERM_B', day, day + 366,
                   (array['ACTIVE', 'ACTIVE', 'ACTIVE', 'WARNED', 'TERMINATED', 'FINAL'])[n % 6 + 1], null, day + 730
            from generate_series(1, 40000) as n, lateral (select date '2020-01-01' + n % 2000 as day) as days
            """).update();
        side.jdbc.sql("""
            insert into read_models_blue.reviews
            select gen_random_uuid(), n::text, 'P' || case when n % 3 = 0 then 7 else n % 200 end, 'UTC', 'a1', 'R1', 'MANDATORY',
                   case when n % 50 = 0 then 'DUE' else 'CONCURRED' end, n % 50 = 0,
                   day, day, day + 30, null, day + 30, n % 2, 'officer-' || n % 3, null
            from generate_series(1, 40000) as n, lateral (select date '2020-01-01' + n % 2000 as day) as days
            """).update();
        side.jdbc.sql("""
            insert into read_models_blue.decisions_due
            select gen_random_uuid(), n::text, 'P' || case when n % 3 = 0 then 7 else n % 200 end, 'a1', 'UNDECIDED', day, day, day + 1
            from generate_series(1, 40000) as n, lateral (select date '2020-01-01' + n % 2000 as day) as days
            """).update();
        side.jdbc.sql("""
            insert into read_models_blue.advisory_opinions
            select gen_random_uuid(), n::text, 'P' || case when n % 3 = 0 then 7 else n % 200 end, 'a1', 'R1', 'F1', 'AO1', 'OFFICER',
                   (array['REQUESTED', 'RECEIVED', 'ACTED'])[n % 3 + 1], day, day + 60, n % 3, day + 60
            from generate_series(1, 40000) as n, lateral (select date '2020-01-01' + n % 2000 as day) as days
            """).update();
        side.jdbc.sql("""
            insert into read_models_blue.notices_due
            select gen_random_uuid(), n::text, 'P' || case when n % 3 = 0 then 7 else n % 200 end, 'a1', 'R1',
                   day, day, day + 4, case when n % 5 = 0 then 'ORAL_GIVEN' else 'DUE' end, false, n % 2
            from generate_series(1, 40000) as n, lateral (select date '2020-01-01' + n % 2000 as day) as days
            """).update();
        side.jdbc.sql("""
            insert into read_models_blue.class_entries
            select gen_random_uuid(), n::text, 'P' || case when n % 3 = 0 then 7 else n % 200 end, 'a1', 'R1',
                   day, '212(a)(4)', case when n % 50 = 0 then 'QUEUED' else 'SENT' end, false
            from generate_series(1, 40000) as n, lateral (select date '2020-01-01' + n % 2000 as day) as days
            """).update();
        side.jdbc.sql("""
            insert into read_models_blue.document_returns
            select gen_random_uuid(), n::text, 'P' || case when n % 3 = 0 then 7 else n % 200 end, 'a1', 'R1', day, day + 365,
                   (array['DUE', 'HELD', 'SUSPENDED'])[n % 3 + 1], case when n % 3 = 0 then 0 else 1 end
            from generate_series(1, 40000) as n, lateral (select date '2020-01-01' + n % 2000 as day) as days
            """).update();
        side.jdbc.sql("""
            insert into read_models_blue.deadlines
            select gen_random_uuid(), 0, 'P1', 'DECISION', 'a1', day, day, day, 'RUNNING'
            from generate_series(1, 40000) as n, lateral (select date '2020-01-01' + n % 2000 as day) as days
            """).update();
        side.jdbc.sql("""
            insert into read_models_blue.report_28
            select gen_random_uuid(), 0, 'P' || case when n % 3 = 0 then 7 else n % 200 end, 2015 + n % 10,
                   (array['221(g)', '212(a)(4)', ''])[n % 3 + 1], 'FOUND'
            from generate_series(1, 40000) as n
            """).update();
        side.jdbc.sql("""
            insert into read_models_blue.searched_applicants
            select gen_random_uuid(), 'N' || n, 'N' || n, 'P' || case when n % 3 = 0 then 7 else n % 200 end, 'IMMIGRANT',
                   'C' || n % 400, 'a1', 0, 'PRINCIPAL', case when n % 400 = 0 then 'LAPSED' else 'REFUSED' end, day, day, day,
                   jsonb_build_array('officer-' || n % 1000), jsonb_build_array(md5('family' || n % 900), md5('given' || n % 700))
            from generate_series(1, 40000) as n, lateral (select date '2020-01-01' + n % 2000 as day) as days
            """).update();
        side.jdbc.sql("analyze").update();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    static Stream<Asked> hotQueries() {
        return Stream.of(
                        new Asked(ReadModelName.FEE_WINDOWS, Map.of()),
                        new Asked(ReadModelName.FEE_WINDOWS, Map.of("closingBefore", "2023-01-01")),
                        new Asked(ReadModelName.FEE_WINDOWS, Map.of("status", "OPEN")),
                        new Asked(ReadModelName.FEE_WINDOWS, Map.of("status", "LAPSED")),
                        new Asked(ReadModelName.TERMINATIONS, Map.of()),
                        new Asked(ReadModelName.TERMINATIONS, Map.of("state", "WARNED")),
                        new Asked(ReadModelName.TERMINATIONS, Map.of("terminatingBefore", "2023-01-01")),
                        new Asked(ReadModelName.REVIEWS, Map.of()),
                        new Asked(ReadModelName.REVIEWS, Map.of("state", "DUE")),
                        new Asked(ReadModelName.REVIEWS, Map.of("officer", "officer-1")),
                        new Asked(ReadModelName.REVIEWS, Map.of("dueBefore", "2023-01-01")),
                        new Asked(ReadModelName.DECISIONS_DUE, Map.of()),
                        new Asked(ReadModelName.ADVISORY_OPINIONS, Map.of()),
                        new Asked(ReadModelName.ADVISORY_OPINIONS, Map.of("state", "REQUESTED")),
                        new Asked(ReadModelName.NOTICES_DUE, Map.of()),
                        new Asked(ReadModelName.NOTICES_DUE, Map.of("state", "DUE")),
                        new Asked(ReadModelName.NOTICES_DUE, Map.of("dueBefore", "2023-01-01")),
                        new Asked(ReadModelName.CLASS_ENTRIES, Map.of()),
                        new Asked(ReadModelName.CLASS_ENTRIES, Map.of("state", "QUEUED")),
                        new Asked(ReadModelName.DOCUMENT_RETURNS, Map.of()),
                        new Asked(ReadModelName.DOCUMENT_RETURNS, Map.of("returnBefore", "2023-01-01")))
                // Of the few rows of one officer at one post the planner may well sort what it finds.
                .flatMap(asked ->
                        asked.filters().containsKey("officer") ? Stream.of(asked) : Stream.of(asked, asked.at("P7")));
    }

    @ParameterizedTest
    @MethodSource("hotQueries")
    void a_page_is_read_off_an_index(Asked asked) {
        assertThat(plan(asked, null)).contains("Index").doesNotContain("Sort", "Seq Scan");
        var first = side.readModels().page(asked.name(), asked.query(null));
        assertThat(plan(asked, first.next())).contains("Index").doesNotContain("Sort", "Seq Scan");
    }

    /** What it counts it may sort: a year of a post has a row for each ground. */
    @Test
    void a_report_counts_what_an_index_finds() {
        var asked = new Asked(ReadModelName.REPORT_28, Map.of("fiscalYear", "2024"));
        assertThat(plan(asked.at("P7"), null)).contains("Index").doesNotContain("Seq Scan");
        assertThat(plan(asked, null)).contains("Index").doesNotContain("Seq Scan");
    }

    static Stream<Map<String, String>> searches() {
        return Stream.of(
                Map.of(),
                Map.of("number", "N77"),
                Map.of("visaClass", "C7"),
                Map.of("state", "REFUSED"),
                Map.of("state", "LAPSED"),
                Map.of("officer", "officer-7"),
                Map.of("appliedFrom", "2020-03-01", "appliedTo", "2020-03-02"),
                Map.of("refusedFrom", "2020-03-01", "refusedTo", "2020-03-02"),
                Map.of("issuedFrom", "2020-03-01", "issuedTo", "2020-03-02"),
                Map.of("name", "Dela Cruz"));
    }

    /** Of the few that an index finds it may sort the numbers. */
    @ParameterizedTest
    @MethodSource("searches")
    void whatever_is_searched_for_is_found_by_an_index(Map<String, String> filters) {
        var asked = new Asked(ReadModelName.CASES, filters);
        assertThat(plan(asked, null)).contains("Index").doesNotContain("Seq Scan");
        assertThat(plan(asked.at("P7"), null)).contains("Index").doesNotContain("Seq Scan");
        var first = side.readModels().page(asked.name(), asked.query(null));
        assertThat(plan(asked, first.next())).contains("Index").doesNotContain("Seq Scan");
    }

    private static String plan(Asked asked, @Nullable String after) {
        var model = side.model(asked.name());
        var statement = PageStatement.of(
                model, asked.query(after), Generation.BLUE, side.cases.clock().instant());
        return String.join(
                "\n",
                side.jdbc
                        .sql("explain " + statement.sql())
                        .params(statement.parameters())
                        .query(String.class)
                        .list());
    }

    record Asked(
            ReadModelName name,
            Map<String, String> filters,
            @Nullable String post) {
        Asked(ReadModelName name, Map<String, String> filters) {
            this(name, filters, null);
        }

        Asked at(String code) {
            return new Asked(name, filters, code);
        }

        ReadModelQuery query(@Nullable String after) {
            var posts = post == null
                    ? Set.<consular.cases.domain.posts.PostCode>of()
                    : Set.of(new consular.cases.domain.posts.PostCode(post));
            return new ReadModelQuery(posts, filters, 20, after);
        }
    }
}
