package consular.cases.projections.webhooks;

import consular.cases.application.SealedValues;
import consular.cases.application.webhooks.Secret;
import consular.cases.application.webhooks.SecretKeeper;
import consular.cases.application.webhooks.SecretKeeper.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secrets of receivers, sealed. */
@Component
final class SecretTable implements SealedValues {
    private static final Logger LOG = LoggerFactory.getLogger(SecretTable.class);

    private static final String SIGNING = """
        select secret_id, sealed, key_version
        from webhook_secret
        where subscription_id = :subscription and coalesce(retires_at > clock_timestamp(), true)
          and secret_id = coalesce(:secret, secret_id)
        order by made_at desc, secret_id
        """;

    private final JdbcClient jdbc;
    private final SecretKeeper keeper;

    SecretTable(JdbcClient jdbc, SecretKeeper keeper) {
        this.jdbc = jdbc;
        this.keeper = keeper;
    }

    /** Those that sign, the newest first. */
    List<Secret> signing(UUID subscription) {
        return find(subscription, null);
    }

    Optional<Secret> one(UUID subscription, UUID secretId) {
        return find(subscription, secretId).stream().findFirst();
    }

    private List<Secret> find(UUID subscription, @Nullable UUID secretId) {
        return jdbc.sql(SIGNING)
                .param("subscription", subscription)
                .param("secret", secretId, java.sql.Types.OTHER)
                .query((row, _) -> open(row))
                .list();
    }

    private Secret open(ResultSet row) throws SQLException {
        return keeper.open(
                row.getObject("secret_id", UUID.class),
                new Sealed(row.getBytes("sealed"), row.getString("key_version")));
    }

    /** False if it is there already. */
    boolean add(UUID subscription, UUID secretId, Secret secret) {
        var sealed = keeper.seal(secretId, secret);
        return jdbc.sql("""
            insert into webhook_secret (secret_id, subscription_id, sealed, key_version, made_at)
            values (?, ?, ?, ?, clock_timestamp())
            on conflict do nothing
            """)
                        .params(secretId, subscription, sealed.bytes(), sealed.version())
                        .update()
                == 1;
    }

    /** Lets what signs now retire; what was to retire before does so at once. */
    void retire(UUID subscription, UUID butThisOne, Instant at) {
        jdbc.sql("delete from webhook_secret where subscription_id = ? and retires_at is not null")
                .param(subscription)
                .update();
        jdbc.sql("update webhook_secret set retires_at = ? where subscription_id = ? and secret_id <> ?")
                .params(Rows.at(at), subscription, butThisOne)
                .update();
    }

    /** When the one that is to retire does so. */
    Optional<Instant> lastRetirement(UUID subscription) {
        return jdbc
                .sql("select max(retires_at) as at from webhook_secret where subscription_id = ?")
                .param(subscription)
                .query((row, _) -> Rows.instantOrNull(row, "at"))
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    @Override
    public Rewrapped wrapAnew() {
        var old = jdbc.sql("select secret_id, sealed, key_version from webhook_secret where key_version <> ?")
                .param(keeper.newest())
                .query((row, _) -> new Old(
                        row.getObject("secret_id", UUID.class),
                        new Sealed(row.getBytes("sealed"), row.getString("key_version"))))
                .list();
        var wrapped = old.stream().filter(this::isWrappedAnew).count();
        return new Rewrapped(wrapped, old.size() - wrapped);
    }

    private boolean isWrappedAnew(Old old) {
        try {
            var sealed = keeper.seal(old.secretId(), keeper.open(old.secretId(), old.sealed()));
            jdbc.sql("update webhook_secret set sealed = ?, key_version = ? where secret_id = ?")
                    .params(sealed.bytes(), sealed.version(), old.secretId())
                    .update();
            return true;
        } catch (IllegalStateException damaged) {
            LOG.error(
                    "The secret {} of a subscription does not open; replace it by a new one", old.secretId(), damaged);
            return false;
        }
    }

    @Override
    public Map<String, Long> left() {
        return jdbc
                .sql("select key_version, count(*) as count from webhook_secret where key_version <> ? group by 1")
                .param(keeper.newest())
                .query((row, _) -> Map.entry(row.getString("key_version"), row.getLong("count")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Old(UUID secretId, Sealed sealed) {}
}
