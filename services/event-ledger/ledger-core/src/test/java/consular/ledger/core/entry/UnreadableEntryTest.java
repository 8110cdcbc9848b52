package consular.ledger.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableEntryTest {

    @Test
    void the_line_is_json_and_gives_the_reason_back() {
        var line = UnreadableEntry.encode("nothing is stored at this index");

        assertThat(text(line)).isEqualTo("{\"unreadable\":\"nothing is stored at this index\"}");
        assertThat(reason(text(line))).contains("nothing is stored at this index");
        assertThat(reason("{\"unreadable\":\"\"}")).contains("");
    }

    @Test
    void a_reason_is_cut_and_loses_what_would_have_to_be_escaped() {
        assertThat(text(UnreadableEntry.encode("a\"b\\c\nd\u00e9 ~"))).isEqualTo("{\"unreadable\":\"a?b?c?d? ~\"}");
        assertThat(reason(text(UnreadableEntry.encode("x".repeat(1000)))).orElseThrow())
                .hasSize(400);
    }

    @Test
    void it_may_stand_anywhere_in_a_buffer() {
        var line = text(UnreadableEntry.encode("why"));
        var bytes = ("ab" + line + "cd").getBytes(StandardCharsets.UTF_8);

        assertThat(UnreadableEntry.reason(bytes, 2, line.length())).contains("why");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"unreadable\":\"",
                "{\"unreadable\":\"}",
                "{\"unreadable\":\"a",
                "{\"unreadable\":\"a\"b\"}",
                "{\"unreadable\":\"a\\nb\"}",
                "{\"unreadable\":\"\u00e9\"}",
                " {\"unreadable\":\"a\"}",
                "{\"unreadable\":null}"
            })
    void what_is_spelt_otherwise_is_no_such_line(String line) {
        assertThat(reason(line)).isEmpty();
    }

    @Test
    void neither_is_one_that_is_too_long() {
        assertThat(reason("{\"unreadable\":\"" + "x".repeat(400) + "\"}")).isPresent();
        assertThat(reason("{\"unreadable\":\"" + "x".repeat(401) + "\"}")).isEmpty();
    }

    private static Optional<String> reason(String line) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        return UnreadableEntry.reason(bytes, 0, bytes.length);
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }
}
