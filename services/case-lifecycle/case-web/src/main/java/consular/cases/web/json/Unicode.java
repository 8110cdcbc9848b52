package consular.cases.web.json;

/** Which text can be kept. */
public final class Unicode {
    private Unicode() {}

    /** Whether the database can hold the text: no U+0000, and every surrogate with its other half. */
    public static boolean isSound(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
