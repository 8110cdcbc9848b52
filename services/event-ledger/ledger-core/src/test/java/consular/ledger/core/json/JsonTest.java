package consular.ledger.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static Json read(String document) {
        return Json.parse(document.getBytes(UTF_8)).orElseThrow();
    }

    @Test
    void reads_what_json_has_but_for_fractions_and_truth() {
        assertThat(read(" { \"a\" : [ 0 , 12 ,null ] ,\"b\":{},\"c\":[],\"d\":\"x\"}\r\n\t"))
                .isEqualTo(new Json.Members(Map.of(
                        "a", new Json.Items(List.of(new Json.Whole(0), new Json.Whole(12), new Json.Null())),
                        "b", new Json.Members(Map.of()),
                        "c", new Json.Items(List.of()),
                        "d", new Json.Text("x"))));
        assertThat(read("9007199254740991")).isEqualTo(new Json.Whole(9_007_199_254_740_991L));
    }

    @Test
    void reads_every_spelling_of_a_text() {
        assertThat(read("\"\\\"\\\\\\/\\b\\t\\n"
                        + "\\f\\r"
                        + "\\u0041\\u00e9\\uD83D\\ude00\\udbff\\udfff\u00e9\ud83d\ude00\u007f\""))
                .isEqualTo(new Json.Text("\"\\/\b\t\n\f\rA\u00e9\ud83d\ude00\udbff\udfff\u00e9\ud83d\ude00\u007f"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[",
                "]",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1",
                "{\"a\":1,}",
                "{a:1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"a\" 1}",
                "{1:1}",
                "01",
                "00",
                "-1",
                "1.0",
                "1e2",
                "+1",
                "9007199254740992",
                "99999999999999999999999",
                "nul",
                "nulL",
                "true",
                "false",
                "\"",
                "\"a",
                "\"\\",
                "\"\\\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\u\uff11\uff11\uff11\uff11\"",
                "\"a\nb\"",
                "\"\u0001\"",
                "\"\\ud83d\"",
                "\"\\ude00\\ud83d\"",
                "1 1",
                "null null",
                "\u00a0null",
                "'a'",
                "\ufeff1",
                "[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]"
            })
    void refuses_all_else(String document) {
        assertThat(Json.parse(document.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void nests_up_to_fifteen_deep_and_survives_more() {
        assertThat(read("[".repeat(15) + "1" + "]".repeat(15))).isInstanceOf(Json.Items.class);
        assertThat(Json.parse("[".repeat(1_000_000).getBytes(UTF_8))).isEmpty();
    }

    @Test
    void refuses_bytes_that_are_not_utf8() {
        assertThat(Json.parse(new byte[] {'"', (byte) 0xc3, '"'})).isEmpty();
    }
}
