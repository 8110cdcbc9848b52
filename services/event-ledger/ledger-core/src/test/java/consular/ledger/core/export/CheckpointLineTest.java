package consular.ledger.core.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointLineTest {

    private static final String NOTE = "log.example/\"cases\"\\\n200\nroot=\n\n\u2014 log.example/cases AAAA\n";
    private static final String LINE =
            "\"log.example/\\\"cases\\\"\\\\\\n200\\nroot=\\n\\n\u2014 log.example/cases AAAA\\n\"";

    private static Optional<String> decode(String line) {
        var bytes = ("x" + line + "\"").getBytes(UTF_8);
        return CheckpointLine.decode(bytes, 1, bytes.length - 2).map(note -> new String(note, UTF_8));
    }

    @Test
    void a_note_of_many_lines_is_one_text() {
        assertThat(new String(CheckpointLine.encode(NOTE.getBytes(UTF_8)), UTF_8))
                .isEqualTo(LINE);
        assertThat(decode(LINE)).contains(NOTE);
    }

    @Test
    void the_longest_note_fits_into_the_longest_line() {
        var note = new byte[Export.MAX_NOTE];
        java.util.Arrays.fill(note, (byte) '\n');
        assertThat(CheckpointLine.encode(note)).hasSize(CheckpointLine.MAX_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"",
                "\"a",
                "a\"",
                "\"a\" ",
                " \"a\"",
                "\"a\"b\"",
                "\"\\u000a\"",
                "\"\\/\"",
                "null",
                "{\"note\":\"a\"}",
                "\"\t\""
            })
    void another_spelling_is_no_checkpoint(String line) {
        assertThat(decode(line)).isEmpty();
    }

    @Test
    void a_line_that_ends_anywhere_earlier_is_none() {
        for (var length = 0; length < LINE.length(); length++) {
            assertThat(decode(LINE.substring(0, length))).isEmpty();
        }
    }

    @Test
    void what_is_not_utf8_is_no_note() {
        assertThatThrownBy(() -> CheckpointLine.encode(new byte[] {(byte) 0xff}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
