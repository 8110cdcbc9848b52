package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.web.AccessesInMemory;
import consular.cases.web.Api;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

/** Many commands in one request. */
class BatchTest extends BatchTestBase {
    @Autowired
    private AccessesInMemory accesses;

    @Test
    void a_case_is_registered_and_carried_on_by_its_number() {
        var outcomes = outcomes(
                "intake",
                item("k1", "RegisterCase", "", Api.registration("MNL2024000001", "MNL")),
                item("k2", "ApplyForVisa", numbered("mnl2024000001") + "\"expectedVersion\": 1,", APPLICATION));
        assertThat(outcomes).hasSize(2);
        var registered = outcomes.get(0);
        isOutcome(registered, 201, "none");
        var path = registered.get("headers").get("Location").stringValue();
        assertThat(path)
                .isEqualTo(CASES + "/" + registered.get("body").get("caseId").stringValue());
        assertThat(registered.get("headers").propertyNames())
                .containsExactlyInAnyOrder("Location", "ETag", "Case-Version");
        isOutcome(outcomes.get(1), 200, "none");
        assertThat(outcomes.get(1).get("body").get("version").longValue()).isEqualTo(2);
        assertThat(outcomes.get(1).get("headers").get("ETag").stringValue()).isEqualTo("\"2\"");
        assertThat(api.get(path).isStatus(200).json().get("version").longValue())
                .isEqualTo(2);

        // by number again, now that it is on record
        isOutcome(
                outcomes("officer-a", item("k3", "AddCaseNote", numbered("MNL2024000001"), NOTE))
                        .get(0),
                200,
                "none");
    }

    @Test
    void a_failed_item_leaves_the_others_alone() {
        var path = onCase(api.register("MNL2024000001", "MNL"));
        var elsewhere = onCase(api.register("MNL2024000002", "MNL"));
        var outcomes = outcomes(
                "officer-a",
                item("k1", "AddCaseNote", path, NOTE),
                item("k2", "AddCaseNote", path + "\"expectedVersion\": 1,", NOTE),
                item("k3", "IssueVisa", path, "{\"applicantId\": \"a1\", \"annotation\": null}"),
                item("k4", "AddCaseNote", path, "{\"text\": 7}"),
                item("k5", "NotifyVisaAvailability", path, "{\"transmittedOn\": \"2024-01-15\"}"),
                item("k1", "AddCaseNote", path, NOTE),
                item("k1", "AddCaseNote", path, "{\"text\": \"another\"}"),
                item("k6", "AddCaseNote", onCase(NOBODYS), NOTE),
                item("k7", "AddCaseNote", numbered("MNL2024999999"), NOTE),
                item("k8", "AddCaseNote", elsewhere, NOTE),
                item("k9", "AddCaseNote", path, NOTE));
        isOutcome(outcomes.get(0), 200, "none");
        isOutcome(outcomes.get(1), 412, "VERSION_MISMATCH");
        assertThat(outcomes.get(1).get("headers").get("ETag").stringValue()).isEqualTo("\"2\"");
        isOutcome(outcomes.get(2), 422, "NOT_EXECUTED");
        isOutcome(outcomes.get(3), 400, "MALFORMED_REQUEST");
        assertThat(outcomes.get(3).at("/body/errors/0/pointer").stringValue()).isEqualTo("/text");
        isOutcome(outcomes.get(4), 403, "FORBIDDEN_ROLE");
        assertThat(outcomes.get(5).get("headers").get("Idempotency-Replayed").stringValue())
                .isEqualTo("true");
        assertThat(outcomes.get(5).get("body")).isEqualTo(outcomes.get(0).get("body"));
        isOutcome(outcomes.get(6), 422, "IDEMPOTENCY_KEY_REUSED");
        isOutcome(outcomes.get(7), 404, "NOT_FOUND");
        isOutcome(outcomes.get(8), 404, "NOT_FOUND");
        isOutcome(outcomes.get(9), 200, "none");
        isOutcome(outcomes.get(10), 200, "none");
        assertThat(outcomes.get(10).get("body").get("version").longValue()).isEqualTo(3);
    }

    @Test
    void a_key_is_good_for_both_ways() {
        var path = api.register("MNL2024000001", "MNL");
        var alone = api.as("officer-a").post(path + "/commands/AddCaseNote", NOTE, "Idempotency-Key", "k1");
        var again = outcomes("officer-a", item("k1", "AddCaseNote", onCase(path), NOTE))
                .get(0);
        assertThat(again.get("headers").get("Idempotency-Replayed").stringValue())
                .isEqualTo("true");
        assertThat(again.get("body")).isEqualTo(alone.isStatus(200).json());

        var registration = Api.registration("MNL2024000002", "MNL");
        var first =
                outcomes("intake", item("k2", "RegisterCase", "", registration)).get(0);
        var second = api.post(CASES, registration, "Idempotency-Key", "k2").isStatus(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.json()).isEqualTo(first.get("body"));
    }

