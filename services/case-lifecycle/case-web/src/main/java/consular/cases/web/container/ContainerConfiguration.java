package consular.cases.web.container;

import consular.cases.web.limits.RestOfBody;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts our own error report into Tomcat, and our own patience with what still comes of a request that was answered. */
@Configuration(proxyBeanMethods = false)
class ContainerConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }

    /** Around all others, since any of them may answer. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> restOfBodies(RestOfBody rest) {
        return factory -> factory.addEngineValves(rest);
    }
}
