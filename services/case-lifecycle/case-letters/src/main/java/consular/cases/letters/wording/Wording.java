package consular.cases.letters.wording;

import consular.cases.letters.document.Language;

/** Every word of our letters in one language. No text of it steers a reader towards or away from a new application. */
public record Wording(FrameWording frame, RefusalWording refusal, RegistrationWording registration) {
    private static final Wording ENGLISH =
            new Wording(new EnglishFrameWording(), new EnglishRefusalWording(), new EnglishRegistrationWording());
    private static final Wording SPANISH =
            new Wording(new SpanishFrameWording(), new SpanishRefusalWording(), new SpanishRegistrationWording());

    /** The words of a language. */
    public static Wording in(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case SPANISH -> SPANISH;
        };
    }
}
