package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.EventByTime;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.Stamp;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.web.MovableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A case as it was at a former moment, by version and along either axis of time. */
class CaseMomentsTest extends RefusedCaseTestBase {
    private static String state(JsonNode view) {
        return view.get("applicants").get(0).get("state").stringValue();
    }

    @Test
    void an_earlier_version() {
        assertThat(state(api.get(path + "?version=1").isStatus(200).json())).isEqualTo("REGISTERED");
        var second = api.get(path + "?version=2").isStatus(200);
        assertThat(state(second.json())).isEqualTo("UNDECIDED");
        assertThat(second.header("ETag")).isEqualTo("\"2\"");
        for (var version : new String[] {"0", "4", "-1", "x", "1.0", ""}) {
            api.get(path + "?version=" + version).isFaultOf("version");
        }
    }

    @Test
    void as_the_record_had_it() {
        assertThat(state(api.get(path + "?asOf=2024-03-05T04:59:59Z").json())).isEqualTo("REGISTERED");
        assertThat(state(api.get(path + "?asOf=2024-03-05T05:00:00Z&axis=recorded")
                        .json()))
                .isEqualTo("UNDECIDED");
        assertThat(state(api.get(path + "?asOf=2030-01-01T00:00:00Z").json())).isEqualTo("REFUSED");
        api.get(path + "?asOf=2024-03-05T03:59:59Z").isProblem(404, "NOT_FOUND");
        api.get(path + "?asOf=2024-03-05T03:59:59Z&axis=effective").isProblem(404, "NOT_FOUND");
    }

    @Test
    void as_it_was_by_all_that_is_known_today() {
        clock.set(MovableClock.START.plus(Duration.ofDays(10)));
        var evidence = """
            {"applicantId": "a1", "findingIds": ["F1"], "effectiveAt": "2024-03-07T04:00:00Z",
             "lateEntryReason": "found in the mail room",
             "documents": [{"type": "BC", "original": true, "description": "birth certificate"}]}\
            """;
        api.as("intake").post(path + "/commands/PresentEvidence", evidence).isStatus(200);
        var known = api.get(path + "?asOf=2024-03-09T00:00:00Z&axis=recorded");
        var so = api.get(path + "?asOf=2024-03-09T00:00:00Z&axis=effective");
        assertThat(evidenceOf(known.json())).isEmpty();
        assertThat(evidenceOf(so.json())).hasSize(1);
        assertThat(known.header("ETag")).isEqualTo("\"3\"");
        assertThat(so.header("ETag")).isEqualTo("\"4\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?version=2",
                "?asOf=2024-03-05T05:00:00Z",
                "?asOf=2024-03-05T05:00:00Z&axis=recorded",
                "?asOf=2024-03-05T05:00:00Z&axis=effective"
            })
    void every_view_is_tagged_with_its_version(String moment) {
        var answer = api.get(path + moment).isStatus(200);
        var tag = "\"" + answer.json().get("version").longValue() + "\"";
        assertThat(answer.header("ETag")).isEqualTo(tag);
        assertThat(api.get(path + moment, "If-None-Match", tag).isStatus(304).header("ETag"))
                .isEqualTo(tag);
    }

    @Test
    void what_is_entered_late_changes_the_tag_of_the_moment_it_belongs_to() {
        clock.set(MovableClock.START.plus(Duration.ofDays(10)));
        var then = path + "?asOf=2024-03-09T00:00:00Z&axis=effective";
        var before = api.get(then).header("ETag");
        var note = """
            {"text": "x", "effectiveAt": "2024-03-07T04:00:00Z", "lateEntryReason": "power cut"}\
            """;
        api.as("officer-a").post(path + "/commands/AddCaseNote", note).isStatus(200);
        assertThat(api.get(then, "If-None-Match", before).isStatus(200).header("ETag"))
                .isEqualTo("\"4\"");
    }

    @Test
    void what_took_effect_before_the_registration_makes_no_case() {
        var caseId = CaseId.of(path.substring(path.lastIndexOf('/') + 1));
        cases.append(
                caseId,
                new RecordedEvent(
                        new EventByTime.PetitionRevokedAutomatically("WAC2190000001"),
                        new Stamp(
                                3,
                                3,
                                Actor.SERVICE,
                                MovableClock.START.minus(Duration.ofDays(1)),
                                MovableClock.START.plus(Duration.ofHours(3)),
                                null,
                                RuleSet.OF_2019_07_23,
                                List.of())));
        api.get(path + "?asOf=2024-03-03T00:00:00Z&axis=effective").isProblem(404, "NOT_FOUND");
        api.get(path + "?asOf=2024-03-05T03:59:59Z&axis=effective").isProblem(404, "NOT_FOUND");
        api.get(path + "?asOf=2024-03-05T04:00:00Z&axis=effective").isStatus(200);
        api.get(path + "?asOf=2024-03-05T03:59:59Z&axis=recorded", "If-None-Match", "*")
                .isProblem(404, "NOT_FOUND");
    }

    private static JsonNode evidenceOf(JsonNode view) {
        return view.get("applicants")
                .get(0)
                .get("refusals")
                .get(0)
                .get("findings")
                .get(0)
                .get("evidence");
    }

    @ParameterizedTest
    @CsvSource({
        "version=1&asOf=2024-03-05T05:00:00Z, version",
        "axis=recorded, axis",
        "asOf=2024-03-05T05:00:00Z&axis=sideways, axis",
        "asOf=2024-03-05, asOf",
        "asof=2024-03-05T05:00:00Z, asof",
        "version=1&version=2, version"
    })
    void moments_that_cannot_be_meant(String query, String parameter) {
        api.get(path + "?" + query).isFaultOf(parameter);
    }
}
