package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The clock of a simulation, on the packaged service. */
class SimulationClockIT {
    private static final String CLOCK = "/api/v1/simulation/clock";

    @TempDir
    private static Path folder;

    private static PackagedService service;

    @BeforeAll
    static void start() {
        service = PackagedService.start("simulation", folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Instant now(PackagedService service) {
        return Instant.parse(service.get(CLOCK, "auditor").get("now").asString());
    }

    static JsonNode set(PackagedService service, Instant now) {
        var answer = service.send("PUT", CLOCK, "{\"now\": \"" + now + "\"}", "admin");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return HttpCase.json(answer);
    }

    /** Everything due by an instant is out of the way, so that what fires later is what a test set going. */
    private static void settle(String now) {
        set(service, Instant.parse("9000-01-01T00:00:00Z"));
        set(service, Instant.parse(now));
    }

    private static int advance(String now) {
        return set(service, Instant.parse(now)).get("fired").asInt();
    }

    @Test
    void a_service_that_is_started_again_goes_on_where_its_record_ends(@TempDir Path other) {
        String id;
        try (var first = PackagedService.start("simulation", other)) {
            set(first, Instant.parse("2023-09-21T02:00:00Z"));
            id = HttpCase.register(first, "MNL").applied().id();
        }
        try (var second = PackagedService.start("simulation", other)) {
            assertThat(now(second)).isEqualTo("2023-09-21T02:00:00Z");
            assertThat(second.get("/api/v1/cases/" + id, "auditor")
                            .get("version")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void it_tells_how_many_deadlines_fired_and_answers_when_the_read_models_show_it() {
        settle("2024-03-05T02:00:00Z");
        var cases = IntStream.range(0, 150)
                .mapToObj(_ -> HttpCase.register(service, "MNL").applied())
                .toList();
        assertThat(advance("2024-03-05T15:59:59Z")).isZero();
        // midnight in Manila
        assertThat(advance("2024-03-05T16:00:00Z")).isEqualTo(150);
        var due = service.get("/api/v1/decisions-due?limit=500&post=MNL", "auditor")
                .get("items");
        for (var each : cases) {
            assertThat(due.valueStream()
                            .filter(row -> row.get("caseId").asString().equals(each.id())))
                    .singleElement()
                    .satisfies(row -> assertThat(row.get("overdue").asBoolean()).isTrue());
        }
        assertThat(types(cases.getLast())).endsWith("DecisionOverdue");
        assertThat(advance("2024-03-05T16:00:00Z")).isZero();
        assertThat(advance("2024-03-06T16:00:00Z")).isZero();
    }

    @Test
    void years_may_pass_at_once() {
        settle("2024-03-05T02:00:00Z");
        var one = HttpCase.register(service, "MNL").applied().refused();
        var before = one.events().size();
        var fired = advance("2028-01-01T00:00:00Z");
        var since = types(one).subList(before, one.events().size());
        assertThat(since)
                .containsSubsequence("TerminationWarningSent", "RegistrationTerminated", "TerminationNoticeIssued")
                .contains("FeeWindowClosed", "PetitionRevokedAutomatically", "ReinstatementWindowClosed");
        // the notice and the revocation follow from a termination and are no deadlines of their own
        assertThat(fired).isEqualTo(since.size() - 2);
        assertThat(one.rows("terminations"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("state").asString()).isEqualTo("FINAL"));
        assertThat(one.rows("fee-windows"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("status").asString()).isEqualTo("LAPSED"));
        assertThat(one.items("/deadlines")
                        .valueStream()
                        .map(deadline -> deadline.get("state").asString()))
                .doesNotContain("RUNNING");
        assertThat(advance("2024-03-05T02:00:00Z")).isZero();
        assertThat(now(service)).isEqualTo("2024-03-05T02:00:00Z");
    }

    /** Tuesdays on which Paris works. */
    @ParameterizedTest
    @ValueSource(strings = {"0001-01-02", "1990-07-03", "2070-07-01", "9995-07-04"})
    void a_case_of_any_year_runs_its_course(String date) {
        settle(date + "T10:00:00Z");
        var one = HttpCase.register(service, "PRS").applied();
        var applicant = one.view().get("applicants").get(0);
        assertThat(applicant.get("executedOn").asString()).isEqualTo(date);
        assertThat(applicant.get("decisionDue").asString()).isEqualTo(date);
        assertThat(one.items("/deadlines").valueStream()).anySatisfy(deadline -> {
            assertThat(deadline.get("kind").asString()).isEqualTo("DECISION");
            assertThat(deadline.get("due").asString()).isEqualTo(date);
            assertThat(deadline.get("firesOn").asString())
                    .isEqualTo(LocalDate.parse(date).plusDays(1).toString());
            assertThat(deadline.get("state").asString()).isEqualTo("RUNNING");
        });
        one.refused();
        assertThat(one.view()
                        .get("applicants")
                        .get(0)
                        .get("refusals")
                        .get(0)
                        .get("findings")
                        .get(0)
                        .get("feeWindowEnd")
                        .asString())
                .isEqualTo(LocalDate.parse(date).plusYears(1).toString());
        assertThat(service.get(one.path() + "/commands?limit=500", "officer-a").get("items"))
                .isNotEmpty();
        assertThat(set(service, Instant.parse(date + "T10:00:00Z").plus(Duration.ofDays(3 * 366 + 30)))
                        .get("fired")
                        .asInt())
                .isPositive();
        assertThat(one.view().get("registration").get("state").asString()).isEqualTo("FINAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-07-03", "2070-07-01"})
    void the_calendar_of_that_year_is_there(String date) {
        var path = "/api/v1/posts/LND/calendar?from=" + date + "&to="
                + LocalDate.parse(date).plusDays(9);
        var days = service.get(path, "auditor").get("items");
        assertThat(days.get(0).get("why").asString()).isEqualTo("working day");
        assertThat(days.valueStream()).anyMatch(day -> day.get("why").asString().contains("Independence Day"));
    }

    /** An opinion that nobody gives is followed up for a hundred years; the date of a fee window may have five digits. */
    @Test
    void its_last_instant_with_an_opinion_awaited() {
        settle("2024-03-05T02:00:00Z");
        var waiting = HttpCase.register(service, "MNL").applied().refused();
        waiting.give("officer-a", "RequestAdvisoryOpinion", """
            {"applicantId": "a1", "findingId": "F1", "question": "Does 212(a)(3)(A) apply?"}\
            """);
        set(service, Instant.parse("9999-12-31T12:00:00Z"));
        var late = HttpCase.register(service, "MNL").applied().refused();
        set(service, Instant.parse("9999-12-31T12:00:01Z"));
        assertThat(late.rows("fee-windows"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("feeWindowEnd").asString()).isEqualTo("+10000-12-31"));
        assertThat(waiting.rows("advisory-opinions")).hasSize(1);
    }

    @Test
    void its_first_and_last_instant() {
        for (var end : List.of("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z")) {
            set(service, Instant.parse(end));
            assertThat(now(service)).isEqualTo(end);
            // west of Greenwich, where the first year has not begun, and east of it, where the last is over
            for (var post : List.of("BGT", "MNL")) {
                var registered = HttpCase.register(service, post).events().get(0);
                assertThat(registered.get("effectiveAt").asString()).isEqualTo(end);
                assertThat(registered.get("recordedAt").asString()).isEqualTo(end);
            }
        }
    }

    private static List<String> types(HttpCase one) {
        return one.events()
                .valueStream()
                .map(event -> event.get("type").asString())
                .toList();
    }
}
