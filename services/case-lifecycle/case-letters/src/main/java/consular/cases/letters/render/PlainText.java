package consular.cases.letters.render;

import consular.cases.letters.document.Block;
import consular.cases.letters.document.Letter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A letter as plain text, in lines of at most 72 characters. A fixed sentence stands on one line however long, so that it
 * can be found as it is; so does a single word that is longer.
 */
public final class PlainText {
    private static final int WIDTH = 72;
    private static final char NO_BREAK = '\u00a0';

    private PlainText() {}

    /** The text, with lines ended by {@code \n}. */
    public static String of(Letter letter) {
        return letter.blocks().stream().map(PlainText::block).collect(Collectors.joining("\n"));
    }

    private static String block(Block block) {
        return switch (block) {
            case Block.Sender sender -> lines(sender.lines());
            case Block.Particulars particulars ->
                lines(particulars.lines().stream()
                        .map(line -> line.label() + ": " + line.value())
                        .toList());
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> wrapped(paragraph.text(), "", "");
            case Block.Fixed fixed -> fixed.sentence().text() + "\n";
            case Block.Items items ->
                items.items().stream().map(item -> wrapped(item, "- ", "  ")).collect(Collectors.joining());
            case Block.Signature signature -> "\n" + lines(signature.lines());
            case Block.CopyTo copy -> copy.label() + ":\n" + lines(copy.lines());
        };
    }

    private static String heading(Block.Heading heading) {
        var text = wrapped(heading.text(), "", "");
        var longest = text.lines()
                .mapToInt(line -> line.codePointCount(0, line.length()))
                .max();
        return text + (heading.level() == 1 ? "=" : "-").repeat(longest.orElse(0)) + "\n";
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> wrapped(line, "", "  ")).collect(Collectors.joining());
    }

    /** Breaks a text at ordinary blanks only. */
    private static String wrapped(String text, String first, String next) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(first);
        var empty = true;
        for (var word : words(text)) {
            if (!empty && line.codePointCount(0, line.length()) + 1 + word.codePointCount(0, word.length()) > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(next);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines.stream().map(done -> done.replace(NO_BREAK, ' ') + "\n").collect(Collectors.joining());
    }

    private static List<String> words(String text) {
        return text.strip()
                .codePoints()
                .mapToObj(character -> Character.isISOControl(character) ? " " : Character.toString(character))
                .collect(Collectors.collectingAndThen(Collectors.joining(), clean -> List.of(clean.split(" +", -1))));
    }
}
