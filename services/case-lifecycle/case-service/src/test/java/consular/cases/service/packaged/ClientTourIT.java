package consular.cases.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import consular.cases.client.CaseClient;
import consular.cases.client.Command;
import consular.cases.client.CommandAnswer;
import consular.cases.client.Credentials;
import consular.cases.client.LoggedEvent;
import consular.cases.client.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour of the README, taken with the Java client on the packaged service. The code of the how-to is from here. */
class ClientTourIT {

    private static final Path HOW_TO = Path.of("../docs/how-to/use-the-java-client.md");
    private static final String CODE = "```java\n";

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

    private static CaseClient as(String user) {
        return CaseClient.of(service.uri(), Credentials.basic(user, "local"));
    }

    private static void clock(String instant) {
        try (var admin = as("admin")) {
            assertThat(admin.put("/simulation/clock", Map.of("now", instant))
                            .path("now")
                            .asString())
                    .isEqualTo(instant);
        }
    }

    private static Command registration(String number) {
        return Command.register(Map.of(
                "caseNumber",
                number,
                "post",
                "MNL",
                "category",
                "IMMIGRANT",
                "visaClass",
                "IR1",
                "petition",
                Map.of("type", "I-130", "receiptNumber", "WAC2390012345"),
                "applicants",
                List.of(Map.of(
                        "applicantId", "a1",
                        "role", "PRINCIPAL",
                        "familyName", "Santos",
                        "givenName", "Maria",
                        "dateOfBirth", "1990-04-12",
                        "nationality", "PH"))));
    }

    private static Command application(String caseId, String receipt) {
        return Command.on(
                caseId,
                "ApplyForVisa",
                Map.of(
                        "applicantId", "a1",
                        "form", "DS-260",
                        "fee", Map.of("paid", true, "receipt", receipt, "place", "NVC")));
    }

    @Test
    void the_tour_of_the_readme() {
        clock("2024-03-05T02:00:00Z");
        try (var intake = as("intake");
                var officer = as("officer-a");
                var auditor = as("auditor")) {
            var registered = intake.give(registration("MNL2024012345"));
            var caseId = registered.caseId();
            intake.give(Command.on(caseId, "NotifyVisaAvailability", Map.of("transmittedOn", "2024-03-04")));
            officer.give(application(caseId, "R-1"));
            var refusal = officer.give(Command.on(
                    caseId,
                    "Refuse221g",
                    Map.of("applicantId", "a1", "reasons", List.of(Map.of("annotation", "Or BC")))));
            var finding = findingOf(refusal);

            assertThat(officer.caseOf(caseId).at("/applicants/0/state").asString())
                    .isEqualTo("REFUSED");
            assertThat(officer.list("/cases/" + caseId + "/deadlines", Map.of()))
                    .isNotEmpty();
            var issue = Command.on(caseId, "IssueVisa", Map.of("applicantId", "a1"));
            var no = catchThrowableOfType(ProblemException.class, () -> officer.give(issue))
                    .problem();
            assertThat(no.code()).isEqualTo("FINDINGS_ACTIVE");
            assertThat(no.citation()).isNotBlank();

            clock("2024-06-10T02:00:00Z");
            intake.give(Command.on(
                    caseId,
                    "PresentEvidence",
                    Map.of(
                            "applicantId", "a1",
                            "findingIds", List.of(finding),
                            "documents",
                                    List.of(Map.of(
                                            "type", "BC", "original", true, "description", "Birth certificate")))));
            officer.give(
                    Command.on(caseId, "OvercomeRefusal", Map.of("findingIds", List.of(finding), "basis", "EVIDENCE")));
            var again = Command.on(caseId, "IssueVisa", Map.of("applicantId", "a1"));
            assertThat(officer.tryOut(again).events()).extracting("type").contains("VisaIssued");
            var issued = officer.give(again);
            assertThat(officer.give(again)).isEqualTo(issued);

            assertThat(auditor.read("/cases/" + caseId, Map.of("version", 4))
                            .at("/applicants/0/state")
                            .asString())
                    .isEqualTo("REFUSED");
            var letter = officer.bytes(
                    "/cases/" + caseId + "/letters/" + refusal.made("refusalId").orElseThrow(), Map.of(), "text/plain");
            assertThat(letter).asString(UTF_8).contains("221(g)");
            var windows = officer.list("/fee-windows", Map.of("post", "MNL", "atLeast", issued.asSeen()))
                    .map(row -> row.path("caseId").asString())
                    .toList();
            assertThat(windows).contains(caseId);
        }
    }

