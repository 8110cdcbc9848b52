package consular.ledger.core.note;

/** What a key may be called. */
final class KeyNames {

    private KeyNames() {}

    static boolean isValid(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(KeyNames::isForbidden);
    }

    private static boolean isForbidden(int letter) {
        var space = Character.isSpaceChar(letter) || Character.isWhitespace(letter) || letter == 0x85;
        return space || letter == '+' || letter < ' ';
    }
}
