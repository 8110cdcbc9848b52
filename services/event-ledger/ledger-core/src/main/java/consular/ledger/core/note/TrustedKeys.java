package consular.ledger.core.note;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The keys that someone believes in.
 *
 * @param keys each with another name or id
 */
public record TrustedKeys(List<VerifierKey> keys) {

    public TrustedKeys {
        keys = List.copyOf(keys);
        var named = keys.stream().map(VerifierKey::reference).collect(Collectors.toSet());
        if (named.size() < keys.size()) {
            throw new IllegalArgumentException("two keys with the same name and id");
        }
    }

    /** Trusts these and no others. */
    public static TrustedKeys of(VerifierKey... keys) {
        return new TrustedKeys(List.of(keys));
    }

    /** Says who of these has signed. Signatures of others count for nothing; one false signature spoils the note. */
    public NoteOpening open(SignedNote note) {
        List<VerifierKey> signers = new ArrayList<>();
        for (var signature : note.signatures()) {
            for (var key : keys) {
                if (!key.isNamedBy(signature)) {
                    continue;
                }
                if (!key.verifies(note.text(), signature)) {
                    return new NoteOpening.FalselySigned(key);
                }
                if (!signers.contains(key)) {
                    signers.add(key);
                }
            }
        }
        return signers.isEmpty() ? new NoteOpening.Unsigned() : new NoteOpening.Signed(signers);
    }
}
