package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the how-to of imports says, done with its own file and the script. */
class ImportIT {
    private static final Path PAGE = Path.of("..", "docs", "how-to", "import-cases.md");
    private static final Pattern CSV = Pattern.compile("```csv\n(.*?)```", Pattern.DOTALL);
    private static final String NUMBER = "MNL2019000123";

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private static Path folder;

    private static PackagedService service;

    @BeforeAll
    static void start() {
        service = PackagedService.start("local", folder, "--consular.samples=false");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String example() throws Exception {
        var found = CSV.matcher(Files.readString(PAGE));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** How many rows were accepted, were in already, and were rejected. */
    private record Rows(long accepted, long already, long rejected) {}

    private ImportScript.End send(Path file, String... options) throws Exception {
        var end = ImportScript.run(service.uri(), Map.of("IMPORT_PASSWORD", "local"), file, options);
        assertThat(end.status()).as(end.printed()).isZero();
        return end;
    }

    private static JsonNode answer(ImportScript.End end) {
        return JSON.readTree(end.printed().lines().findFirst().orElseThrow());
    }

    private static Rows rows(ImportScript.End end) {
        var answer = answer(end);
        assertThat(answer.get("malformed").asLong()).isZero();
        return new Rows(
                answer.get("accepted").asLong(),
                answer.get("already").asLong(),
                answer.get("rejected").asLong());
    }

    /** The case of a file's first row, by its report. */
    private HttpResponse<String> theCase(ImportScript.End end) {
        var path = answer(end).get("report").asString();
        var report = service.send("GET", path, null, "admin", "Accept", "application/jsonl");
        var first = JSON.readTree(report.body().lines().findFirst().orElseThrow());
        return service.send("GET", "/api/v1/cases/" + first.get("caseId").asString(), null, "auditor");
    }

    @Test
    void a_file_is_tried_out_brought_in_once_and_told_what_is_wrong_with_it() throws Exception {
        var text = example();
        var file = Files.writeString(folder.resolve("history.csv"), text);
        var tried = send(file, "--dry-run");
        assertThat(rows(tried)).isEqualTo(new Rows(3, 0, 0));
        assertThat(theCase(tried).statusCode()).isEqualTo(404);

        var sent = send(file);
        assertThat(rows(sent)).isEqualTo(new Rows(3, 0, 0));
        var first = theCase(sent);
        assertThat(JSON.readTree(first.body()).get("caseNumber").asString()).isEqualTo(NUMBER);
        assertThat(rows(send(file))).isEqualTo(new Rows(3, 0, 0));
        assertThat(theCase(sent).body()).isEqualTo(first.body());

        var issuedAgain = text.lines().toList().getLast().replace("T15:", "T16:");
        var end = send(Files.writeString(folder.resolve("longer.csv"), text + issuedAgain + "\n"));
        assertThat(rows(end)).isEqualTo(new Rows(0, 3, 1));
        assertThat(end.printed().lines().toList().getLast())
                .contains("\"4\",\"REJECTED\",\"" + NUMBER + "\"", "ALREADY_ISSUED");
    }
}
