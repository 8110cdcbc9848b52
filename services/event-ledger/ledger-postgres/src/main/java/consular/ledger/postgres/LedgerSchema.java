package consular.ledger.postgres;

import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;

/** The names in V1__ledger.sql, as Axon wants to be told. */
final class LedgerSchema {

    static final TokenSchema TOKENS = TokenSchema.builder()
            .setTokenTable("token_entry")
            .setProcessorNameColumn("processor_name")
            .setSegmentColumn("segment")
            .setTokenColumn("token")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("timestamp")
            .setOwnerColumn("owner")
            .build();

    private LedgerSchema() {}
}