    @Test
    void follows_what_happens_to_a_case_while_it_happens() throws InterruptedException {
        clock("2024-03-05T02:00:00Z");
        List<LoggedEvent> seen = new CopyOnWriteArrayList<>();
        try (var intake = as("intake");
                var auditor = as("auditor")) {
            var number = Requests.caseNumber();
            var following = Thread.ofVirtual().start(() -> {
                try {
                    auditor.follow(0, event -> {
                        seen.add(event);
                    });
                } catch (InterruptedException end) {
                    Thread.currentThread().interrupt();
                }
            });
            var caseId = intake.give(registration(number)).caseId();
            intake.give(Command.on(caseId, "NotifyVisaAvailability", Map.of("transmittedOn", "2024-03-04")));
            var applied = intake.give(application(caseId, "R-1"));
            awaitCount(seen, caseId, applied.version());
            following.interrupt();
            following.join();
            assertThat(seen.stream().filter(event -> event.subject().equals(caseId)))
                    .extracting(LoggedEvent::type)
                    .startsWith("CaseRegistered", "VisaAvailabilityNotified", "ApplicationExecuted");
        }
    }

    @Test
    void many_commands_have_each_their_outcome() {
        clock("2024-03-05T02:00:00Z");
        try (var intake = as("intake")) {
            var number = Requests.caseNumber();
            var outcomes = intake.giveAll(List.of(
                    registration(number).withKey("monday/1-" + number),
                    Command.onNumber(number, "NotifyVisaAvailability", Map.of("transmittedOn", "2024-03-04"))
                            .withKey("monday/2-" + number)
                            .ifVersion(1)));
            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome.answer()).isPresent());
        }
    }

    private static Map<String, Object> traveller() {
        return Map.of(
                "nationality", "IN",
                "visaClass", "H1B",
                "visited", "CONTIGUOUS",
                "departedOn", "2024-03-01",
                "returnsOn", "2024-03-08",
                "i94ValidUntil", "2025-09-30",
                "appliedForVisaDuringAbsence", false);
    }

    @Test
    void what_has_no_method_of_its_own_is_said_by_its_path() throws IOException {
        clock("2024-03-05T02:00:00Z");
        try (var intake = as("intake");
                var officer = as("officer-a");
                var auditor = as("auditor")) {
            var screened = officer.post("/screenings/automatic-revalidation", Map.of(), traveller(), "monday/3");
            assertThat(screened.isObject()).isTrue();
            assertThat(officer.post("/screenings/automatic-revalidation", Map.of(), traveller(), "monday/3"))
                    .isEqualTo(screened);

            var registered = intake.give(registration(Requests.caseNumber()));
            assertThat(officer.search(Map.of("post", List.of("MNL", "GUZ"), "atLeast", registered.asSeen()), "Santos"))
                    .extracting(row -> row.path("caseId").asString())
                    .contains(registered.caseId());

            var log = folder.resolve("log.zip");
            auditor.download("/audit/export", Map.of(), "application/zip", log);
            try (var whole = new ZipFile(log.toFile())) {
                assertThat(whole.size()).isPositive();
            }
        }
    }

    private static String findingOf(CommandAnswer refusal) {
        return refusal.events().stream()
                .map(event -> event.payload().at("/findings/0/findingId"))
                .filter(id -> id.isString())
                .map(id -> id.stringValue())
                .findFirst()
                .orElseThrow();
    }

    private static void awaitCount(List<LoggedEvent> seen, String caseId, long count) throws InterruptedException {
        var end = System.nanoTime() + 30_000_000_000L;
        while (seen.stream().filter(event -> event.subject().equals(caseId)).count() < count) {
            assertThat(System.nanoTime()).as("events that came: %s", seen).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Test
    void the_code_of_the_how_to_is_that_of_this_tour() throws IOException {
        var source = Files.readString(Path.of("src/test/java/consular/cases/service/packaged/ClientTourIT.java"));
        var shown = Files.readString(HOW_TO).split(CODE, -1);
        assertThat(shown).as("the page has code").hasSizeGreaterThan(3);
        for (var part = 1; part < shown.length; part++) {
            var code = shown[part].substring(0, shown[part].indexOf("```"));
            assertThat(flat(source)).contains(flat(code));
        }
    }

    private static String flat(String code) {
        return code.replaceAll("\\s", "");
    }
}
