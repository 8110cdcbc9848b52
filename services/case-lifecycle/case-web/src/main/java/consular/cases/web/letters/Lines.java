package consular.cases.web.letters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a width. */
final class Lines {
    private final LetterFont.Embedded font;
    private final float size;
    private final float width;

    Lines(LetterFont.Embedded font, float size, float width) {
        this.font = font;
        this.size = size;
        this.width = width;
    }

    /**
     * Breaks at ordinary blanks; within a word only if it is wider than a line by itself. The blank at which a line was
     * broken stays at its end, so that a reader of the text does not join two words.
     */
    List<String> of(String text) throws IOException {
        var blank = font.width(" ", size);
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        var used = 0f;
        for (var word : text.strip().split(" +", -1)) {
            var before = line.isEmpty() ? "" : " ";
            for (var part : parts(word)) {
                var needed = font.width(part, size);
                if (!line.isEmpty() && used + blank + needed > width) {
                    lines.add(line + before);
                    line.setLength(0);
                    used = 0;
                    before = "";
                }
                used += before.isEmpty() ? needed : blank + needed;
                line.append(before).append(part);
                before = "";
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private List<String> parts(String word) throws IOException {
        if (font.width(word, size) <= width) {
            return List.of(word);
        }
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        var used = 0f;
        for (var character : word.codePoints().mapToObj(Character::toString).toList()) {
            var needed = font.width(character, size);
            if (!part.isEmpty() && used + needed > width) {
                parts.add(part.toString());
                part.setLength(0);
                used = 0;
            }
            part.append(character);
            used += needed;
        }
        parts.add(part.toString());
        return parts;
    }
}
