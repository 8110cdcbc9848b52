package consular.cases.service.fuzz;

import java.util.stream.Stream;

/** Chooses among what programs stumble over. */
final class Hostile {
    private Hostile() {}

    /** Any text. */
    static String text(Chance chance) {
        if (chance.in(0.03)) {
            return chance.oneOf(HostileTexts.LONG_TEXTS);
        }
        return chance.oneOf(chance.in(0.4) ? HostileTexts.TIMES : HostileTexts.TEXTS);
    }

    /** Something that may look like a date or an instant. */
    static String time(Chance chance) {
        return chance.oneOf(HostileTexts.TIMES);
    }

    /** Any JSON value, or what pretends to be one, as it is written. */
    static String raw(Chance chance) {
        return chance.oneOf(HostileJson.RAW);
    }

    /** What a header can hold. */
    static String header(Chance chance) {
        var visible = Stream.concat(
                        HostileTexts.TEXTS.stream(),
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
        return chance.oneOf(HostileHeaders.ACCEPTS);
    }

    static String contentType(Chance chance) {
        return chance.oneOf(HostileHeaders.CONTENT_TYPES);
    }

    static String body(Chance chance) {
        return chance.oneOf(HostileJson.BODIES);
    }

    static String authorization(Chance chance) {
        return chance.oneOf(HostileHeaders.AUTHORIZATIONS);
    }
}
