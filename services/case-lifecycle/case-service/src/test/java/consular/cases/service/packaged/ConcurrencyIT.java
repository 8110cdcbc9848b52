package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Many writers on one case at once. */
class ConcurrencyIT {
    @Test
    void fifty_writers_on_one_case_all_get_through_and_each_event_has_its_place(@TempDir Path folder) throws Exception {
        try (var service = PackagedService.start("simulation", folder);
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var registered = service.send(
                    "POST", "/api/v1/cases", Requests.registration(Requests.caseNumber(), "MNL"), "intake");
            var path = "/api/v1/cases/"
                    + JsonMapper.shared()
                            .readTree(registered.body())
                            .get("caseId")
                            .asString();
            var answers = IntStream.range(0, 50)
                    .mapToObj(i -> writers.submit(() ->
                            untilItsTurn(service, path + "/commands/AddCaseNote", "{\"text\": \"note " + i + "\"}")))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(200);
            }
            var events = service.get(path + "/events?limit=500", "auditor").get("items");
            assertThat(events.valueStream().map(event -> event.get("sequence").asLong()))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 51).mapToObj(Long::valueOf).toList());
        }
    }

    /** As any client would: on a slow machine the last of them have waited too long for their turn. */
    private static HttpResponse<String> untilItsTurn(PackagedService service, String path, String body) {
        var key = UUID.randomUUID().toString();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        var answer = service.send("POST", path, body, "officer-a", "Idempotency-Key", key);
        while (answer.statusCode() == 503 && System.nanoTime() < end) {
            answer = service.send("POST", path, body, "officer-a", "Idempotency-Key", key);
        }
        return answer;
    }
}
