package consular.cases.domain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A scenario of the rule sheet, read from its file; a scenario with variants is read as one of each. The
 * format is told in the README beside the files.
 */
public record GoldenScenario(String id, String title, List<String> rules, String post, List<JsonNode> steps) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The scenarios that there are files of. */
    static final List<String> IDS = List.of(
            "D-01", "G-01", "G-02", "G-03", "G-04", "G-05", "G-06", "G-07", "G-08", "G-09", "G-10", "G-12", "G-13",
            "G-15", "G-16", "G-17", "G-19", "G-20", "G-21", "G-22", "G-23", "G-25", "G-26", "G-27", "G-29", "G-30",
            "G-31", "G-33", "G-34", "G-36", "G-38", "N-01", "N-02", "N-03", "N-04", "N-05", "N-06", "N-07", "N-08",
            "N-11", "N-12", "P-01", "Q-09", "W-05");

    public GoldenScenario {
        rules = List.copyOf(rules);
        steps = List.copyOf(steps);
    }

    /** Every scenario, in the order of the rule sheet. */
    public static Stream<GoldenScenario> all() {
        return IDS.stream().flatMap(id -> read(resource(id + ".json")));
    }

    /** Short histories in which each rejection that a case can meet is met at least once. */
    public static Stream<GoldenScenario> rejections() {
        return read(resource("rejections.json"));
    }

    /** Short histories of acts that the law allows only behind others, at whatever time of a Monday the clock shows. */
    public static Stream<GoldenScenario> acts() {
        return read(resource("acts.json"));
    }

    private static Stream<GoldenScenario> read(JsonNode file) {
        var id = file.required("id").asString();
        var title = file.required("title").asString();
        var rules = strings(file.path("rules"));
        var post = file.required("post").asString();
        var steps = list(file.required("steps"));
        if (!file.has("variants")) {
            return Stream.of(new GoldenScenario(id, title, rules, post, steps));
        }
        return file.required("variants")
                .valueStream()
                .map(variant -> new GoldenScenario(
                        id + "(" + variant.required("id").asString() + ")",
                        title + ": " + variant.required("title").asString(),
                        rules,
                        variant.path("post").asString(post),
                        Stream.concat(steps.stream(), variant.required("steps").valueStream())
                                .toList()));
    }

    /** What its file is named by, and with it all its variants. */
    public String family() {
        return id.replaceFirst("\\(.*", "");
    }

    /** Whether it tells what the clock shows. */
    public boolean movesTheClock() {
        return steps.stream().anyMatch(step -> step.has("clock"));
    }

    /** Takes every step of the scenario on a fresh case. */
    public void run(CaseDriver driver) {
        var zone = driver.zoneOf(post);
        for (var i = 0; i < steps.size(); i++) {
            take(steps.get(i), "%s, step %d: %s".formatted(id, i + 1, steps.get(i)), zone, driver);
        }
    }

    /** Takes the acts of the scenario alone, one after another, whatever comes of them. */
    public void act(CaseActor actor) {
        var zone = actor.zoneOf(post);
        steps.forEach(step -> act(step, zone, actor));
    }

    private void take(JsonNode step, String where, ZoneId zone, CaseDriver driver) {
        if (step.has("clock") || step.has("command") || step.has("quasiRefusal")) {
            assertThat(act(step, zone, driver).orElse("accepted"))
                    .as(where)
                    .isEqualTo(step.path("expect").path("rejected").asString("accepted"));
        } else if (step.has("expectState")) {
            var state = driver.state();
            step.required("expectState")
                    .propertyStream()
                    .forEach(it -> assertThat(at(state, it.getKey()))
                            .as("%s%n%s", where, it.getKey())
                            .isEqualTo(it.getValue().toString()));
        } else if (step.has("expectEvents")) {
            assertThat(driver.eventTypes()).as(where).containsAll(strings(step.required("expectEvents")));
        } else if (step.has("expectNoEvents")) {
            assertThat(driver.eventTypes())
                    .as(where)
                    .doesNotContainAnyElementsOf(strings(step.required("expectNoEvents")));
        } else if (step.has("expectDeadline")) {
            expectDeadline(step.required("expectDeadline"), where, driver);
        } else if (step.has("expectReply")) {
            expectReply(step.required("expectReply"), where, driver);
        } else if (step.has("expectLetter")) {
            expectLetter(step.required("expectLetter"), where, driver);
        } else if (step.has("expectPayload")) {
            expectPayload(step.required("expectPayload"), where, driver);
        } else if (step.has("expectReport28")) {
            expectReport28(step.required("expectReport28"), where, driver);
        } else {
            throw new IllegalArgumentException("unknown step at " + where);
        }
    }

    /** An act that a step tells of, if it does; the code of the rejection, if it is rejected. */
    private Optional<String> act(JsonNode step, ZoneId zone, CaseActor actor) {
        if (step.has("clock")) {
            actor.moveClock(instant(step.required("clock").asString(), zone));
        } else if (step.has("command")) {
            return give(step, zone, actor);
        } else if (step.has("quasiRefusal")) {
            actor.recordQuasiRefusal(step.required("as").asString(), quasiRefusal(step.required("quasiRefusal")));
        }
        return Optional.empty();
    }

    private Optional<String> give(JsonNode step, ZoneId zone, CaseActor actor) {
        var command = step.required("command").asString();
        var effectiveAt = step.path("effectiveAt").asString("");
        return actor.give(
                step.required("as").asString(),
                command,
                body(command, step.path("body")),
                effectiveAt.isEmpty() ? null : instant(effectiveAt, zone),
                step.has("lateEntryReason") ? step.required("lateEntryReason").asString() : null);
    }

    /** The command's default body, with what the scenario says put over it. */
    private ObjectNode body(String command, JsonNode given) {
        var body = switch (command) {
            case "RegisterCase", "ApplyForVisa" -> (ObjectNode) resource("defaults/" + command + ".json");
            default -> JSON.createObjectNode();
        };
        if (command.equals("RegisterCase")) {
            body.put("caseNumber", id.replaceAll("[^A-Za-z0-9]", "")).put("post", post);
        }
        given.propertyStream().forEach(it -> body.set(it.getKey(), it.getValue()));
        return body;
    }

    private ObjectNode quasiRefusal(JsonNode given) {
        var body = (ObjectNode) resource("defaults/QuasiRefusal.json");
        body.put("post", post);
        given.propertyStream().forEach(it -> body.set(it.getKey(), it.getValue()));
        return body;
    }

    private static void expectReply(JsonNode expected, String where, CaseDriver driver) {
        var reply =
                driver.payloads("InquiryAnswered").getLast().required("text").asString();
        assertThat(reply).as(where).contains(strings(expected.path("says")));
        strings(expected.path("saysNot"))
                .forEach(text -> assertThat(reply).as(where).doesNotContain(text));
    }

    /** A sentence of the law stands on a line of its own, to the byte; anything else may be broken where a line ends. */
    private static void expectLetter(JsonNode expected, String where, CaseDriver driver) {
        driver.letter(
                        expected.required("letterId").asString(),
                        expected.path("language").asString("en"))
                .ifPresent(letter -> {
                    var unbroken = letter.replaceAll("\\s+", " ");
                    assertThat(letter.lines()).as(where).containsAll(strings(expected.path("lines")));
                    strings(expected.path("says"))
                            .forEach(text -> assertThat(unbroken).as(where).contains(text));
                    strings(expected.path("saysNot"))
                            .forEach(text -> assertThat(unbroken).as(where).doesNotContain(text));
                });
    }

    private static void expectPayload(JsonNode expected, String where, CaseDriver driver) {
        var latest = driver.payloads(expected.required("type").asString()).getLast();
        expected.required("holds")
                .propertyStream()
                .forEach(it -> assertThat(at(latest, it.getKey()))
                        .as("%s%n%s", where, it.getKey())
                        .isEqualTo(it.getValue().toString()));
    }

    /** No row but these, each with the values given. */
    private static void expectReport28(JsonNode expected, String where, CaseDriver driver) {
        var rows = driver.report28(expected.required("fiscalYear").asInt());
        var wanted = list(expected.required("rows"));
        assertThat(rows).as(where).hasSameSizeAs(wanted);
        for (var i = 0; i < wanted.size(); i++) {
            var row = rows.get(i);
            wanted.get(i)
                    .propertyStream()
                    .forEach(it -> assertThat(row.path(it.getKey()).toString())
                            .as("%s%n%s", where, it.getKey())
                            .isEqualTo(it.getValue().toString()));
        }
    }

    private static void expectDeadline(JsonNode expected, String where, CaseDriver driver) {
        var found = new ArrayList<JsonNode>();
        for (var deadline : driver.deadlines()) {
            if (deadline.path("kind").equals(expected.required("kind"))) {
                found.add(deadline);
            }
        }
        assertThat(found).as(where).hasSize(1);
        expected.propertyStream()
                .forEach(it -> assertThat(found.getFirst().path(it.getKey()))
                        .as("%s%n%s", where, it.getKey())
                        .isEqualTo(it.getValue()));
    }

    /** The value as JSON text, so that an int is equal to a long; a missing member is null. */
    private static String at(JsonNode state, String pointer) {
        var value = state.at(pointer);
        return value.isMissingNode() ? "null" : value.toString();
    }

    private static Instant instant(String time, ZoneId zone) {
        return hasOffset(time)
                ? OffsetDateTime.parse(time).toInstant()
                : LocalDateTime.parse(time).atZone(zone).toInstant();
    }

    private static boolean hasOffset(String time) {
        return time.endsWith("Z") || time.matches(".*[+-]\\d\\d:\\d\\d");
    }

    private static List<JsonNode> list(JsonNode array) {
        return array.valueStream().toList();
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode resource(String name) {
        try (var file = open(name)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no golden file " + name);
            }
            return JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static @Nullable InputStream open(String name) {
        return GoldenScenario.class.getResourceAsStream("/golden/" + name);
    }

    @Override
    public String toString() {
        return id + " " + title;
    }
}
