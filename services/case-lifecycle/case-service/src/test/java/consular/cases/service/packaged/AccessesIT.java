package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who read what from the packaged service is there for the auditor by the time that the reader has the answer. */
class AccessesIT {
    private static final Instant TUESDAY = Instant.parse("2024-03-05T10:00:00Z");

    @TempDir
    private static Path folder;

    private static PackagedService service;

    @BeforeAll
    static void start() {
        service = PackagedService.start("simulation", folder);
        SimulationClockIT.set(service, TUESDAY);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void who_read_a_case_and_who_was_refused_is_found_by_case() {
        var caseId = HttpCase.register(service, "LND").applied().refused().id();
        var path = "/api/v1/cases/" + caseId;
        var shown = service.send("GET", path, null, "officer-b");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(service.send("GET", path + "/events", null, "officer-cdj").statusCode())
                .isEqualTo(403);
        assertThat(service.awaitSeen("/api/v1/fee-windows?limit=500&atLeast=" + caseId + ":3", "visa-office")
                        .statusCode())
                .isEqualTo(200);

        var accesses =
                service.get("/api/v1/audit/accesses?case=" + caseId, "auditor").get("items");

        assertThat(accesses.valueStream().map(AccessesIT::line).toList())
                .contains("visa-office read-fee-windows 200", "officer-cdj readHistory 403", "officer-b readCase 200");
        assertThat(accesses.toString())
                .contains(shown.headers().firstValue("X-Request-Id").orElseThrow())
                .doesNotContain("Santos");
    }

    @Test
    void an_export_is_recorded_before_its_first_byte() {
        HttpCase.register(service, "LND");
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        // until the first checkpoint is signed
        while (service.send("GET", "/api/v1/audit/export", null, "admin").statusCode() != 200) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(100_000_000);
        }
        var last = service.get("/api/v1/audit/accesses?user=admin&limit=5", "auditor");
        assertThat(last.get("items").valueStream().map(AccessesIT::line)).contains("admin exportLog 200");
    }

    private static String line(JsonNode access) {
        return access.get("user").asString() + " " + access.get("operation").asString() + " "
                + access.get("status").asInt();
    }
}
