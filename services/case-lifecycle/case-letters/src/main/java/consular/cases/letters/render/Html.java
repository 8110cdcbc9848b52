package consular.cases.letters.render;

import consular.cases.letters.document.Block;
import consular.cases.letters.document.Letter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A letter as a page of HTML that stands alone: no script, nothing fetched, headings in order, and the language of each
 * part said where it differs from the page's.
 */
public final class Html {
    private static final String STYLE = """
        body { font: 1rem/1.5 "Liberation Sans", Arial, Helvetica, sans-serif; color: #111; background: #fff; margin: 0; }
        main { max-width: 42rem; margin: 0 auto; padding: 2rem 1rem; overflow-wrap: break-word; }
        h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; } dd { margin: 0; }
        .signature { margin-top: 3rem; }
        @page { margin: 25mm; }
        @media print { main { max-width: none; padding: 0; font-size: 11pt; }
          h1, h2 { break-after: avoid; } p, li, .signature { break-inside: avoid; } }
        """;

    private Html() {}

    /** The page, in UTF-8 once written. */
    public static String of(Letter letter) {
        var body = letter.blocks().stream().map(block -> block(letter, block)).collect(Collectors.joining());
        return """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            %s</style>
            </head>
            <body>
            <main>
            %s</main>
            </body>
            </html>
            """.formatted(letter.language().tag(), escaped(letter.title()), STYLE, body);
    }

    private static String block(Letter letter, Block block) {
        var language = block.language() == letter.language()
                ? ""
                : " lang=\"" + block.language().tag() + "\"";
        return switch (block) {
            case Block.Sender sender -> "<p" + language + ">" + lines(sender.lines()) + "</p>\n";
            case Block.Particulars particulars ->
                particulars.lines().stream()
                        .map(line -> "<dt>" + escaped(line.label()) + "</dt><dd>" + escaped(line.value()) + "</dd>\n")
                        .collect(Collectors.joining("", "<dl" + language + ">\n", "</dl>\n"));
            case Block.Heading heading ->
                "<h" + heading.level() + language + ">" + escaped(heading.text()) + "</h" + heading.level() + ">\n";
            case Block.Paragraph paragraph -> "<p" + language + ">" + escaped(paragraph.text()) + "</p>\n";
            case Block.Fixed fixed ->
                "<p" + language + ">" + escaped(fixed.sentence().text()) + "</p>\n";
            case Block.Items items ->
                items.items().stream()
                        .map(item -> "<li>" + escaped(item) + "</li>\n")
                        .collect(Collectors.joining("", "<ul" + language + ">\n", "</ul>\n"));
            case Block.Signature signature ->
                "<p class=\"signature\"" + language + ">" + lines(signature.lines()) + "</p>\n";
            case Block.CopyTo copy ->
                "<p" + language + ">" + escaped(copy.label()) + ":<br>\n" + lines(copy.lines()) + "</p>\n";
        };
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(Html::escaped).collect(Collectors.joining("<br>\n"));
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\u00a0' -> escaped.append(' ');
                default -> escaped.appendCodePoint(Character.isISOControl(character) ? ' ' : character);
            }
        });
        return escaped.toString();
    }
}
