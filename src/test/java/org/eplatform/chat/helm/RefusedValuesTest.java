package org.eplatform.chat.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What cannot work, or should not, is refused before anything is installed, in words that name the value.
class RefusedValuesTest {

    /// Each over `minimal.yaml`.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "->", quoteCharacter = '`', textBlock = """
            # a name that nobody knows
            replica: 3                                                                            -> replica
            database: {ulr: x}                                                                    -> /database | ulr
            oidc: {clientSecret: s3cret}                                                          -> /oidc | clientSecret
            database: {password: s3cret}                                                          -> /database | password
            session: {encryptionSecret: s3cret}                                                   -> /session | encryptionSecret
            networkPolicy: {egress: {smtp: {}}}                                                   -> /networkPolicy/egress | smtp
            metrics: {serviceMonitor: {enable: true}}                                             -> /metrics/serviceMonitor | enable
            # something missing
            database: {url: ''}                                                                   -> database.url
            database: {existingSecret: ''}                                                        -> database.existingSecret
            oidc: {issuer: ''}                                                                    -> oidc.issuer, oidc.jwksUrl
            oidc: {jwksUrl: 'https://a/keys'}                                                     -> oidc.issuer, oidc.jwksUrl
            oidc: {issuer: '', jwksUrl: 'https://a/keys'}                                         -> oidc.tokenIssuer
            oidc: {issuer: '', publicKey: MIIB}                                                   -> oidc.tokenIssuer
            oidc: {clientId: ''}                                                                  -> oidc.audience
            session: {existingSecret: ''}                                                         -> session.existingSecret
            host: ''                                                                              -> host:
            httpRoute: {parentRefs: []}                                                           -> httpRoute.parentRefs
            relay: {kind: redis}                                                                  -> relay.redis.hosts
            oidc: {clientId: '', audience: a, client: {existingSecret: s}}                        -> oidc.clientId
            drain: {window: null}                                                                 -> /drain | window
            image: {repository: null}                                                             -> /image | repository
            networkPolicy: null                                                                   -> networkPolicy
            oidc: null                                                                            -> oidc
            # two that do not go together
            relay: {kind: local}                                                                  -> relay.kind | local
            { relay: {kind: local}, replicas: 1, autoscaling: {enabled: true} }                   -> relay.kind | local
            relay: {redis: {hosts: 'redis://a:6379'}}                                             -> relay.kind | redis
            relay: {kind: redis, listenUrl: 'jdbc:postgresql://a/b', redis: {hosts: 'redis://a'}} -> relay.listenUrl
            relay: {kind: redis, redis: {hosts: 'redis://a', existingSecret: b}}                  -> relay.redis
            migration: {existingSecret: owner}                                                    -> migration.existingSecret | atStart
            autoscaling: {enabled: true, minReplicas: 5, maxReplicas: 3}                          -> autoscaling.minReplicas
            autoscaling: {enabled: true, cpuPercent: null}                                        -> autoscaling.cpuPercent
            terminationGracePeriodSeconds: 29                                                     -> terminationGracePeriodSeconds | 30
            { drain: {window: 60}, terminationGracePeriodSeconds: 60 }                            -> terminationGracePeriodSeconds | 85
            # one thing twice
            config: {CHAT_SOCKET_DRAIN: 60s}                                                      -> config.CHAT_SOCKET_DRAIN | drain.window
            config: {QUARKUS_MANAGEMENT_PORT: 8080}                                               -> config.QUARKUS_MANAGEMENT_PORT
            extraEnv: [{name: CHAT_RELAY, value: local}]                                          -> extraEnv | CHAT_RELAY | relay.kind
            { config: {CHAT_A: b}, extraEnv: [{name: CHAT_A, value: c}] }                         -> extraEnv | CHAT_A
            # a secret
            database: {url: 'jdbc:postgresql://db/chat?user=a&password=b'}                        -> /database/url
            database: {url: 'jdbc:postgresql://a:b@db/chat'}                                      -> /database/url
            relay: {kind: redis, redis: {hosts: 'redis://:s3cret@a:6379'}}                        -> /relay/redis/hosts
            config: {QUARKUS_FLYWAY_PASSWORD: s3cret}                                             -> config.QUARKUS_FLYWAY_PASSWORD | secretKeyRef
            config: {QUARKUS_OTEL_EXPORTER_OTLP_HEADERS: authorization=Bearer}                    -> config.QUARKUS_OTEL_EXPORTER_OTLP_HEADERS | secretKeyRef
            extraEnv: [{name: MY_SECRET, value: s3cret}]                                          -> extraEnv | MY_SECRET | secretKeyRef
            oidc: {issuer: 'https://a:b@login'}                                                   -> /oidc/issuer
            # what is no such thing
            image: {tag: latest}                                                                  -> /image/tag
            image: {digest: sha256:12}                                                            -> /image/digest
            image: {pullPolicy: Sometimes}                                                        -> /image/pullPolicy
            replicas: 0                                                                           -> /replicas
            replicas: two                                                                         -> /replicas
            host: 'https://chat.example.org/'                                                     -> /host
            database: {url: 'postgres://db/chat'}                                                 -> /database/url
            database: {poolSize: 5}                                                               -> /database/poolSize
            database: {existingSecret: 'Not A Name'}                                              -> /database/existingSecret
            migration: {mode: at-start}                                                           -> /migration/mode
            oidc: {issuer: login.example.org}                                                     -> /oidc/issuer
            oidc: {audience: any}                                                                 -> /oidc/audience
            relay: {kind: rediss}                                                                 -> /relay/kind
            relay: {redis: {clientType: single}}                                                  -> /relay/redis/clientType
            page: {origins: ['*']}                                                                -> /page/origins
            page: {origins: 'https://a.example'}                                                  -> /page/origins
            drain: {window: 0}                                                                    -> /drain/window
            drain: {window: 5s}                                                                   -> /drain/window
            maxConnections: -1                                                                    -> /maxConnections
            config: {chat_socket_drain: 600s}                                                     -> chat_socket_drain
            extraEnv: [{name: chat_relay, value: local}]                                          -> /extraEnv/0/name
            args: [-Dchat.socket.drain=600s]                                                      -> args | -Dchat.socket.drain=600s
            httpRoute: {parentRefs: [{name: public, namespce: gateways}]}                         -> /httpRoute/parentRefs/0 | namespce
            config: {chat.relay: local}                                                           -> chat.relay
            config: {CHAT_A: {b: c}}                                                              -> /config/CHAT_A
            runAsUser: 0                                                                          -> /runAsUser
            resources: {limits: {memory: null}}                                                   -> /resources/limits | memory
            resources: {requests: {cpu: lots}}                                                    -> /resources/requests/cpu
            service: {port: 70000}                                                                -> /service/port
            topologySpread: [{topologyKey: zone}]                                                 -> /topologySpread/0 | maxSkew
            networkPolicy: {egress: {database: {ports: []}}}                                      -> /networkPolicy/egress/database/ports
            httpRoute: {requestTimeout: 10}                                                       -> /httpRoute/requestTimeout
            traces: {share: 2}                                                                    -> /traces/share
            tests: {image: curl:latest}                                                           -> /tests/image
            """)
    void isRefusedWithWordsThatNameIt(String values, String words) {
        assertThatThrownBy(() -> Chart.render(Chart.values("minimal"), Values.of(values))).isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(words.split(" [|] "))
                .message().doesNotContain("nil pointer", "can't evaluate", "wrong type");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThatThrownBy(() -> Chart.render()).hasMessageContainingAll("database.url", "database.existingSecret", "oidc.issuer", "oidc.audience", "host",
                "httpRoute.parentRefs");
    }

    @Test
    void aLongerGraceThanNeededIsFine() {
        assertThat(Chart.render(Chart.values("minimal"), Values.of("terminationGracePeriodSeconds: 30")).server().spec().getTerminationGracePeriodSeconds()).isEqualTo(30);
    }

    /// As a part of another chart it gets that one's `global` beside its own values.
    @Test
    void itMayBeAPartOfAnotherChart() {
        assertThat(Chart.render(Chart.values("minimal"), Values.of("global: {a: b}")).all()).isNotEmpty();
    }
}
