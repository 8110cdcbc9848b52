package consular.ledger.core.tiles;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a tile, or a bundle of entries.
 *
 * @param level 0 for leaves; each level above covers 256 times as many; {@link #ENTRIES} for a bundle
 * @param index which one on its level, from 0; beyond 2<sup>55</sup> no log could have one
 * @param width how many hashes or entries it holds: 256 if it is full, fewer if it is not full yet
 */
public record TilePath(int level, long index, int width) {

    /** The hashes of a full tile. */
    public static final int FULL = 256;

    /** Stands for the level of bundles of entries. */
    public static final int ENTRIES = -1;

    private static final int MAX_LEVEL = 63;

    /** The one that the last leaf is in that a long can count; its digits, three to an element, are fewer than a long has. */
    private static final long MAX_INDEX = Long.MAX_VALUE / FULL;

    private static final Pattern FORM =
            Pattern.compile("tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public TilePath {
        if (level < ENTRIES || level > MAX_LEVEL || index < 0 || index > MAX_INDEX || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no tile has level " + level + ", index " + index + ", width " + width);
        }
    }

    /** Whether it holds all 256, and so will never have a successor. */
    public boolean isFull() {
        return width == FULL;
    }

    /** The same tile once it is full. */
    public TilePath full() {
        return new TilePath(level, index, FULL);
    }

    /** The path below the log's prefix, for instance {@code tile/0/x001/067.p/5}. */
    public String path() {
        var digits = new StringBuilder("%03d".formatted(index % 1000));
        for (var rest = index / 1000; rest > 0; rest /= 1000) {
            digits.insert(0, "x%03d/".formatted(rest % 1000));
        }
        var suffix = isFull() ? "" : ".p/" + width;
        return "tile/" + (level == ENTRIES ? "entries" : String.valueOf(level)) + "/" + digits + suffix;
    }

    /** The tile with this path, or empty when there is none that is spelt like it. */
    public static Optional<TilePath> parse(String path) {
        var matcher = FORM.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
        var index = Long.parseLong(matcher.group(2).replace("x", "").replace("/", ""));
        var width = Optional.ofNullable(matcher.group(3)).map(Integer::parseInt).orElse(FULL);
        if (level > MAX_LEVEL || index > MAX_INDEX || width > FULL) {
            return Optional.empty();
        }
        // Only one spelling: neither x000 at the front nor .p/256.
        return Optional.of(new TilePath(level, index, width))
                .filter(tile -> tile.path().equals(path));
    }
}