    @Test
    void a_batch_that_is_sent_again_is_answered_again() {
        String[] items = {
            item("k1", "RegisterCase", "", Api.registration("MNL2024000001", "MNL")),
            item("k2", "ApplyForVisa", numbered("MNL2024000001"), APPLICATION),
            item("k3", "ApplyForVisa", numbered("MNL2024000001"), APPLICATION)
        };
        var first = outcomes("intake", items);
        isOutcome(first.get(2), 422, "ALREADY_EXECUTED");
        var head = cases.head();
        var second = outcomes("intake", items);
        for (var i = 0; i < items.length; i++) {
            assertThat(second.get(i).get("status")).isEqualTo(first.get(i).get("status"));
            assertThat(second.get(i).get("body")).isEqualTo(first.get(i).get("body"));
            assertThat(second.get(i).get("headers").get("Idempotency-Replayed").stringValue())
                    .isEqualTo("true");
        }
        assertThat(cases.head()).isEqualTo(head);
    }

    @Test
    void what_is_wrong_with_the_whole_is_a_problem_of_the_whole_and_nothing_is_done() {
        var path = api.register("MNL2024000001", "MNL");
        var note = item("k", "AddCaseNote", onCase(path), NOTE);
        var officer = api.as("officer-a");
        officer.post(BATCH, "{}").isFaultAt("/items");
        officer.post(BATCH, "{\"items\": {}}").isFaultAt("/items");
        officer.post(BATCH, "[" + note + "]").isFaultAt("");
        officer.post(BATCH, "{\"items\": [" + note + "], \"dryRun\": true}").isFaultAt("/dryRun");
        officer.post(BATCH, "{\"items\": [" + note + "], \"stopCaseOnFailure\": 1}")
                .isFaultAt("/stopCaseOnFailure");
        officer.post(BATCH + "?dryRun=true", "{\"items\": [" + note + "]}").isFaultOf("dryRun");
        officer.post(BATCH, "{\"items\": [" + note + "]}", "If-Match", "\"1\"").isProblem(400, "MALFORMED_REQUEST");
        officer.post(BATCH, "{\"items\": [" + "7,".repeat(500) + note + "]}").isFaultAt("/items");
        officer.post(BATCH, "{\"items\": [\"" + "x".repeat(1 << 20) + "\"]}").isProblem(413, "PAYLOAD_TOO_LARGE");
        assertThat(cases.head()).isEqualTo(1);
        assertThat(officer.post(BATCH, "{\"items\": [" + "7,".repeat(499) + note + "]}")
                        .isStatus(200)
                        .json()
                        .get("outcomes"))
                .hasSize(500);
        assertThat(cases.head()).isEqualTo(2);
        assertThat(officer.post(BATCH, "{\"items\": []}").isStatus(200).json().get("outcomes"))
                .isEmpty();
    }

    @Test
    void the_first_failure_ends_what_is_done_on_its_case_where_that_is_asked() {
        var path = api.register("MNL2024000001", "MNL");
        var body = "{\"stopCaseOnFailure\": true, \"items\": ["
                + String.join(
                        ", ",
                        "7",
                        item("k1", "AddCaseNote", onCase(path), "{}"),
                        item("k2", "AddCaseNote", numbered("MNL2024000001"), NOTE))
                + "]}";
        var outcomes =
                api.as("officer-a").post(BATCH, body).isStatus(200).json().get("outcomes");
        isOutcome(outcomes.get(1), 400, "MALFORMED_REQUEST");
        isOutcome(outcomes.get(2), 424, "NOT_ATTEMPTED");
        assertThat(outcomes.get(2).at("/body/instance").stringValue()).isEqualTo(BATCH + "#/items/2");
        isOutcome(
                outcomes("officer-a", item("k2", "AddCaseNote", onCase(path), NOTE))
                        .get(0),
                200,
                "none");
    }

    @Test
    void without_a_database_every_item_says_so_or_was_not_attempted() {
        var path = api.register("MNL2024000001", "MNL");
        cases.failWith(new DataAccessResourceFailureException("away"));
        var outcomes = outcomes(
                "officer-a",
                item("k1", "AddCaseNote", onCase(path), NOTE),
                item("k2", "AddCaseNote", onCase(path), NOTE));
        isOutcome(outcomes.get(0), 503, "SERVICE_UNAVAILABLE");
        assertThat(outcomes.get(0).get("headers").get("Retry-After").stringValue())
                .isEqualTo("5");
        isOutcome(outcomes.get(1), 424, "NOT_ATTEMPTED");
        // which case has a number can't be asked then, so nothing can be begun
        give("officer-a", item("k3", "AddCaseNote", numbered("MNL2024000001"), NOTE))
                .isProblem(503, "SERVICE_UNAVAILABLE");
    }

    @Test
    void commands_are_no_reads_in_a_batch_either_since_the_log_names_who_gave_them() {
        var path = api.register("MNL2024000001", "MNL");
        accesses.clear();
        outcomes("officer-a", item("k1", "AddCaseNote", onCase(path), NOTE));
        assertThat(accesses.all()).isEmpty();
        assertThat(cases.last().actor().officer().value()).isEqualTo("officer-a");
    }
}
