package consular.cases.service.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** Values that programs stumble over. None of them names a host that could be reached. */
final class Hostile {
    /** What is good at the edge of what is good, or just beyond. */
    private static final List<String> TIMES = List.of(
            "0000-01-01",
            "0001-01-01",
            "1879-12-31",
            "1880-01-01",
            "1900-02-29",
            "1989-12-31",
            "1999-12-31",
            "2000-01-01",
            "2023-02-29",
            "2024-02-29",
            "2024-02-30",
            "2024-13-01",
            "2024-1-1",
            "2050-12-31",
            "2051-01-01",
            "2099-12-31",
            "2100-12-31",
            "2101-01-01",
            "9999-12-31",
            "10000-01-01",
            "+10000-01-01",
            "+999999999-12-31",
            "-999999999-01-01",
            "0000-01-01T00:00:00Z",
            "0001-01-01T00:00:00Z",
            "0001-01-01T00:00:00+18:00",
            "1600-02-29T12:00:00Z",
            "1879-12-31T23:59:59Z",
            "1901-12-13T20:45:51Z",
            "1969-12-31T23:59:59.999999999Z",
            "2016-12-31T23:59:60Z",
            "2024-01-01T00:00:00+18:00",
            "2024-01-01T00:00:00+18:01",
            "2024-01-01T24:00:00Z",
            "2024-03-10T02:30:00-05:00",
            "2024-03-05T10:00:00",
            "2024-03-05T10:00:00.1234567891Z",
            "2024-03-05t10:00:00z",
            "2024-02-30T00:00:00Z",
            "2038-01-19T03:14:08Z",
            "2050-12-31T23:59:59Z",
            "2051-06-01T00:00:00Z",
            "2100-12-31T23:59:59Z",
            "2262-04-11T23:47:17Z",
            "9998-12-31T12:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "9999-12-31T23:59:59-18:00",
            "+10000-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\r\n",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\udc00x",
            "x\ud83d",
            "\u202e\u2066abc\u2069",
            "\ufeffx",
            "\uffff",
            "\u2028\u2029",
            "😀𝒳🏳️‍🌈",
            "e\u0301\u0301\u0301",
            "ﷺﬃ",
            "İıß",
            "\u007f\u0085\u009f",
            "0",
            "-1",
            "00",
            "1e3",
            "0x10",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "99999999999999999999999999999999999",
            "NaN",
            "Infinity",
            "null",
            "true",
            "undefined",
            "'; DROP TABLE domain_event; --",
            "' OR '1'='1",
            "%' ESCAPE '!",
            "\\",
            "\"",
            "$1",
            "$$",
            "%s%n%d%1$x",
            "{0}",
            "${jndi:ldap://127.0.0.1:1/x}",
            "#{T(java.lang.Runtime)}",
            "{\"a\":1}",
            "[1]",
            "<script>alert(1)</script>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
            "../../../../etc/passwd",
            "..\\..\\x",
            "a/b",
            "a;b=c",
            "a?b#c",
            "a:b",
            "a,b,,",
            "*",
            "%00",
            "%zz",
            "=cmd|' /C calc'!A0",
            "(((((((((((((((((((((((((((((a+)+)+)+)+)+)+$",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "00000000-0000-0000-0000-00000000000",
            "1-1-1-1-1",
            "212(a)(4)",
            "212(a)(3)(B)(i)(II)(aa)(bb)(1)(2)",
            "212(z)(99)",
            "221(g)",
            "Or ",
            "pet Or BC",
            "http://127.0.0.1:1/",
            "http://[::1]:1/",
            "http://127.0.0.1:99999/",
            "http://127.0.0.1:1@127.0.0.1:2/",
            "file:///etc/passwd",
            "http:///",
            "http://",
            "javascript:alert(1)",
            "x".repeat(33),
            "x".repeat(64),
            "x".repeat(65),
            "x".repeat(255),
            "x".repeat(256),
            "é".repeat(128),
            "😀".repeat(40),
            "word ".repeat(300));

    private static final List<String> LONG_TEXTS =
            List.of("x".repeat(9_000), "ü".repeat(70_000), "a b ".repeat(60_000), "😀".repeat(100_000));

