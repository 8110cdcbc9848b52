package consular.ledger.postgres.notary;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.tiles.TilePath;
import consular.ledger.core.tiles.TileStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tiles in a table, each once and as wide as it has become: narrower ones are its beginning. What is written is kept in
 * memory until it is {@link #save saved}. Not for several threads at once.
 */
final class PostgresTiles implements TileStore {

    static final String READ = "select substring(hashes for ?) from tile where level = ? and index = ? and width >= ?";

    private static final String SAVE = """
        insert into tile (level, index, width, hashes)
        select * from unnest(?::smallint[], ?::bigint[], ?::smallint[], ?::bytea[]) as tile (level, index, width, hashes)
        on conflict (level, index) do update
        set width = excluded.width, hashes = excluded.hashes
        where tile.width < excluded.width
        """;

    private final Connection connection;
    private final Map<Place, byte[]> unsaved = new LinkedHashMap<>();

    PostgresTiles(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void write(TilePath tile, byte[] content) {
        unsaved.put(new Place(tile.level(), tile.index()), content);
    }

    @Override
    public Optional<byte[]> read(TilePath tile) {
        var length = tile.width() * Hash.LENGTH;
        var written = unsaved.get(new Place(tile.level(), tile.index()));
        if (written != null && written.length >= length) {
            return Optional.of(Arrays.copyOf(written, length));
        }
        try {
            return read(connection, tile);
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot read " + tile, failure);
        }
    }

    static Optional<byte[]> read(Connection connection, TilePath tile) throws SQLException {
        try (var statement = connection.prepareStatement(READ)) {
            statement.setInt(1, tile.width() * Hash.LENGTH);
            statement.setInt(2, tile.level());
            statement.setLong(3, tile.index());
            statement.setInt(4, tile.width());
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    /** Stores what was written, in the connection's transaction. */
    void save() throws SQLException {
        try (var statement = connection.prepareStatement(SAVE)) {
            var places = unsaved.keySet();
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "int2", places.stream().map(Place::level).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int8", places.stream().map(Place::index).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "int2",
                            unsaved.values().stream()
                                    .map(hashes -> hashes.length / Hash.LENGTH)
                                    .toArray()));
            statement.setArray(
                    4, connection.createArrayOf("bytea", unsaved.values().toArray(byte[][]::new)));
            statement.executeUpdate();
        }
        unsaved.clear();
    }

    private record Place(int level, long index) {}
}
