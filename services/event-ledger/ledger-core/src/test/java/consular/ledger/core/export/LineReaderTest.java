package consular.ledger.core.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    /** Gives a few bytes at a time, as a network does. */
    private static InputStream dripping(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(5000)));
            }
        };
    }

    private static List<String> lines(LineReader reader) throws BrokenExport {
        List<String> lines = new ArrayList<>();
        while (reader.next()) {
            lines.add(new String(reader.buffer(), reader.offset(), reader.length(), ISO_8859_1));
        }
        return lines;
    }

    private static LineReader reader(String text, int longest) {
        return new LineReader("file", new ByteArrayInputStream(text.getBytes(ISO_8859_1)), longest);
    }

    @Test
    void lines_of_every_length_and_byte_come_back() throws BrokenExport {
        var random = new Random(2);
        for (var round = 0; round < 30; round++) {
            List<String> lines = new ArrayList<>();
            for (var count = random.nextInt(200); count > 0; count--) {
                var line = new StringBuilder();
                for (var length = random.nextInt(random.nextInt(40) == 0 ? 100_000 : 40); length > 0; length--) {
                    var letter = (char) random.nextInt(256);
                    line.append(letter == '\n' ? '\u000b' : letter);
                }
                lines.add(line.toString());
            }
            var text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
            var reader = new LineReader("file", dripping(text.getBytes(ISO_8859_1), random), 100_000);
            assertThat(lines(reader)).isEqualTo(lines);
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void a_line_may_be_as_long_as_it_may_be() throws BrokenExport {
        assertThat(lines(reader("12345\n\n123\n", 5))).containsExactly("12345", "", "123");
        assertThatThrownBy(() -> lines(reader("12345\n123456\n", 5))).hasMessage("file: line 2 is longer than 5 bytes");
        assertThatThrownBy(() -> lines(reader("123456", 5))).hasMessage("file: line 1 is longer than 5 bytes");
    }

    @Test
    void memory_is_bounded_by_the_longest_line() {
        var endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                given++;
                return 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                given += length;
                return length;
            }
        };
        assertThatThrownBy(() -> new LineReader("file", endless, 1_000_000).next())
                .isInstanceOf(BrokenExport.class);
        assertThat(endless.given).isLessThan(3_000_000);
    }

    @Test
    void the_last_line_has_to_be_ended() {
        assertThatThrownBy(() -> lines(reader("a\nb", 5))).hasMessage("file: it ends within line 2");
    }

    @Test
    void a_file_that_cannot_be_read_on_is_told_by_name() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException();
            }
        };
        assertThatThrownBy(() -> new LineReader("file", broken, 5).next())
                .hasMessage("file: it cannot be read: IOException");
    }
}
