package consular.ledger.core.entry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalEntryTest {

    private static final String PLAIN = "{\"actor\":\"officer-a\","
        + "\"c_clear\":\"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\",\"c_secret\":null,"
        + "\"effective_at\":\"2024-03-05T02:00:00.000000Z\",\"event_id\":\"018f3c9e-7a1b-7c2d-8e3f-000000000001\","
        + "\"prev\":\"0000000000000000000000000000000000000000000000000000000000000000\","
        + "\"recorded_at\":\"2024-03-05T02:00:00.123456Z\",\"revision\":\"1\",\"sequence\":0,\"slice\":SLICE,"
        + "\"stream_id\":\"018f3c9e-7a1b-7c2d-8e3f-a0b1c2d3e4f5\",\"stream_type\":\"Case\",\"type\":\"CaseOpened\",\"v\":1}";

    private static String plain() {
        return PLAIN.replace("SLICE", "106");
    }

    @Test
    void an_entry_is_spelt_like_this_for_ever() {
        assertThat(new String(CanonicalEntry.encode(Entries.plain()), UTF_8)).isEqualTo(plain());
    }

    @Test
    void what_was_encoded_is_decoded() {
        var random = new Random(4);
        for (var round = 0; round < 20_000; round++) {
            var entry = Entries.random(random);
            assertThat(CanonicalEntry.decode(CanonicalEntry.encode(entry)))
                    .as("round %d", round)
                    .isEqualTo(new Decoding.Decoded(entry));
        }
    }

    @Test
    void any_other_byte_in_any_place_is_refused_or_is_another_entry() {
        var random = new Random(5);
        for (var round = 0; round < 4; round++) {
            var bytes = CanonicalEntry.encode(Entries.random(random));
            for (var place = 0; place < bytes.length; place++) {
                var right = bytes[place];
                for (var value = Byte.MIN_VALUE; value < Byte.MAX_VALUE; value++) {
                    bytes[place] = value;
                    if (CanonicalEntry.decode(bytes) instanceof Decoding.Decoded(var entry)) {
                        assertThat(CanonicalEntry.encode(entry)).isEqualTo(bytes);
                    }
                }
                bytes[place] = right;
            }
        }
    }

    @Test
    void a_byte_more_or_less_is_refused_or_is_another_entry() {
        var random = new Random(6);
        for (var round = 0; round < 20; round++) {
            var bytes = CanonicalEntry.encode(Entries.random(random));
            for (var place = 0; place <= bytes.length; place++) {
                var more = Arrays.copyOf(bytes, bytes.length + 1);
                System.arraycopy(bytes, place, more, place + 1, bytes.length - place);
                more[place] = (byte) random.nextInt();
                stands_for_nothing_else(more);
                var shorter = Arrays.copyOf(bytes, place);
                assertThat(CanonicalEntry.decode(shorter))
                        .isInstanceOf(place < bytes.length ? Decoding.NotCanonical.class : Decoding.Decoded.class);
            }
        }
    }

    private static void stands_for_nothing_else(byte[] bytes) {
        if (CanonicalEntry.decode(bytes) instanceof Decoding.Decoded(var entry)) {
            assertThat(CanonicalEntry.encode(entry)).isEqualTo(bytes);
        }
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(quoteCharacter = '`', textBlock = """
        {"actor":             | { "actor":
        "c_secret":null       | "c_secret":"00"
        "c_secret":null       | "c_secret":NULL
        44136f                | 44136F
        "v":1}                | "v":2}
        "v":1}                | "v":1 }
        "v":1}                | "v":1}x
        "sequence":0          | "sequence":-0
        "sequence":0          | "sequence":00
        "sequence":0          | "sequence":0.0
        "sequence":0          | "sequence":0e0
        "sequence":0          | "sequence":
        "sequence":0          | "sequence":9007199254740992
        "sequence":0          | "sequence":90071992547409920000000000
        "slice":106           | "slice":107
        "slice":106           | "slice":1024
        "slice":106           | "slice":0106
        "revision":"1"        | "revision":""
        "revision":"1"        | "revision":1
        "stream_type":"Case"  | "stream_type":""
        "stream_type":"Case"  | "stream_type":Null
        "stream_type":"Case","type" | "type"
        "stream_type":"Case"  | "stream_Type":"Case"
        officer-a             | officer\\u002da
        officer-a             | officer\\/a
        officer-a             | officer\\u0009a
        officer-a             | officer\\u000Ba
        officer-a             | officer\\u0020a
        officer-a             | officer\\x0aa
        officer-a             | officer\\
        officer-a             | officer\\u00
        2024-03-05T           | 2024-02-30T
        2024-03-05T           | 2023-02-29T
        2024-03-05T           | 2024-04-31T
        2024-03-05T           | 2024-13-05T
        2024-03-05T           | 2024-00-05T
        2024-03-05T           | 2024-03-00T
        2024-03-05T           | 2024-03-32T
        2024-03-05T           | 2024-03-05t
        02:00:00.000000Z      | 24:00:00.000000Z
        02:00:00.000000Z      | 02:60:00.000000Z
        02:00:00.000000Z      | 02:00:60.000000Z
        02:00:00.000000Z      | 02:00:00.000000z
        018f3c9e-7a1b         | 018F3C9E-7a1b
        018f3c9e-7a1b         | 018f3c9e07a1b
        """, delimiter = '|')
    void refuses_another_spelling(String canonical, String other) {
        assertThat(plain()).contains(canonical);
        var bytes = plain().replace(canonical, other).getBytes(UTF_8);
        assertThat(CanonicalEntry.decode(bytes)).isInstanceOf(Decoding.NotCanonical.class);
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(quoteCharacter = '`', textBlock = """
        2024-03-05T       | 2024-02-29T
        2024-03-05T       | 0000-02-29T
        2024-03-05T       | 9999-12-31T
        2024-03-05T       | 2023-01-31T
        02:00:00.000000Z  | 23:59:59.999999Z
        "revision":"1"    | "revision":null
        :"Case"           | :null
        :"Case"           | :"Inquiry"
        "sequence":0      | "sequence":9007199254740991
        officer-a         | \\u0000\\u0001\\u0007\\u000b\\u000e\\u000f\\u0010\\u001f\\b\\t\\n\\f\\r\\"\\\\
        """, delimiter = '|')
    void takes_what_is_spelt_right(String canonical, String other) {
        assertThat(plain()).contains(canonical);
        var bytes = plain().replace(canonical, other).getBytes(UTF_8);
        assertThat(CanonicalEntry.decode(bytes))
                .isInstanceOfSatisfying(
                        Decoding.Decoded.class,
                        decoded -> assertThat(CanonicalEntry.encode(decoded.entry()))
                                .isEqualTo(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "C080", "C1BF", "E08080", "E09FBF", "EDA080", "EDBFBF", "F0808080", "F08FBFBF", "F4908080", "F5808080", "FF",
                "80",
        "C2", "C241", "E2", "E282", "E28241", "E2C0AC", "F09F", "F09F98", "F09F9841", "F09F4180", "E282ACAC", "FE"
    })
    void refuses_what_is_not_utf_8(String hexadecimal) {
        var letters = new String(java.util.HexFormat.of().parseHex(hexadecimal), ISO_8859_1);
        var bytes = plain().replace("officer-a", letters).getBytes(ISO_8859_1);
        assertThat(CanonicalEntry.decode(bytes)).isInstanceOf(Decoding.NotCanonical.class);
    }

    @ParameterizedTest
    @CsvSource({"C280", "DFBF", "E0A080", "ED9FBF", "EE8080", "EFBFBF", "F0908080", "F48FBFBF", "7F"})
    void takes_what_is_utf_8(String hexadecimal) {
        var letters = new String(java.util.HexFormat.of().parseHex(hexadecimal), ISO_8859_1);
        var bytes = plain().replace("officer-a", letters).getBytes(ISO_8859_1);
        assertThat(CanonicalEntry.decode(bytes)).isInstanceOf(Decoding.Decoded.class);
    }

    @Test
    void says_where_it_stopped_and_what_should_be_there() {
        assertThat(CanonicalEntry.decode(
                        plain().replace(",\"prev\"", ",\"Prev\"").getBytes(UTF_8)))
                .isEqualTo(new Decoding.NotCanonical(plain().indexOf("\",\"prev\""), "\",\"prev\":\""));
        assertThat(CanonicalEntry.decode(plain().replace("106", "105").getBytes(UTF_8)))
                .isEqualTo(new Decoding.NotCanonical(plain().length(), "slice 106, which is the stream's"));
        assertThat(CanonicalEntry.decode((plain() + "\n").getBytes(UTF_8)))
                .isEqualTo(new Decoding.NotCanonical(plain().length(), "the end"));
    }

    @Test
    void a_text_may_take_1024_bytes_and_no_more() {
        var most = plain().replace("officer-a", "x".repeat(1024));
        assertThat(CanonicalEntry.decode(most.getBytes(UTF_8))).isInstanceOf(Decoding.Decoded.class);
        var more = plain().replace("officer-a", "x".repeat(1025));
        assertThat(CanonicalEntry.decode(more.getBytes(UTF_8))).isInstanceOf(Decoding.NotCanonical.class);
        var wide = plain().replace("officer-a", "x" + "\u20ac".repeat(341));
        assertThat(CanonicalEntry.decode(wide.getBytes(UTF_8))).isInstanceOf(Decoding.Decoded.class);
        var wider = plain().replace("officer-a", "xx" + "\u20ac".repeat(341));
        assertThat(CanonicalEntry.decode(wider.getBytes(UTF_8))).isInstanceOf(Decoding.NotCanonical.class);
    }
}
