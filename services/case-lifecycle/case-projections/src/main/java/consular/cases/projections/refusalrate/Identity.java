package consular.cases.projections.refusalrate;

import consular.cases.domain.people.Person;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Tells people apart across cases by a digest of name, birth and nationality, so that no list holds a name. */
final class Identity {
    private Identity() {}

    static String of(Person person) {
        var text = String.join(
                "\n",
                person.familyName().strip().toUpperCase(Locale.ROOT),
                person.givenName().strip().toUpperCase(Locale.ROOT),
                String.valueOf(person.dateOfBirth()),
                person.nationality());
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
