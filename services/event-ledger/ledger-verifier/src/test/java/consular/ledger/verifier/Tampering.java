package consular.ledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.ledger.core.entry.CanonicalEntry;
import java.util.Collections;

/** What may be done to a log after it was signed. Each is tried at a place, and found there. */
enum Tampering {
    ALTER {
        @Override
        void spoil(Evidence evidence, int index) {
            evidence.entries.set(
                    index, new String(CanonicalEntry.encode(evidence.log.by(index, "someone-else")), UTF_8));
        }
    },
    DELETE {
        @Override
        void spoil(Evidence evidence, int index) {
            evidence.entries.remove(index);
            evidence.contents.remove(index);
        }
    },
    INSERT {
        @Override
        void spoil(Evidence evidence, int index) {
            evidence.entries.add(
                    index, new String(CanonicalEntry.encode(evidence.log.by(index, "someone-else")), UTF_8));
            evidence.contents.add(index, evidence.contents.get(index));
        }
    },
    REORDER {
        @Override
        void spoil(Evidence evidence, int index) {
            Collections.swap(evidence.entries, index, index + 1);
            Collections.swap(evidence.contents, index, index + 1);
        }
    },
    SWAP_PAYLOAD {
        @Override
        void spoil(Evidence evidence, int index) {
            Collections.swap(evidence.contents, index, index + 1);
        }
    },
    ALTER_CLEAR_PART {
        @Override
        void spoil(Evidence evidence, int index) {
            evidence.contents.set(index, evidence.contents.get(index).replace("Z\u00fcrich", "Geneva"));
        }
    },
    CLAIM_ERASURE {
        @Override
        void spoil(Evidence evidence, int index) {
            var line = evidence.contents.get(index);
            var secret = line.lastIndexOf("\"secret\":");
            var none = line.endsWith("null}") ? "\"erased\"}" : "null}";
            evidence.contents.set(index, line.substring(0, secret) + "\"secret\":" + none);
        }
    },
    REWRITE_SUFFIX {
        @Override
        void spoil(Evidence evidence, int index) {
            var honest = java.util.List.copyOf(evidence.log.entries);
            evidence.log.rewrite(index, evidence.log.by(index, "someone-else"));
            for (var number = 0; number < evidence.entries.size(); number++) {
                evidence.entries.set(number, new String(evidence.log.entries.get(number), UTF_8));
            }
            Collections.copy(evidence.log.entries, honest);
        }
    };

    abstract void spoil(Evidence evidence, int index);
}