    private static final List<String> RAW = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "-1",
            "1",
            "2",
            "255",
            "256",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "12345678901234567890123456789012",
            "123456789012345678901234567890123",
            "0.1",
            "1.0",
            "1.5",
            "-0.0",
            "1E2",
            "1e400",
            "1e-400",
            "1e2147483648",
            "01",
            "+1",
            "NaN",
            "Infinity",
            "0x1",
            "'x'",
            "undefined",
            "/* x */ 1",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[{}]",
            "[\"\"]",
            "[\"a\",\"a\"]",
            "[1,\"a\",null,{}]",
            "{\"\":1}",
            "{\"a\":1,\"a\":2}",
            "{\"__proto__\":{}}",
            "{\"@class\":\"java.util.HashMap\"}",
            "{\"a\\u0000\":1}",
            "{\"a/b~c\":1}",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"\\x41\"",
            "\"unterminated",
            nested("[", "]", 31),
            nested("[", "]", 33),
            nested("[", "]", 2_000),
            nested("{\"a\":", "}", 40),
            "[" + "\"x\",".repeat(200) + "\"x\"]",
            "[" + "1,".repeat(5_000) + "1]",
            "[" + "{},".repeat(199) + "{}]",
            "{\"" + "n".repeat(300) + "\":1}");

    private static final List<String> ACCEPTS = List.of(
            "text/html",
            "application/xml",
            "*/*",
            "application/json;q=0",
            "application/*",
            "text/*",
            "image/png",
            "nonsense",
            "a/b/c",
            ";;",
            ",",
            "application/json;charset=utf-16",
            "application/json;charset=bogus",
            "application/json;q=x",
            "application/problem+json",
            "application/pdf",
            "text/csv",
            "text/event-stream",
            "application/schema+json;v=2",
            "*",
            "*/json",
            "application/json, ".repeat(60) + "text/plain");

    private static final List<String> CONTENT_TYPES = List.of(
            "",
            "text/plain",
            "text/csv",
            "text/csv;charset=utf-16",
            "application/jsonl",
            "application/jsonl;charset=iso-8859-1",
            "application/xml",
            "application/json;charset=utf-8",
            "application/json;charset=utf-16",
            "application/json;charset=bogus",
            "application/json;charset=",
            "application/json;version=1",
            "APPLICATION/JSON",
            "application/merge-patch+json",
            "application/vnd.api+json",
            "application/octet-stream",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/*",
            "*/*",
            "nonsense",
            "a/b/c",
            ";",
            "application/json; x=\"");

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "\ufeff{}",
            "{}",
            "[]",
            "null",
            "1",
            "\"x\"",
            "{",
            "}",
            "{]",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{'a':1}",
            "{a:1}",
            "{\"a\":1}{\"b\":2}",
            "{\"a\":1} x",
            "// c\n{}",
            "a=b&c=d",
            "<xml/>",
            "\u0000",
            "{\"\ud83d\":1}",
            "command\n",
            "command,caseNumber\n\"x",
            "\n\n\n",
            "{}\n{}\n",
            nested("{\"a\":", "}", 50_000),
            nested("[", "]", 100_000),
            "{\"a\":\"" + "x".repeat(1 << 20) + "\"}",
            "{" + "\"a\":1,".repeat(1_000) + "\"b\":1}",
            "[" + "0,".repeat(250_000) + "0]");

    private static final List<String> AUTHORIZATIONS = List.of(
            "Basic",
            "Basic ",
            "Basic !!!",
            "Basic YQ==",
            "Basic YWRtaW46d3Jvbmc=",
            "Basic bm9ib2R5OmxvY2Fs",
            "Basic YQBiOmxvY2Fs",
            "Basic " + "QUFB".repeat(500),
            "Bearer",
            "Bearer x",
            "Bearer eyJhbGciOiJub25lIn0.e30.",
            "Digest username=\"a\"",
            "Negotiate YII=",
            "nonsense");

    private Hostile() {}

    private static String nested(String open, String close, int depth) {
        return open.repeat(depth) + (open.startsWith("{") ? "1" : "") + close.repeat(depth);
    }

    /** Any text. */
    static String text(Chance chance) {
        if (chance.in(0.03)) {
            return chance.oneOf(LONG_TEXTS);
        }
        return chance.oneOf(chance.in(0.4) ? TIMES : TEXTS);
    }

    /** Something that may look like a date or an instant. */
    static String time(Chance chance) {
        return chance.oneOf(TIMES);
    }

    /** Any JSON value, or what pretends to be one, as it is written. */
    static String raw(Chance chance) {
        return chance.oneOf(RAW);
    }

    /** What a header can hold. */
    static String header(Chance chance) {
        var visible = Stream.concat(
                        TEXTS.stream(),
                        Stream.of(
                                "\"1\"",
                                "W/\"1\"",
                                "\"1\", \"2\"",
                                "\"",
                                "\"\"",
                                "\"-1\"",
                                "\"9223372036854775808\"",
                                "1",
                                "x".repeat(8_000)))
                .filter(text -> text.chars().allMatch(c -> c >= ' ' && c < 0x7f))
                .toList();
        return chance.oneOf(visible);
    }

    static String accept(Chance chance) {
        return chance.oneOf(ACCEPTS);
    }

    static String contentType(Chance chance) {
        return chance.oneOf(CONTENT_TYPES);
    }

    static String body(Chance chance) {
        return chance.oneOf(BODIES);
    }

    static String authorization(Chance chance) {
        return chance.oneOf(AUTHORIZATIONS);
    }
}
