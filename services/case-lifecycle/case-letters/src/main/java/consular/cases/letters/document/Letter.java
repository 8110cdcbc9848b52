package consular.cases.letters.document;

import java.util.List;

/**
 * A letter, finished but for its form.
 *
 * @param language that of every block which does not say otherwise
 * @param title also the first heading among the blocks
 * @param blocks from the top of the first page to the end
 */
public record Letter(LetterKind kind, Language language, String title, List<Block> blocks) {
    public Letter {
        blocks = List.copyOf(blocks);
    }
}
