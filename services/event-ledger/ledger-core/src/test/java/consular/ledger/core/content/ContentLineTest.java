package consular.ledger.core.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.core.hash.Hash;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentLineTest {

    private static final byte[] SALT = HexFormat.of().parseHex("5a".repeat(32));
    private static final byte[] KEY = HexFormat.of().parseHex("0f".repeat(32));

    private static byte[] clear(String text) {
        return text.getBytes(UTF_8);
    }

    private static String line(String clear, Content.Secret secret) {
        return new String(ContentLine.encode(new Content(clear(clear), secret)), UTF_8);
    }

    private static ContentReading decode(byte[] line) {
        return ContentLine.decode(line, 0, line.length);
    }

    private static Content read(byte[] line) {
        return ((ContentReading.Read) decode(line)).content();
    }

    private static Content.Secret several() {
        return new Content.Several(List.of(enciphered(1), new Content.ErasedPart(Hash.at(SALT, 0)), enciphered(2, 3)));
    }

    private static Content.Enciphered enciphered(int... ciphertext) {
        var bytes = new byte[ciphertext.length];
        for (var at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) ciphertext[at];
        }
        return new Content.Enciphered(SALT, KEY, bytes);
    }

    @Test
    void content_without_a_secret_part() {
        assertThat(line("{}\n{\"a\":1}", new Content.None()))
                .isEqualTo("{\"clear\":\"{}\\n{\\\"a\\\":1}\",\"secret\":null}");
    }

    @Test
    void content_whose_secret_part_was_destroyed() {
        assertThat(line("{}", new Content.Erased())).isEqualTo("{\"clear\":\"{}\",\"secret\":\"erased\"}");
    }

    @Test
    void content_with_a_secret_part() {
        assertThat(line("", enciphered(1, 2, 3, 255)))
                .isEqualTo("{\"clear\":\"\",\"secret\":{\"ciphertext\":\"AQID/w==\",\"key_commitment\":\""
                        + "0f".repeat(32) + "\",\"salt\":\"" + "5a".repeat(32) + "\"}}");
    }

    @Test
    void content_about_several_persons_one_of_whom_was_erased() {
        var part = "{\"ciphertext\":\"%s\",\"key_commitment\":\"" + "0f".repeat(32) + "\",\"salt\":\"" + "5a".repeat(32)
                + "\"}";
        assertThat(line("", several()))
                .isEqualTo("{\"clear\":\"\",\"secret\":[" + part.formatted("AQ==") + ",\"" + "5a".repeat(32) + "\","
                        + part.formatted("AgM=") + "]}");
        assertThat(new Content(SALT, several()).isErased()).isTrue();
        assertThat(new Content(SALT, new Content.Several(List.of(enciphered(1), enciphered(2)))).isErased())
                .isFalse();
    }

    @Test
    void several_parts_are_at_least_two() {
        List<Content.Part> alone = List.of(enciphered(1));
        assertThatThrownBy(() -> new Content.Several(alone)).isInstanceOf(IllegalArgumentException.class);
        var line = line("", enciphered(1));
        var bracketed = line.replace("\"secret\":", "\"secret\":[").replace("\"}}", "\"}]}");
        assertThat(decode(clear(bracketed))).isInstanceOf(ContentReading.Misspelt.class);
    }

    @Test
    void every_letter_comes_back() {
        var text = new StringBuilder();
        for (var letter = 0; letter < 0x2100; letter++) {
            text.appendCodePoint(letter);
        }
        text.append("\ud7ff\ue000\uffff\ud800\udc00\udbff\udfff");
        var line = ContentLine.encode(new Content(clear(text.toString()), new Content.None()));
        assertThat(new String(read(line).clear(), UTF_8)).isEqualTo(text.toString());
        assertThat(new String(line, UTF_8))
                .contains("\\u0000\\u0001")
                .contains("\\u001f !\\\"#")
                .contains("\\b\\t\\n\\u000b\\f\\r");
    }

    @Test
    void what_is_read_is_what_was_written() {
        var content = read(ContentLine.encode(new Content(clear("{\"b\":\"\u00e9\"}"), enciphered(7))));
        assertThat(content.isErased()).isFalse();
        assertThat(content.clear()).isEqualTo(clear("{\"b\":\"\u00e9\"}"));
        assertThat(content.secret()).isInstanceOfSatisfying(Content.Enciphered.class, part -> {
            assertThat(part.salt()).isEqualTo(SALT);
            assertThat(part.keyCommitment()).isEqualTo(KEY);
            assertThat(part.ciphertext()).containsExactly(7);
        });
        assertThat(read(clear("{\"clear\":\"\",\"secret\":\"erased\"}")).isErased())
                .isTrue();
        assertThat(read(clear("{\"clear\":\"\",\"secret\":null}")).secret()).isEqualTo(new Content.None());
    }

    @Test
    void a_line_is_read_from_where_it_lies() {
        var line = line("abc", enciphered(1, 2));
        var within = clear("xx" + line + "\"}}");
        assertThat(ContentLine.decode(within, 2, line.length())).isInstanceOf(ContentReading.Read.class);
        assertThat(ContentLine.decode(within, 2, line.length() + 1))
                .isEqualTo(new ContentReading.Misspelt(line.length(), "the end"));
    }

    @Test
    void a_line_that_ends_anywhere_earlier_is_refused() {
        for (var secret :
                new Content.Secret[] {enciphered(1, 2), several(), new Content.None(), new Content.Erased()}) {
            var line = clear(line("a\u0001\u00e9\ud800\udc00\"", secret));
            for (var length = 0; length < line.length; length++) {
                assertThat(ContentLine.decode(line, 0, length))
                        .as("%d bytes", length)
                        .isInstanceOf(ContentReading.Misspelt.class);
            }
        }
    }

    @Test
    void every_other_byte_in_every_place_is_refused_or_is_itself_canonical() {
        var random = new Random(11);
        for (var secret : new Content.Secret[] {
            enciphered(1, 2, 3, 4), enciphered(1), several(), new Content.None(), new Content.Erased()
        }) {
            var line = clear(line("{\"a\":\"\u00e9\u0007\"}\n\ud83d\ude00", secret));
            for (var at = 0; at < line.length; at++) {
                for (var value = 0; value < 256; value++) {
                    var changed = line.clone();
                    changed[at] = (byte) value;
                    if (random.nextInt(50) == 0) {
                        changed = Arrays.copyOf(changed, changed.length - 1);
                    }
                    if (decode(changed) instanceof ContentReading.Read(var content)) {
                        assertThat(ContentLine.encode(content)).isEqualTo(changed);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "0|~{ \"clear\":\"\",\"secret\":null}~|{\"clear\":\"",
                "10|~{\"clear\":\"\\u000a\",\"secret\":null}~|a text in UTF-8, spelt canonically",
                "10|~{\"clear\":\"\\/\",\"secret\":null}~|a text in UTF-8, spelt canonically",
                "10|~{\"clear\":\"\",\"more\":1,\"secret\":null}~|\",\"secret\":",
                "21|~{\"clear\":\"\",\"secret\":\"gone\"}~|null, \"erased\" or a secret part",
                "36|~{\"clear\":\"\",\"secret\":{\"ciphertext\":\"AQ=\",\"key_commitment\":\"\",\"salt\":\"\"}}~|base64",
                "60|~{\"clear\":\"\",\"secret\":{\"ciphertext\":\"AQ==\",\"key_commitment\":\"\",\"salt\":\"\"}}~|64"
                        + " lower-case hexadecimal digits",
                "29|~{\"clear\":\"\",\"secret\":\"erased\",\"event\":1}~|}",
            },
            delimiter = '|')
    void another_spelling_is_refused_and_the_place_named(int offset, String line, String expected) {
        assertThat(decode(clear(line))).isEqualTo(new ContentReading.Misspelt(offset, expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "c3", "c328", "c080", "eda080", "f4908080", "e28228"})
    void a_clear_part_that_is_not_utf8_cannot_be_written_nor_read(String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        assertThatThrownBy(() -> ContentLine.encode(new Content(bytes, new Content.None())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not UTF-8");
        var line = ("{\"clear\":\"" + new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                        + "\",\"secret\":null}")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(decode(line)).isEqualTo(new ContentReading.Misspelt(10, "a text in UTF-8, spelt canonically"));
    }

    @Test
    void salt_and_key_commitment_have_one_length() {
        for (var secret : new Content.Enciphered[] {
            new Content.Enciphered(new byte[31], KEY, SALT), new Content.Enciphered(SALT, new byte[33], SALT)
        }) {
            assertThatThrownBy(() -> ContentLine.encode(new Content(SALT, secret)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("32 bytes");
        }
    }

    @Test
    void a_line_has_an_end() {
        var overhead = "{\"clear\":\"\",\"secret\":null}".length();
        var longest = new byte[ContentLine.MAX_LENGTH - overhead];
        Arrays.fill(longest, (byte) 'a');
        assertThat(ContentLine.encode(new Content(longest, new Content.None()))).hasSize(ContentLine.MAX_LENGTH);
        var longer = Arrays.copyOf(longest, longest.length + 1);
        longer[longest.length] = 'b';
        assertThatThrownBy(() -> ContentLine.encode(new Content(longer, new Content.None())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too long");
    }
}
