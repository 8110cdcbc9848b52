package consular.ledger.core.verification;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.tiles.TilePath;
import java.util.UUID;

/** The first thing that is wrong. */
public sealed interface Finding {

    /** What is wrong, in one sentence that an auditor can put into a report. */
    String sentence();

    /** Something is wrong with an entry, and all before it are sound as far as the evidence goes. */
    sealed interface OfEntry extends Finding {

        /** Where in the log, from 0. */
        long index();
    }

    /** The bytes at this index are not an entry in canonical form. */
    record NotCanonical(long index, int offset, String expected) implements OfEntry {

        @Override
        public String sentence() {
            return "entry %d is not canonical: at byte %d there should be %s".formatted(index, offset, expected);
        }
    }

    /** Whoever made the export had no entry to put at this index, and says why. */
    record Unreadable(long index, String why) implements OfEntry {

        @Override
        public String sentence() {
            return "entry %d could not be read from the database that it was exported from: %s".formatted(index, why);
        }
    }

    /** The signed log has another entry at this index: it was altered, taken out, put in or moved. */
    record NotTheSignedOne(EntryName entry, Hash signed, Hash found) implements OfEntry {

        @Override
        public long index() {
            return entry.index();
        }

        @Override
        public String sentence() {
            return "%s is not the one that was signed: its leaf is %s, and the log has %s there"
                    .formatted(entry, found, signed);
        }
    }

    /** The slice is not that of the stream. */
    record WrongSlice(EntryName entry, int expected) implements OfEntry {

        @Override
        public long index() {
            return entry.index();
        }

        @Override
        public String sentence() {
            return "%s is filed under another slice than %d".formatted(entry, expected);
        }
    }

    /** The stream has a hole before this entry, or its number was given twice. */
    record WrongSequence(EntryName entry, long expected) implements OfEntry {

        @Override
        public long index() {
            return entry.index();
        }

        @Override
        public String sentence() {
            return "%s stands where event %d of the stream should be".formatted(entry, expected);
        }
    }

    /**
     * The entry does not follow from the one before it in its stream: one of the two was changed.
     *
     * @param before where in the log that other one stands, or -1 if this is the first of its stream
     */
    record ChainBroken(EntryName entry, long before, Hash expected, Hash found) implements OfEntry {

        @Override
        public long index() {
            return entry.index();
        }

        @Override
        public String sentence() {
            var predecessor = before < 0 ? "the start of a stream" : "entry " + before;
            return "%s does not follow from %s: it names %s and not %s".formatted(entry, predecessor, found, expected);
        }
    }

    /** Content lies beside the entry that it does not commit to. */
    record ContentDiffers(EntryName entry, String part) implements OfEntry {

        @Override
        public long index() {
            return entry.index();
        }

        @Override
        public String sentence() {
            return "%s commits to another %s part than the one beside it".formatted(entry, part);
        }
    }

    /** What should be content is not spelt as it must be. */
    record ContentMisspelt(EntryName entry, int offset, String expected) implements OfEntry {

        @Override
        public long index() {
            return entry.index();
        }

        @Override
        public String sentence() {
            return "the content of %s is misspelt: at byte %d there should be %s".formatted(entry, offset, expected);
        }
    }

    /** The event has the id of an earlier one. */
    record EventIdTwice(EntryName entry, UUID eventId) implements OfEntry {

        @Override
        public long index() {
            return entry.index();
        }

        @Override
        public String sentence() {
            return "%s bears the id %s, which an earlier event has".formatted(entry, eventId);
        }
    }

    /** No proof connects the entry with the checkpoint: it is not in the log, or at another place. */
    record NotInTheLog(EntryName entry, Checkpoint checkpoint) implements OfEntry {

        @Override
        public long index() {
            return entry.index();
        }

        @Override
        public String sentence() {
            return "%s is not in the log of %d entries that was signed, or not at this place"
                    .formatted(entry, checkpoint.size());
        }
    }

    /** The entry belongs to another stream than the case file says it is about. */
    record OtherStream(EntryName entry, UUID expected) implements OfEntry {

        @Override
        public long index() {
            return entry.index();
        }

        @Override
        public String sentence() {
            return "%s does not belong to stream %s".formatted(entry, expected);
        }
    }

    /** The entry stands in the log before an earlier one of its stream. */
    record OutOfOrder(EntryName entry, long before) implements OfEntry {

        @Override
        public long index() {
            return entry.index();
        }

        @Override
        public String sentence() {
            return "%s stands before entry %d, from which it follows".formatted(entry, before);
        }
    }

    /** There are more entries than the last checkpoint covers. */
    record EntriesUnsigned(long index) implements OfEntry {

        @Override
        public String sentence() {
            return "entry %d and what follows is not covered by any checkpoint".formatted(index);
        }
    }

    /** There is an entry and nothing beside it. */
    record ContentMissing(long index) implements OfEntry {

        @Override
        public String sentence() {
            return "entry %d has no content beside it".formatted(index);
        }
    }

    /** The entries end before the signed log does. */
    record EntriesMissing(long index, long signedSize) implements OfEntry {

        @Override
        public String sentence() {
            return "the entries end at %d, and the log was signed with %d of them".formatted(index, signedSize);
        }
    }

    /**
     * The entries up to a checkpoint do not give its root, while those up to the one before gave that one's. Which of them it is
     * can be said only with the tiles at hand.
     *
     * @param index the first entry that it can be
     */
    record RootDiffers(long index, Checkpoint checkpoint, Hash found) implements OfEntry {

        @Override
        public String sentence() {
            return "one of the entries %d to %d is not the one that was signed: they give the root %s, the checkpoint has %s"
                    .formatted(index, checkpoint.size() - 1, found, checkpoint.root());
        }
    }

    /** A checkpoint may not be believed. */
    record CheckpointRefused(int number, String why) implements Finding {

        @Override
        public String sentence() {
            return "checkpoint %d does not count: %s".formatted(number, why);
        }
    }

    /** Two checkpoints are both signed and exclude each other: the log has been rewritten, or shown differently. */
    record CheckpointsInconsistent(int number, Checkpoint older, Checkpoint newer) implements Finding {

        @Override
        public String sentence() {
            return "checkpoint %d over %d entries is no continuation of the one over %d before it"
                    .formatted(number, newer.size(), older.size());
        }
    }

    /** A file of the evidence cannot be read, or cannot be what it should be. */
    record FileBroken(String file, String why) implements Finding {

        @Override
        public String sentence() {
            return file + ": " + why;
        }
    }

    /** A tile that the signed log must have is not there, or has another length. */
    record TileMissing(TilePath tile) implements Finding {

        @Override
        public String sentence() {
            return tile.path() + " is missing, or has a wrong length";
        }
    }

    /** A tile holds other hashes than those that follow from the tiles below. */
    record TileDiffers(TilePath tile) implements Finding {

        @Override
        public String sentence() {
            return tile.path() + " does not follow from the tiles below it";
        }
    }

    /** The tiles of leaves do not give the root of a checkpoint. */
    record TilesNotSigned(Checkpoint checkpoint, Hash found) implements Finding {

        @Override
        public String sentence() {
            return "the tiles give the root %s over %d entries, the checkpoint has %s"
                    .formatted(found, checkpoint.size(), checkpoint.root());
        }
    }
}
