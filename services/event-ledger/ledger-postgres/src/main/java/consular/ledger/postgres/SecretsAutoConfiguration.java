package consular.ledger.postgres;

import consular.ledger.postgres.secrets.Erasures;
import consular.ledger.postgres.secrets.KeyRotation;
import consular.ledger.postgres.secrets.KeyWrapping;
import consular.ledger.postgres.secrets.KeyWrappingFile;
import consular.ledger.postgres.secrets.NoKeyWrapping;
import consular.ledger.postgres.secrets.PersonalData;
import consular.ledger.postgres.secrets.ServiceKeys;
import consular.ledger.postgres.secrets.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts what is about persons under keys, as soon as the application says what that is. */
@Configuration(proxyBeanMethods = false)
class SecretsAutoConfiguration {

    /** An application that keeps data of persons does not start without a key for it. */
    @Bean
    @ConditionalOnMissingBean
    KeyWrapping keyWrapping(ObjectProvider<PersonalData> personal, LedgerProperties properties) {
        var file = properties.keyEncryptionKey();
        if (file != null) {
            return KeyWrappingFile.read(file, properties.createKeyEncryptionKey());
        }
        if (personal.getIfAvailable() != null) {
            throw new IllegalStateException(
                    "consular.ledger.key-encryption-key is not set: without it nothing that is about a person can be"
                            + " kept");
        }
        return new NoKeyWrapping();
    }

    @Bean
    Vault vault(JdbcClient jdbc, ObjectProvider<PersonalData> personal, KeyWrapping wrapping) {
        return new Vault(jdbc, personal.getIfAvailable(() -> PersonalData.NONE), wrapping);
    }

    @Bean
    Erasures erasures(JdbcClient jdbc, PlatformTransactionManager transactionManager, Vault vault) {
        return new Erasures(jdbc, itsOwn(transactionManager), vault);
    }

    @Bean
    KeyRotation keyRotation(
            JdbcClient jdbc, PlatformTransactionManager transactionManager, KeyWrapping wrapping, Vault vault) {
        return new KeyRotation(jdbc, itsOwn(transactionManager), wrapping, vault);
    }

    @Bean
    ServiceKeys serviceKeys(JdbcClient jdbc, PlatformTransactionManager transactionManager, KeyWrapping wrapping) {
        return new ServiceKeys(jdbc, itsOwn(transactionManager), wrapping);
    }

    private static TransactionTemplate itsOwn(PlatformTransactionManager transactionManager) {
        var template = new TransactionTemplate(transactionManager);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }
}
