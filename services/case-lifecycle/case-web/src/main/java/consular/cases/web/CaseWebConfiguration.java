package consular.cases.web;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * Everything the web tier consists of; import it. It needs beans of {@code CaseCommands}, {@code CaseRegister}, {@code CaseHistory},
 * {@code QuasiRefusalCommands}, {@code QuasiRefusalHistory}, {@code EventFeed}, {@code ReadModels},
 * {@code ReadModelOperations}, {@code Posts} and {@code Clock}, and under the profile {@code simulation} one of
 * {@code SimulationClock}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class CaseWebConfiguration {}
