package consular.ledger.core.export;

import java.nio.charset.StandardCharsets;

/** The page that lies in every export. */
final class ExportReadme {

    private ExportReadme() {}

    static byte[] of(long size) {
        return """
            This is a whole log of %d events, exported for those who want to check it.

            entries.jsonl      one line for each event, in the order of the log: its entry, which is what was hashed and signed
            contents.jsonl     one line for each event, in the same order: the content to which its entry commits
            checkpoint         the newest checkpoint: the number of entries and the root over them, signed by the log
            checkpoints.jsonl  one line for each checkpoint, the oldest first: the signed note as a JSON text
            tile/              the tree over the entries, as c2sp.org/tlog-tiles lays it out
            log.vkey           the keys as the log itself names them: take yours from elsewhere

            All of it at once, with the log's key from a source that you trust:

                java -jar ledger-verifier.jar verify THIS --key KEY

            By hand, for the entry on line 5, which is number 4, as lines are counted from 1 and entries from 0:

                sed -n 5p entries.jsonl | tr -d '\\n' | { printf '\\0'; cat; } | sha256sum   # its leaf, at place 4 of tile/0/000
                sed -n 5p contents.jsonl | jq -j .clear | sha256sum                        # c_clear of the entry
                sed -n 3p checkpoints.jsonl | jq -j .                                      # the third checkpoint, as it was published

            The clear part of an event is its metadata, a newline, and its payload. Where "secret" is "erased", a person's data
            have been destroyed, and the commitment c_secret is all that is left of them.
            """.formatted(size).getBytes(StandardCharsets.UTF_8);
    }
}
